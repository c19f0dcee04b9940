import { readInterface, nameOf } from '../../dialects/ios/grammar/interface-names.ts';
import { readInterfaceRange, type RangePart } from '../../dialects/ios/grammar/interface-ranges.ts';
import type { IosCommandFacts, IosPlatform, ModeId } from '../../dialects/ios/tables/table-format.ts';
import type { ParsedCommand } from '../../dialects/ios/reading/read-line.ts';
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
  /** The interfaces that it names, in order, by their full names; none where they are more than a line may name. */
  readonly interfaces: readonly string[];
  /** How many interfaces it names, each part of a range for itself. */
  readonly count: number;
  /** Offsets within the line. */
  readonly start: number;
  readonly end: number;
}

/** Interfaces that one line may name: twice the ports of the largest stack. A longer range is not written out. */
export const mostNamed = 1024;

/** The command that a line was matched to. */
export function commandOf({ match, mode, through }: ParsedCommand, platform: IosPlatform): SwitchCommand {
  const { facts, negation, path } = match.form;
  const values = match.values.map(({ argument, text, start, end }): Value => {
    const place = { name: argument.name, start, end };
    if (argument.type === 'interface' || argument.type === 'logical-interface') {
      const reading = readInterface(wordsOf(text), 0, platform);
      if (reading.ok) {
        const { name } = reading.interface;
        return { ...place, text: name, interfaces: [name], count: 1 };
      }
    }
    if (argument.type === 'interface-range') {
      const reading = readInterfaceRange(text, platform);
      if (reading.ok) {
        const { parts } = reading;
        const count = parts.reduce((sum, part) => sum + part.last - numberOf(part.first) + 1, 0);
        const names = count > mostNamed ? [] : parts.flatMap((part) => namesOf(part, platform));
        const written = parts.map((part) => writtenOf(part, platform)).join(' , ');
        return { ...place, text: written, interfaces: [...new Set(names)], count };
      }
    }
    return { ...place, text, interfaces: [], count: 0 };
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
  const from = numberOf(first);
  return Array.from({ length: last - from + 1 }, (_, index) =>
    nameOf(type, `${stem}${String(from + index)}`, platform),
  );
}

function writtenOf(part: RangePart, platform: IosPlatform): string {
  const name = nameOf(part.type, part.first, platform);
  return part.last === numberOf(part.first) ? name : `${name} - ${String(part.last)}`;
}

/** The last number of `1/0/20`. */
function numberOf(first: string): number {
  return Number(first.slice(first.lastIndexOf('/') + 1));
}
