import { isExec } from '../../../dialects/ios/reading/modes.ts';
import type { ConfigTarget, SwitchProblem } from '../change.ts';
import type { SwitchCommand } from '../command.ts';
import type { SwitchState } from '../state.ts';
import { addresses, prefixes } from './address-refusals.ts';
import { priorities, priorityOfSmallSwitch, rsaKeys, secrets } from './global-refusals.ts';
import { monitorSessions } from './monitor-refusals.ts';
import { encapsulations, modes, nonegotiate, portControl, portSecurity } from './port-refusals.ts';
import type { StateRefusal } from './refusal.ts';
import { vlanNames, vlans, vlanStates } from './vlan-refusals.ts';

/** By the paths of commands, or by their ids where a path is that of several. */
const refusals: Readonly<Record<string, StateRefusal>> = {
  'crypto key generate rsa': rsaKeys,
  enable: secrets,
  'if-auth-port': portControl,
  'ip address': addresses,
  'ipv6 address': prefixes,
  'monitor session': monitorSessions,
  name: vlanNames,
  password: secrets,
  shutdown: vlanStates,
  'spanning-tree mst': priorities,
  'spanning-tree port-priority': priorities,
  'spanning-tree priority': priorityOfSmallSwitch,
  'spanning-tree vlan': priorities,
  state: vlanStates,
  'switchport mode': modes,
  'switchport nonegotiate': nonegotiate,
  'switchport port-security': portSecurity,
  username: secrets,
  'switchport trunk encapsulation': encapsulations,
  vlan: vlans,
};

/** Why a switch in this state does not take a command that its words allow. */
export function refusalOf(
  command: SwitchCommand,
  state: SwitchState,
  target: ConfigTarget,
): SwitchProblem | undefined {
  if (isExec(command.mode) || command.through) return undefined;
  return (refusals[command.path] ?? refusals[command.facts.id])?.(command, state, target);
}
