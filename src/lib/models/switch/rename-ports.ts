import { nameOf, readInterface } from '../../dialects/ios/grammar/interface-names.ts';
import { wordsOf } from '../../dialects/ios/grammar/words.ts';
import { platformTable, tableOf } from '../../dialects/ios/tables/tables.ts';
import { readLine, unexplained } from '../../dialects/ios/reading/read-line.ts';
import { commandOf } from './command.ts';
import type { Value } from './command.ts';
import type { Console } from './console.ts';
import { execute } from './execute.ts';
import type { SwitchProfile } from './profiles/profile.ts';

/** Parts of a range that IOS takes in one `interface range` (Catalyst 2960-S command reference). */
export const mostParts = 5;

/** The ports that lines name, by their full names, in the order in which they are named first. */
export function portsIn(lines: readonly string[], start: Console): readonly string[] {
  const found = new Set<string>();
  rewritten(lines, start, ({ interfaces }) => {
    for (const name of interfaces) if (isPort(name, start.state.profile)) found.add(name);
    return undefined;
  });
  return [...found];
}

/** The same lines with other ports, by the full names of those whose place they take. A line that names none of them stays byte for byte as it is. */
export function renamePorts(
  lines: readonly string[],
  start: Console,
  ports: ReadonlyMap<string, string>,
): readonly string[] {
  return rewritten(lines, start, ({ interfaces }) =>
    interfaces.some((name) => ports.has(name))
      ? rangeOf(
          interfaces.map((name) => ports.get(name) ?? name),
          start.state.profile,
        )
      : undefined,
  );
}

/** The full name of a port, however it is abbreviated; undefined where the platform has no such port. */
export function portName(text: string, { id }: Pick<SwitchProfile, 'id'>): string | undefined {
  const words = wordsOf(text);
  const reading = readInterface(words, 0, id);
  if (!reading.ok || reading.words !== words.length || reading.interface.type.logical) return undefined;
  return nameOf(reading.interface.type, reading.interface.number, id);
}

/** Full names of the ports of a platform, as a regular expression without anchors. */
export function portPattern({ id }: Pick<SwitchProfile, 'id'>): string {
  const types = platformTable.interfaces[id].filter(({ logical }) => !logical);
  return types.map(({ type, pattern }) => `${type}(?:${pattern.replace(/^\^|\$$/g, '')})`).join('|');
}

function isPort(name: string, profile: SwitchProfile): boolean {
  return portName(name, profile) === name;
}

function rewritten(
  lines: readonly string[],
  start: Console,
  write: (value: Value) => string | undefined,
): readonly string[] {
  let console = start;
  return lines.map((line) => {
    const step = readLine(line, console.session, unexplained);
    console = execute(step, console).console;
    if (step.kind !== 'command') return line;
    const { values } = commandOf(step.parsed, start.state.profile.id);
    return values.toReversed().reduce((text, value) => {
      const own = value.interfaces.length === 0 ? undefined : write(value);
      return own === undefined ? text : `${text.slice(0, value.start)}${own}${text.slice(value.end)}`;
    }, line);
  });
}

/**
 * Ports as a range names them: neighbours by the first and the number of the last, the others one by one. IOS wants blanks around both signs
 * (Catalyst 2960-S configuration guide), an SG300 none (300 Series CLI guide).
 */
function rangeOf(names: readonly string[], { id }: SwitchProfile): string {
  const [hyphen, comma] = tableOf(id) === 'sg300' ? ['-', ','] : [' - ', ' , '];
  const parts: { first: string; stem: string; from: number; to: number }[] = [];
  for (const name of names) {
    const [, stem = '', digits = ''] = /^(.*?)(\d+)$/.exec(name) ?? [];
    const number = Number(digits);
    const before = parts.at(-1);
    if (before?.stem === stem && before.to + 1 === number) before.to = number;
    else parts.push({ first: name, stem, from: number, to: number });
  }
  return parts
    .map(({ first, from, to }) => (from === to ? first : `${first}${hyphen}${String(to)}`))
    .join(comma);
}
