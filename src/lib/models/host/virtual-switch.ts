import { refusedWhenRun } from '../../dialects/powershell/lint/refusal.ts';
import type { PowerShellCommand } from '../../dialects/powershell/command.ts';
import type { ModelFinding } from '../model.ts';
import { argumentOf, textsOf } from './arguments.ts';
import type { HostState, Team } from './state.ts';

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
  const { profile, teams } = state;
  if (profile.switchOnTeam === 'made' || argumentOf(command, 'AllowNetLbfoTeams')) return undefined;
  const named = givenTexts(command, 'NetAdapterName')
    .map((name) => teams.get(name.toLowerCase()))
    .find((team) => team !== undefined);
  const described = givenTexts(command, 'NetAdapterInterfaceDescription').find((text) =>
    teamDescription.test(text),
  );
  if (!named && described === undefined) return undefined;
  const team = named ?? (teams.size === 1 ? [...teams.values()][0] : undefined);
  return refusedWhenRun({
    ...nameOf(command, named ? 'NetAdapterName' : 'NetAdapterInterfaceDescription'),
    message: `New-VMSwitch refuses an LBFO team on ${profile.title}, and “${named?.name ?? described}” is one.`,
    hint: insteadOfTeam(command, team),
  });
}

/** Switch Embedded Teaming in the names of this very labwork, where they are known. */
function insteadOfTeam(command: PowerShellCommand, team: Team | undefined): string {
  const name = givenTexts(command, 'Name')[0];
  const adapters = team?.members?.map(quoted).join(', ') ?? 'NIC1, NIC2';
  const channel = team?.needsSwitch
    ? ' It knows no LACP and no static channel: take the port-channel on the physical switch apart as well.'
    : '';
  return (
    'Make no team, and let the virtual switch do the teaming (Switch Embedded Teaming): ' +
    `\`New-VMSwitch -Name ${name === undefined ? 'NAME' : quoted(name)} -NetAdapterName ${adapters} -EnableEmbeddedTeaming $true\`, the rest as it is.${channel} ` +
    'To keep the team for a lab, add `-AllowNetLbfoTeams $true`, which Microsoft does not support.'
  );
}

function givenTexts(command: PowerShellCommand, name: string): readonly string[] {
  return (argumentOf(command, name) && textsOf(command, name)) ?? [];
}

/** Where the name of a parameter stands. */
function nameOf(command: PowerShellCommand, name: string): { readonly start: number; readonly end: number } {
  const argument = argumentOf(command, name);
  return argument ? { start: argument.nameStart, end: argument.nameEnd } : command;
}

function quoted(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
