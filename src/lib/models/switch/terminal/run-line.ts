import { isExec } from '../../../dialects/ios/reading/modes.ts';
import { unknownValue } from '../../unknown-value.ts';
import { continuationOf, markerOf } from '../../../dialects/ios/reading/complete.ts';
import { parseLine } from '../../../dialects/ios/reading/parse-line.ts';
import type { Remark } from '../answer-line.ts';
import { answerLine } from '../answer-line.ts';
import type { Console } from '../console.ts';
import { promptAt } from '../console.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import type { PageSize } from './pager.ts';

/** What a line at the prompt did. */
export interface LineResult {
  readonly console: Console;
  readonly printed: readonly string[];
  readonly remarks: readonly Remark[];
  readonly closed: boolean;
}

/**
 * Runs a line in a session that goes on for as long as somebody likes: what it takes is counted anew for each, and what the switch is to
 * remember has a bound.
 */
export function runLine(line: string, console: Console, wiring: Wiring): LineResult {
  const { session, state } = console;
  if (session.text && session.text.lines.length >= longestText && !line.includes(session.text.until))
    return { console, printed: [], remarks: [], closed: false };
  if (!isExec(session.mode) && takesRoom(line) && weightOf(state) > mostRemembered)
    return { console, printed: [], remarks: [full], closed: false };
  const answer = answerLine(line, { ...console, spent: 0 }, wiring);
  const { asked: _, ...after } = answer.console.session;
  const printed = answer.printed.length > 0 ? answer.printed : refusalOf(line, console);
  // Where nothing but what nobody knows would stand, a machine may have nothing to print.
  const rows = printed.flatMap((text) => text.split('\n')).filter((row) => row.trim() !== unknownValue);
  return { ...answer, printed: rows, console: { ...answer.console, session: after } };
}

/** What is said of a line that does not read as a command, by the kind of mistake alone. */
function refusalOf(line: string, console: Console): readonly string[] {
  const { session, state } = console;
  const { refusals } = state.profile.console;
  const step = parseLine(line, session);
  if (step.kind === 'unknown' && isExec(session.mode)) return unknownOf(line, console);
  if (!refusals || step.kind !== 'refused') return [];
  const { rule } = step.problem;
  if (rule.includes('ambiguous')) return [refusals.ambiguous];
  if (rule.includes('incomplete')) return [refusals.incomplete];
  return [/(?:argument|range|interface)$/.test(rule) ? refusals.value : refusals.command];
}

/**
 * A command that the tables do not have, at the EXEC prompt, where a switch always answers something. IOS takes a single word for the name of a
 * host; `^` stands below the first word that leads nowhere.
 */
function unknownOf(line: string, console: Console): readonly string[] {
  const { session, state } = console;
  const { refusals } = state.profile.console;
  if (refusals) return [refusals.command];
  const words = [...line.matchAll(/\S+/g)];
  if (words.length === 1) return ['% Unknown command or computer name, or unable to find computer address'];
  const { mode, platform } = session;
  const wrong = words.find(({ index, 0: word }) => {
    const found = continuationOf(line.slice(0, index + word.length), mode, platform);
    return found.kind !== 'choices' || found.choices.length === 0;
  });
  const column = promptAt(console).length + markerOf(line, (wrong ?? words.at(-1)!).index, mode, platform);
  return [`${' '.repeat(column)}^`, "% Invalid input detected at '^' marker.", ''];
}

/** Interfaces, VLANs and lines that a switch is let remember, in characters: as much as the NVRAM of a Catalyst 2960-S has bytes. */
const mostRemembered = 512 * 1024;
/** Lines of a banner or a macro. */
const longestText = 500;

function weightOf({ running, vlanDatabase }: SwitchState): number {
  let weight = 32 * (vlanDatabase.size + running.vlans.size);
  const add = (lines: ReadonlyMap<string, string>) => {
    for (const [key, line] of lines) weight += key.length + line.length;
  };
  add(running.lines);
  for (const [name, { lines, description = '', allowedVlans = '' }] of running.interfaces) {
    weight += 64 + name.length + description.length + allowedVlans.length;
    if (lines) add(lines);
  }
  for (const [name, lines] of running.lineBlocks) {
    weight += name.length;
    add(lines);
  }
  return weight;
}

/** Whether a line of configuration may add to it: neither does what takes away, nor what leads out. */
function takesRoom(line: string): boolean {
  return !/^\s*(?:no|default|do|end|exit|ex|e)(?:\s|$)/i.test(line);
}

const full: Remark = {
  severity: 'warning',
  message:
    'The configuration is larger than any switch would keep; of configuration only `no` is followed now.',
};

/** What a session sets for itself by `terminal`. */
export interface TerminalSettings {
  readonly size: PageSize;
  /** Whether the switch asks before it does what cannot be undone. */
  readonly asks: boolean;
}

/** The settings after a line that was not refused, such as `terminal length 0`; those before where it sets none. */
export function settingsAfter(line: string, before: TerminalSettings): TerminalSettings {
  const found =
    /^\s*(no\s+)?te(?:r(?:m(?:i(?:n(?:al?)?)?)?)?)?\s+(no\s+)?([a-z]+)(?:\s+(\d{1,3}))?\s*$/i.exec(line);
  if (!found) return before;
  const [, first, second, word, value] = found as unknown as (string | undefined)[];
  const isOff = first !== undefined || second !== undefined;
  const { size } = before;
  const is = (setting: string, shortest: number) =>
    word!.length >= shortest && setting.startsWith(word!.toLowerCase());
  const count = (standard: number, now: number) =>
    isOff ? standard : value === undefined ? now : Number(value);
  if (is('length', 3)) return { ...before, size: { ...size, rows: count(standardSize.rows, size.rows) } };
  if (is('width', 1))
    return { ...before, size: { ...size, columns: count(standardSize.columns, size.columns) } };
  if (is('datadump', 2)) return { ...before, size: { ...size, rows: isOff ? standardSize.rows : 0 } };
  return is('prompt', 2) ? { ...before, asks: !isOff } : before;
}

/** Of a terminal that does not say how large it is. */
export const standardSize: PageSize = { rows: 24, columns: 80 };
