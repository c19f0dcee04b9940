import { refusedWhenRun } from '../../dialects/powershell/lint/refused-when-run.ts';
import type { PowerShellCommand } from '../../dialects/powershell/command.ts';
import type { ModelFinding } from '../model.ts';
import type { HostCall } from './call.ts';
import { argumentOf, callOf } from './call.ts';
import type { HostResource, HostState } from './state.ts';
import { resourceOf, resourcesOf } from './state.ts';

/** How Windows describes the adapter of a team; a number follows where it is not the first. */
const teamDescription = /^Microsoft Network Adapter Multiplexor Driver(?: #\d+)?$/i;

/**
 * `New-VMSwitch` on an LBFO team, where Windows no longer makes that; undefined where nothing speaks against it. Source:
 * “Features removed or no longer developed in Windows Server”, Windows Server 2022, *Hyper-V Virtual Switch on LBFO*: no longer
 * possible, to be replaced by Switch Embedded Teaming; LBFO itself stays supported. `-AllowNetLbfoTeams` lifts the refusal: a
 * parameter of New-VMSwitch on running servers from 2022 on, and the property of that name in
 * root\virtualization\v2:Msvm_VirtualEthernetSwitchSettingData. That Switch Embedded Teaming knows no LACP: “Host network
 * requirements”, *Switch Embedded Teaming*: switch-independent only.
 */
export function refuseSwitchOnTeam(command: PowerShellCommand, state: HostState): ModelFinding | undefined {
  const { profile } = state;
  const [env = new Map()] = command.runs ?? [];
  const call = callOf(command, env);
  if (profile.switchOnTeam === 'made' || argumentOf(command, 'AllowNetLbfoTeams')) return undefined;
  const named = call
    .texts('NetAdapterName')
    ?.map((name) => resourceOf(state, 'team-nic', name))
    .find((nic) => nic !== undefined);
  const described = call.texts('NetAdapterInterfaceDescription')?.find((text) => teamDescription.test(text));
  if (!named && described === undefined) return undefined;
  const teams = resourcesOf(state, 'nic-team');
  const team = named
    ? resourceOf(state, 'nic-team', String(named.properties['team']))
    : teams.length === 1
      ? teams[0]
      : undefined;
  return refusedWhenRun({
    ...nameOf(command, named ? 'NetAdapterName' : 'NetAdapterInterfaceDescription'),
    message: `New-VMSwitch refuses an LBFO team on ${profile.title}, and “${named?.name ?? described}” is one.`,
    hint: insteadOfTeam(call, team),
  });
}

/** Switch Embedded Teaming in the names of this very labwork, where they are known. */
function insteadOfTeam(call: HostCall, team: HostResource | undefined): string {
  const name = call.text('Name');
  const members = team?.properties['members'] as readonly string[] | undefined;
  const adapters = members?.map(quoted).join(', ') ?? 'NIC1, NIC2';
  // The switch it is plugged into has a part in it.
  const channel = /^(?:Lacp|Static)$/i.test(String(team?.properties['mode']))
    ? ' It knows no LACP and no static channel: take the port-channel on the physical switch apart as well.'
    : '';
  return (
    'Make no team, and let the virtual switch do the teaming (Switch Embedded Teaming): ' +
    `\`New-VMSwitch -Name ${name === undefined ? 'NAME' : quoted(name)} -NetAdapterName ${adapters} -EnableEmbeddedTeaming $true\`, the rest as it is.${channel} ` +
    'To keep the team for a lab, add `-AllowNetLbfoTeams $true`, which Microsoft does not support.'
  );
}

/** Where the name of a parameter stands. */
function nameOf(command: PowerShellCommand, name: string): { readonly start: number; readonly end: number } {
  const argument = argumentOf(command, name);
  return argument ? { start: argument.nameStart, end: argument.nameEnd } : command;
}

function quoted(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
