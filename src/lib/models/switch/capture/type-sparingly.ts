import { parseLine } from '../../../dialects/ios/reading/parse-line.ts';
import { choicesOf, commandOf, valueOf } from '../command.ts';
import type { SwitchCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { reachOf } from '../effects/channel.ts';
import { executeLine } from '../execute-line.ts';
import { isLockout } from '../risks.ts';
import { allowedVlans } from '../state.ts';
import type { SwitchState } from '../state.ts';
import { addVlans, removeVlans } from '../vlan-list.ts';
import { carriesTags } from './carries-tags.ts';

/** Lines as they were typed at a switch that had a life before them. */
export interface SparingLines {
  readonly lines: readonly string[];
  readonly console: Console;
  /** Lines that were typed in another form, so that nothing is taken away by them. */
  readonly spared: readonly { readonly line: string; readonly typed: string }[];
  /** What the switch does not take, or should not be told from where somebody sits. */
  readonly refused: readonly { readonly line: string; readonly why: string }[];
}

/** Types lines one after the other, as a switch takes them; `start` is what it was before the first line of all. */
export function typeSparingly(lines: readonly string[], before: Console, start: SwitchState): SparingLines {
  let console = before;
  const spared: { line: string; typed: string }[] = [];
  const refused: { line: string; why: string }[] = [];
  const typed = lines.map((line) => {
    const form = sparingForm(line, console, start) ?? line;
    if (form !== line) spared.push({ line: line.trim(), typed: form.trim() });
    const result = executeLine(form, console);
    console = result.console;
    const { step } = result;
    const lockout = isInUse(console, start) ? result.risks.find(isLockout) : undefined;
    const why = step.kind === 'refused' ? step.problem.message : (result.refused ?? lockout)?.message;
    if (why !== undefined) refused.push({ line: form.trim(), why });
    return form;
  });
  return { lines: typed, console, spared, refused };
}

/** Whether the interfaces that are being configured carried something before: nobody is connected through one that carried nothing. */
function isInUse({ target }: Console, start: SwitchState): boolean {
  return (
    target.kind === 'interfaces' &&
    target.names.some((name) => Object.keys(start.running.interfaces.get(name) ?? {}).length > 0)
  );
}

/**
 * A list of VLANs that would take some away from a trunk that was there before, as one that adds; undefined where it would not. Where ports
 * came into the channel with lists of their own, it is the list of both, so that all of them have one.
 */
function sparingForm(
  line: string,
  { session, state, target }: Console,
  start: SwitchState,
): string | undefined {
  const step = parseLine(line, session);
  if (step.kind !== 'command' || target.kind !== 'interfaces') return undefined;
  const command = commandOf(step.parsed, state.profile.id);
  const list = wholeList(command);
  const place = command.values.find(({ name }) => name === 'v');
  if (list === undefined || !place) return undefined;
  const listAt = (name: string) => allowedVlans(state.running.interfaces.get(name) ?? {}, state);
  const cut = target.names.filter(
    (name) => carriesTags(start, name) && removeVlans(listAt(name), list) !== 'none',
  );
  if (cut.length === 0) return undefined;
  const reached = reachOf(state, target.names, command).map(listAt);
  const all = cut.reduce((sum, name) => addVlans(sum, listAt(name)), list);
  const whole = `${line.slice(0, place.start)}${all}${line.slice(place.end)}`;
  return new Set(reached).size > 1 && whole.length <= state.profile.console.longestLine
    ? whole
    : `${line.slice(0, place.start)}add ${line.slice(place.start)}`;
}

/** The list of `switchport trunk allowed vlan LIST`, which takes the place of the one before. */
function wholeList(command: SwitchCommand): string | undefined {
  if (command.negation || command.path !== 'switchport trunk allowed vlan') return undefined;
  const list = valueOf(command, 'v');
  return list !== undefined && choicesOf(command)[0] === list && /^\d/.test(list) ? list : undefined;
}
