import { changedKeys } from '../layered-map.ts';
import type { InterfaceConfig, SwitchState } from './state.ts';
import { allowedVlans, portMode, vlanExists, vlanTable } from './state.ts';
import type { SwitchProblem } from './change.ts';
import { configOf } from './change.ts';
import type { SwitchCommand } from './command.ts';
import { choicesOf } from './command.ts';
import { lostByReload } from './not-saved.ts';
import { isSaved } from './same-configuration.ts';
import { holdsVlan } from './vlan-list.ts';

/** What a command that the switch takes will do, and its author may not want. At most one of a kind. */
export function risksOf(
  before: SwitchState,
  after: SwitchState,
  command: SwitchCommand,
  names: readonly string[],
): SwitchProblem[] {
  if (command.facts.id === 'reload') return isSaved(before) ? [] : [lostByReload];
  if (before === after) return [];
  // In most commands no port of those named carries other VLANs than before.
  const ports = names.filter((name) => carriesOthers(before, after, name));
  return [lockout(before, after, command, ports), portfastOnTrunk(before, after, names)].filter(
    (problem) => problem !== undefined,
  );
}

const rule = 'ios/lockout-risk';

/** Whoever is connected to the switch would be cut off. */
export function isLockout(problem: SwitchProblem): boolean {
  return problem.rule === rule;
}

/** The switch's own address stops to be reachable: its interface goes, or a trunk stops to carry its VLAN. */
function lockout(
  before: SwitchState,
  after: SwitchState,
  command: SwitchCommand,
  ports: readonly string[],
): SwitchProblem | undefined {
  for (const { name, vlan, address } of concerned(before, after, ports.length > 0)) {
    const still = configOf(after, name);
    if (still.shutdown || still.ipAddress === undefined || !after.running.interfaces.has(name))
      return {
        rule,
        message: `${name} has the address by which this switch is reached (${address}), and loses it here.`,
        hint: 'Do this from the console, or give the switch another address first.',
      };
    if (still.ipAddress !== address)
      return {
        rule,
        message: `${name} is reached at ${address}; from here on it answers at ${still.ipAddress} alone.`,
        hint: 'Do this from the console, or be ready to connect to the new address.',
      };
    if (vlanExists(before, vlan) && !vlanExists(after, vlan))
      return {
        rule,
        message: `VLAN ${String(vlan)} goes, and with it the address by which this switch is reached (${address}).`,
        hint: 'Move the address to another VLAN first.',
      };
    const port = ports.find((port) => carries(before, port, vlan) && !carries(after, port, vlan));
    if (port !== undefined)
      return {
        rule,
        message: `${port} no longer carries VLAN ${String(vlan)}, in which this switch has its address (${address}).`,
        why: `${replacesList(command) ? 'A list without `add` or `remove` replaces the one before it. ' : ''}Whoever is connected through this port is cut off with the next packet.`,
        hint: /allowed vlan/.test(command.path)
          ? `Keep ${String(vlan)} in the list, or do this from the console.`
          : 'Do this from the console, or through another port.',
      };
  }
  return undefined;
}

/** `switchport trunk allowed vlan 10,20`, the list itself and nothing before it. */
function replacesList(command: SwitchCommand): boolean {
  return command.path === 'switchport trunk allowed vlan' && /^\d/.test(choicesOf(command)[0] ?? '');
}

interface Management {
  readonly name: string;
  readonly vlan: number;
  readonly address: string;
}

/**
 * The VLAN interfaces by which the switch is reached and that a command may have touched: all of them where it changed what a port
 * carries, else those whose own settings or VLAN it changed.
 */
function concerned(before: SwitchState, after: SwitchState, all: boolean): Iterable<Management> {
  const { interfaces } = before.running;
  const names = all ? undefined : changedKeys(interfaces, after.running.interfaces);
  const ids = all ? undefined : changedKeys(vlanTable(before), vlanTable(after));
  if (!names || !ids) return managementOf(interfaces);
  const own = [...names].flatMap((name) => managementAt(name, interfaces.get(name)) ?? []);
  const ofVlans = [...ids].flatMap((id) =>
    [`Vlan${String(id)}`, `vlan ${String(id)}`].flatMap(
      (name) => managementAt(name, interfaces.get(name)) ?? [],
    ),
  );
  return [...own, ...ofVlans];
}

const managementByMap = new WeakMap<ReadonlyMap<string, InterfaceConfig>, readonly Management[]>();

/** VLAN interfaces that have an address and are not shut. */
function managementOf(interfaces: ReadonlyMap<string, InterfaceConfig>): readonly Management[] {
  let found = managementByMap.get(interfaces);
  if (!found) {
    found = [...interfaces].flatMap(([name, config]) => managementAt(name, config) ?? []);
    managementByMap.set(interfaces, found);
  }
  return found;
}

function managementAt(name: string, config: InterfaceConfig | undefined): Management | undefined {
  if (config?.ipAddress === undefined || config.shutdown) return undefined;
  const vlan = /^vlan ?(\d+)$/i.exec(name)?.[1];
  return vlan === undefined ? undefined : { name, vlan: Number(vlan), address: config.ipAddress };
}

/** Whether a port may carry other VLANs than before. */
function carriesOthers(before: SwitchState, after: SwitchState, port: string): boolean {
  const one = configOf(before, port);
  const other = configOf(after, port);
  return (
    one !== other &&
    (one.mode !== other.mode || one.allowedVlans !== other.allowedVlans || one.shutdown !== other.shutdown)
  );
}

/** A trunk by configuration; what a dynamic port negotiates nobody knows. */
function carries(state: SwitchState, port: string, vlan: number): boolean {
  const config = configOf(state, port);
  return (
    portMode(config, state) === 'trunk' && !config.shutdown && holdsVlan(allowedVlans(config, state), vlan)
  );
}

/** An edge port that trunks is none, unless `trunk` says so. */
function portfastOnTrunk(
  before: SwitchState,
  after: SwitchState,
  names: readonly string[],
): SwitchProblem | undefined {
  if (!after.profile.portfastIdleOnTrunk) return undefined;
  const isIdle = (state: SwitchState, name: string) => {
    const { portfast, mode } = configOf(state, name);
    return portfast === true && mode === 'trunk';
  };
  const port = names.find((name) => isIdle(after, name) && !isIdle(before, name));
  if (port === undefined) return undefined;
  return {
    rule: 'ios/portfast-on-trunk',
    message: `${port} is a trunk, and \`spanning-tree portfast\` alone has no effect on one.`,
    reply: `%Portfast has been configured on ${port} but will only have effect when the interface is in a non-trunking mode.`,
    hint: 'Towards a host that tags its VLANs type `spanning-tree portfast trunk`; towards another switch leave it out.',
  };
}
