import { isPreamble } from '../../../dialects/ios/reading/configuration-file.ts';
import type { Console } from '../console.ts';
import { openConsole } from '../console.ts';
import { executeLine } from '../execute-line.ts';
import { printShow } from '../print-show.ts';
import type { SwitchProfile } from '../profiles/profile.ts';
import type { SwitchState } from '../state.ts';
import { allAnswer } from '../wiring.ts';
import { changed } from '../../layered-map.ts';
import { cleanLines, typedAt } from './clean-lines.ts';
import { readTables } from './read-tables.ts';

/** A switch as somebody has written it down: `show running-config`, and what else they asked it, prompts and all. */
export interface SwitchCapture {
  /** At the EXEC prompt, with that configuration saved. */
  readonly console: Console;
  /** Of the configuration, blank lines and comments left out. */
  readonly lines: number;
  /** Those whose effect nobody knows, or that the model takes for wrong: they stay as they are, and nothing is said of them. */
  readonly unknown: readonly UnknownLine[];
  /** Interfaces that the switch is known to have; none where its configuration need not name all of them. */
  readonly interfaces: ReadonlySet<string>;
  /** What the text does not say and a plan would need, a sentence each. */
  readonly missing: readonly string[];
}

export interface UnknownLine {
  /** Of the configuration, from 1. */
  readonly line: number;
  readonly text: string;
  /** The line that opens its block; undefined in global configuration. */
  readonly block: string | undefined;
}

/** `name` is what the prompt says where the configuration has no host name. */
export function readCapture(text: string, profile: SwitchProfile, name: string): SwitchCapture {
  const lines = cleanLines(text);
  const configuration = configurationIn(lines);
  let console = openConsole(profile.id, { as: 'config', hostname: name });
  const unknown: UnknownLine[] = [];
  let block: string | undefined;
  let count = 0;
  configuration.forEach((line, index) => {
    const typed = executeLine(line, console);
    const isText = console.session.text !== undefined;
    console = typed.console;
    if (!/^\s/.test(line)) block = undefined;
    if (typed.step.kind !== 'nothing') count++;
    if (typed.step.kind === 'unknown' || typed.step.kind === 'refused' || typed.refused)
      unknown.push({ line: index + 1, text: line, block });
    if (!/^\s/.test(line) && !isText) block = line;
  });
  const tables = readTables(lines, profile);
  const state = withStated(withTables(console.state, tables), configuration, profile);
  const saved: SwitchState = { ...state, startup: state.running };
  return {
    console: openConsole(profile.id, { state: saved, hostname: name }),
    lines: count,
    unknown,
    interfaces: new Set(
      profile.looks.everyPort
        ? configuration.filter((line) => /^interface /i.test(line)).flatMap((line) => namesIn(line, profile))
        : [],
    ),
    missing: missingIn(configuration, saved, tables.vlans !== undefined, tables.mtu !== undefined),
  };
}

/** The lines of the running configuration: behind the command that shows it, where prompts are written down, else all of them. */
function configurationIn(lines: readonly string[]): readonly string[] {
  const prompts = lines.map(typedAt);
  const asked = prompts.findLastIndex((typed) => typed && /^(?:do )?sh(?:o|ow)? +ru/i.test(typed.command));
  const printed = lines.findLastIndex((line) => isPreamble(line));
  const from = asked >= 0 ? asked + 1 : printed >= 0 ? firstOfPreamble(lines, printed) : 0;
  const rest = lines.slice(from);
  const end = rest.findIndex((line, index) => line === 'end' || (asked >= 0 && prompts[from + index]));
  const own = end < 0 ? rest : rest.slice(0, rest[end] === 'end' ? end + 1 : end);
  const tables = own.findIndex((line) => /^VLAN +Name +Status/.test(line));
  return (tables < 0 ? own : own.slice(0, tables)).filter((line) => !isPreamble(line) && !typedAt(line));
}

/** `Building configuration...` and the line that counts its bytes stand above the same configuration. */
function firstOfPreamble(lines: readonly string[], last: number): number {
  let first = last;
  while (first > 0 && (lines[first - 1]!.trim() === '' || isPreamble(lines[first - 1]!))) first--;
  return first;
}

function namesIn(line: string, profile: SwitchProfile): readonly string[] {
  const { target } = executeLine(line, openConsole(profile.id, { as: 'config' })).console;
  // One that the platform does not have is an interface of the switch all the same.
  return target.kind === 'interfaces' ? target.names : [line.replace(/^interface +/i, '')];
}

/**
 * With the lines of global configuration that say what the switch does anyway: releases differ in the defaults that they print, and what stood
 * in the configuration stands in it again when the rest is as it was.
 */
function withStated(
  state: SwitchState,
  configuration: readonly string[],
  profile: SwitchProfile,
): SwitchState {
  const textOf = (one: SwitchState) => {
    const answer = printShow('show running-config', one, allAnswer);
    return answer.kind === 'text' ? answer.text : '';
  };
  const text = textOf(state);
  const printed = new Set(text.split('\n'));
  const console = openConsole(profile.id, { as: 'config', state });
  const stated = configuration.filter((line) => {
    if (line === '' || /^[\s!]/.test(line) || printed.has(line)) return false;
    const { step, refused, console: after } = executeLine(line, console);
    const isInPlace = after.session.mode === 'config' && after.session.text === undefined;
    return step.kind === 'command' && !refused && isInPlace && textOf(after.state) === text;
  });
  if (stated.length === 0) return state;
  const lines = changed(
    state.running.lines,
    [...new Set(stated)].map((line) => [line, line] as const),
  );
  return { ...state, running: { ...state.running, lines } };
}

function withTables(state: SwitchState, { vlans, vtpMode, mtu }: ReturnType<typeof readTables>): SwitchState {
  const { vtpMode: configured, ...running } = state.running;
  const mode = vtpMode === undefined ? configured : vtpMode === 'server' ? undefined : vtpMode;
  return {
    ...state,
    running: mode === undefined ? running : { ...running, vtpMode: mode },
    vlanDatabase: vlans ?? state.vlanDatabase,
    boot: { ...state.boot, ...mtu },
  };
}

function missingIn(
  configuration: readonly string[],
  { profile, running }: SwitchState,
  hasVlans: boolean,
  hasMtu: boolean,
): readonly string[] {
  const { vlans, mtu, looks } = profile;
  const tellsVlans =
    vlans.store === 'configuration' ||
    hasVlans ||
    running.vtpMode === 'transparent' ||
    running.vtpMode === 'off';
  return [
    ...(tellsVlans
      ? []
      : [
          `Which VLANs there are is not in it: as a VTP server or client this switch keeps them in a database of their own. Add what \`${looks.vlans}\` prints.`,
        ]),
    ...(mtu === 'system-mtu' && !hasMtu
      ? [`Its frame sizes are not in it, as in no configuration. Add what \`${looks.frames}\` prints.`]
      : []),
    ...(vlans.store === 'database' && configuration.length > 0 && configuration.at(-1) !== 'end'
      ? ['It does not end with `end`: the end of it may be missing.']
      : []),
    ...(configuration.every((line) => line.trim() === '' || line.startsWith('!'))
      ? ['There is no configuration in it.']
      : []),
  ];
}
