import type { SwitchProblem } from './change.ts';
import type { SwitchCommand } from './command.ts';
import { mostNamed } from './command.ts';
import type { Console } from './console.ts';
import { vlanTable } from './state.ts';
import { countVlans } from './vlan-list.ts';

// A switch is a small thing: no real configuration comes near these limits. What is over them is told and not followed, so that no text
// holds up a check.

/** Interfaces and VLANs that the lines of one text may set, each line counted for itself. */
const mostWork = 400_000;
/** Ports that a switch may have, all members of a stack together. */
const mostPorts = 1024;

/** What following a command costs, in interfaces, VLANs and lines that are looked at. */
export function workOf({ state, target }: Console, command: SwitchCommand): number {
  const named = command.values.reduce((sum, { count }) => sum + count, 0);
  const set = target.kind === 'interfaces' ? target.names : target.kind === 'vlans' ? target.ids : [];
  return (
    named +
    set.length +
    vlansIn(command, state) +
    longSettings(command, state, target) +
    searched(command, state)
  );
}

/** What all settings are searched for: those that `no` takes away, trees of the same VLANs, other addresses of a network. */
function searched({ negation, path }: SwitchCommand, { running }: Console['state']): number {
  if (negation) return running.lines.size / 8;
  if (path === 'spanning-tree vlan') return running.lines.size / 2;
  return path === 'ip address' ? running.interfaces.size / 8 : 0;
}

/** What interfaces have much of, which is read and written anew: the interfaces that that would set. */
function longSettings(
  { path }: SwitchCommand,
  { running, ports }: Console['state'],
  target: Console['target'],
): number {
  if (target.kind !== 'interfaces') return 0;
  const isList = path === 'switchport trunk allowed vlan';
  // Of each port it is asked whether it cuts the switch off from one of its addresses; nearly all of them are of no port.
  const addresses = Math.max(0, running.interfaces.size - ports.length);
  const ofAddresses = /^(?:switchport|shutdown)/.test(path) ? addresses / 40 : 0;
  return target.names.reduce((sum, name) => {
    const { allowedVlans = '', lines } = running.interfaces.get(name) ?? {};
    // A long map is changed in the root of its length.
    const ofLines = lines === undefined || lines.size < fewLines ? 0 : Math.sqrt(lines.size) / 8;
    return sum + ofLines + ofAddresses + (isList ? allowedVlans.length / charactersOfAnInterface : 0);
  }, 0);
}

const charactersOfAnInterface = 80;
const fewLines = 64;

function vlansIn({ path, values }: SwitchCommand, state: Console['state']): number {
  const list = path === 'vlan' ? values.find(({ name }) => name === 'list') : undefined;
  return list === undefined ? 0 : countVlans(list.text) + vlanTable(state).size;
}

/** Why the model does not follow a command any more; undefined where it does. `spent` is the work of the lines before it. */
export function tooMuch(
  { state, spent }: Console,
  { values }: SwitchCommand,
  work: number,
  newPorts: number,
): SwitchProblem | undefined {
  const long = values.find(({ count }) => count > mostNamed);
  if (long)
    return problem(
      `The line names ${String(long.count)} interfaces; at most ${String(mostNamed)} are followed.`,
      long.name,
    );
  if (newPorts > 0 && state.ports.length + newPorts > mostPorts)
    return problem(`From here on the switch would have more than ${String(mostPorts)} ports.`);
  if (spent <= mostWork && spent + work > mostWork)
    return problem(
      `The lines up to here set ${String(mostWork)} interfaces and VLANs; what is set from here on is not followed.`,
    );
  return undefined;
}

/** Whether the lines before have used up all that is followed. */
export function isSpent({ spent }: Console): boolean {
  return spent > mostWork;
}

/** An interface line that is not understood. */
export const notUnderstood: SwitchProblem = problem(
  'Which interface this line names is not understood; what follows is set at none.',
  undefined,
  'Name interfaces as `show interfaces status` does, and ranges like `GigabitEthernet1/0/1 - 4`.',
);

function problem(
  message: string,
  value?: string,
  hint = 'Name the interfaces of one switch, and split the text into parts.',
): SwitchProblem {
  return { rule: 'ios/not-followed', message, hint, ...(value !== undefined && { value }) };
}
