import { textsOf } from '../binding/arguments.ts';
import { platforms } from '../../../platforms/platform.ts';
import type { BindingProblem } from '../binding/binding.ts';
import type { Team } from './lbfo-team.ts';
import { companions } from '../catalogue/overrides/companions.ts';
import { exclusive } from '../catalogue/overrides/exclusive.ts';
import { lbfoSwitch } from '../catalogue/overrides/lbfo-switch.ts';
import type { CommandCall } from './command-call.ts';
import {
  commandName as runs,
  givenArgument as given,
  isSameOrLater as isFrom,
  isSwitchedOff as isOff,
  nameSpan as nameSpot,
} from './command-call.ts';

/** What binds, and what the command then refuses all the same. */
export function checkRefusal(use: CommandCall): BindingProblem[] {
  if (use.resolution.kind !== 'command' || !use.isKnown) return [];
  const problem = lonely(use) ?? together(use) ?? switchOnTeam(use);
  return problem ? [problem] : [];
}

/** A parameter that its command takes only with another. */
function lonely(use: CommandCall): BindingProblem | undefined {
  const name = runs(use);
  for (const { command, given: parameter, needs } of companions) {
    if (command !== name || !given(use, parameter)) continue;
    const lacking = needs.filter((need) => !given(use, need)).map((need) => `-${need}`);
    if (lacking.length === 0) continue;
    return {
      rule: 'powershell/refused-when-run',
      ...spotOf(use, parameter),
      message: `${name} takes -${parameter} only together with ${lacking.join(' and ')}.`,
      hint: `Add ${lacking.join(' and ')}, or leave -${parameter} out.`,
    };
  }
  return undefined;
}

function together(use: CommandCall): BindingProblem | undefined {
  const name = runs(use);
  const rule = exclusive.find(({ command }) => command === name);
  const [first, second] = rule?.parameters.filter((parameter) => given(use, parameter)) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return {
    rule: 'powershell/refused-when-run',
    ...spotOf(use, second),
    message: `-${first} and -${second} of ${name} exclude each other.`,
    hint: 'Keep the one that is meant.',
  };
}

/** A virtual switch on an LBFO team, where Windows no longer has that. */
function switchOnTeam(use: CommandCall): BindingProblem | undefined {
  const { platform, session } = use;
  if (runs(use) !== 'New-VMSwitch' || !isFrom(platform, lbfoSwitch.since)) return undefined;
  const allow = given(use, 'AllowNetLbfoTeams');
  if (allow && !isOff(allow)) return undefined;
  const adapters = textsOf(given(use, 'NetAdapterName')?.value) ?? [];
  const named = adapters
    .map((name) => session.teams.get(name.toLowerCase()))
    .find((team) => team !== undefined);
  const described = textsOf(given(use, 'NetAdapterInterfaceDescription')?.value)?.find((text) =>
    lbfoSwitch.description.test(text),
  );
  if (!named && described === undefined) return undefined;
  const team = named ?? (session.teams.size === 1 ? [...session.teams.values()][0] : undefined);
  return {
    rule: 'powershell/refused-when-run',
    ...spotOf(use, named ? 'NetAdapterName' : 'NetAdapterInterfaceDescription'),
    message: `New-VMSwitch refuses an LBFO team on ${platforms[platform].title}, and “${named?.name ?? described}” is one.`,
    hint: insteadOfTeam(use, team),
  };
}

/** Switch Embedded Teaming in the names of this very labwork, where they are known. */
function insteadOfTeam(use: CommandCall, team: Team | undefined): string {
  const name = textsOf(given(use, 'Name')?.value)?.[0];
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

function quoted(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

function spotOf(use: CommandCall, parameter: string): { readonly start: number; readonly end: number } {
  const argument = given(use, parameter);
  return argument?.element
    ? { start: argument.element.start, end: argument.element.nameEnd }
    : (argument ?? nameSpot(use));
}
