import { readInterface, nameOf } from '../../dialects/ios/grammar/interface-names.ts';
import { readInterfaceRange, type RangePart } from '../../dialects/ios/grammar/interface-ranges.ts';
import type { IosCommandFacts, IosPlatform, ModeId } from '../../dialects/ios/tables/table-format.ts';
import type { ParsedCommand } from '../../dialects/ios/reading/parse-line.ts';
import { wordsOf } from '../../dialects/ios/grammar/words.ts';

/** A command that a switch has taken, in full words. */
export interface SwitchCommand {
  readonly facts: IosCommandFacts;
  /** The mode whose command it is: global configuration also where a sub-mode was left for it. */
  readonly mode: ModeId;
  readonly through: 'do' | undefined;
  readonly negation: 'no' | 'default' | undefined;
  /** The keywords before its first value or choice: `switchport mode`. */
  readonly path: string;
  /** Without `no`, `default` and `do`; keywords written out, interfaces by their full names, other values as typed. */
  readonly words: readonly string[];
  readonly values: readonly Value[];
}

export interface Value {
  readonly name: string;
  readonly text: string;
  /** The interfaces that it names, in order, by their full names. */
  readonly interfaces: readonly string[];
  /** Offsets within the line. */
  readonly start: number;
  readonly end: number;
}

/** The command that a line was matched to. */
export function commandOf({ match, mode, through }: ParsedCommand, platform: IosPlatform): SwitchCommand {
  const { facts, negation, path } = match.form;
  const values = match.values.map(({ argument, text, start, end }): Value => {
    const place = { name: argument.name, start, end };
    if (argument.type === 'interface' || argument.type === 'logical-interface') {
      const reading = readInterface(wordsOf(text), 0, platform);
      if (reading.ok) {
        const { name } = reading.interface;
        return { ...place, text: name, interfaces: [name] };
      }
    }
    if (argument.type === 'interface-range') {
      const reading = readInterfaceRange(text, platform);
      if (reading.ok) {
        const names = [...new Set(reading.parts.flatMap((part) => namesOf(part, platform)))];
        const written = reading.parts.map((part) => writtenOf(part, platform)).join(' , ');
        return { ...place, text: written, interfaces: names };
      }
    }
    return { ...place, text, interfaces: [] };
  });
  const words = [...match.canonical];
  let at = 0;
  match.values.forEach(({ text }, index) => {
    at = words.indexOf(text, at);
    words[at++] = values[index]!.text;
  });
  if (negation) words.shift();
  return { facts, mode, through, negation, path: path.join(' '), words, values };
}

/** The line as the switch would write it. */
export function canonicalLine({ through, negation, words }: SwitchCommand): string {
  return [through, negation, ...words].filter((word) => word !== undefined).join(' ');
}

export function valueOf(command: SwitchCommand, name: string): string | undefined {
  return command.values.find((value) => value.name === name)?.text;
}

/** The words behind its path: choices and values. */
export function choicesOf({ words, path }: SwitchCommand): readonly string[] {
  return words.slice(path === '' ? 0 : path.split(' ').length);
}

function namesOf({ type, first, last }: RangePart, platform: IosPlatform): string[] {
  const stem = first.slice(0, first.lastIndexOf('/') + 1);
  const from = Number(first.slice(stem.length));
  return Array.from({ length: last - from + 1 }, (_, index) =>
    nameOf(type, `${stem}${String(from + index)}`, platform),
  );
}

function writtenOf(part: RangePart, platform: IosPlatform): string {
  const name = nameOf(part.type, part.first, platform);
  const from = Number(part.first.slice(part.first.lastIndexOf('/') + 1));
  return part.last === from ? name : `${name} - ${String(part.last)}`;
}
