import type { InterfaceName, InterfaceProblem } from './interface-names.ts';
import { readInterface } from './interface-names.ts';
import type { RangeReading } from './interface-ranges.ts';
import { readInterfaceRange } from './interface-ranges.ts';
import type { ArgumentSpec } from './syntax.ts';
import { tableOf } from '../tables/tables.ts';
import type { IosPlatform } from '../tables/table-format.ts';
import type { Word } from './words.ts';

/**
 * Why a value does not fit. `shape`: it is not of this type at all and may be something else; `range`: it is of this type but
 * does not exist; `length`: it has more characters than are taken; `list`: a VLAN list that is not written as one; `interface`: an interface that the platform does not have.
 */
export type ArgumentProblem =
  | { readonly kind: 'shape' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly typed: string }
  | { readonly kind: 'length'; readonly most: number; readonly typed: string }
  | { readonly kind: 'address'; readonly typed: string }
  | { readonly kind: 'list'; readonly typed: string }
  | { readonly kind: 'interface'; readonly problem: InterfaceProblem | RangeProblem };

type RangeProblem = Extract<RangeReading, { ok: false }>['problem'];

export type ArgumentReading =
  | { readonly ok: true; readonly words: number }
  /** Offsets within the line. */
  | { readonly ok: false; readonly problem: ArgumentProblem; readonly start: number; readonly end: number };

/** Reads the argument that begins at a word. `words` of the reading is how many words it takes up. */
export function readArgument(
  argument: ArgumentSpec,
  words: readonly Word[],
  at: number,
  line: string,
  platform: IosPlatform,
): ArgumentReading {
  const word = words[at]!;
  const rest = words.length - at;
  const one: ArgumentReading = { ok: true, words: 1 };
  const fail = (problem: ArgumentProblem, start = word.start, end = word.end): ArgumentReading => ({
    ok: false,
    problem,
    start,
    end,
  });
  const shaped = (pattern: RegExp): ArgumentReading =>
    pattern.test(word.lower) ? one : fail({ kind: 'shape' });
  switch (argument.type) {
    case 'word': {
      const problem = tooLong(word.text, argument);
      return problem ? fail(problem) : one;
    }
    case 'line': {
      const end = words.at(-1)!.end;
      const problem = tooLong(line.slice(word.start, end), argument);
      return problem ? fail(problem, word.start, end) : { ok: true, words: rest };
    }
    case 'banner':
    case 'exec-command':
      return { ok: true, words: rest };
    case 'int':
      return bounded(word, argument.from ?? 0, argument.to ?? Infinity) ?? one;
    case 'vlan-id':
      return bounded(word, 1, 4094) ?? one;
    case 'vlan-list': {
      const problem = vlanListProblem(word);
      return problem ? fail(...problem) : one;
    }
    case 'interface':
    case 'logical-interface': {
      const reading = readInterface(words, at, platform);
      const fits = argument.type === 'interface' || (reading.ok && isLogical(reading.interface));
      if (reading.ok) return fits ? { ok: true, words: reading.words } : fail({ kind: 'shape' });
      const { problem, words: count } = reading;
      return fail(
        problem.kind === 'not-one' ? { kind: 'shape' } : { kind: 'interface', problem },
        word.start,
        words[at + count - 1]!.end,
      );
    }
    case 'interface-range': {
      const reading = readInterfaceRange(line.slice(word.start, words.at(-1)!.end), platform);
      if (reading.ok) return { ok: true, words: rest };
      const { problem, start, end } = reading;
      return fail(
        problem.kind === 'not-one' ? { kind: 'shape' } : { kind: 'interface', problem },
        word.start + start,
        word.start + end,
      );
    }
    case 'ipv4':
      return octets(word) ?? one;
    case 'ipv4-mask':
      return octets(word) ?? (isMask(word.text) ? one : fail({ kind: 'address', typed: word.text }));
    case 'prefix-length':
      return shaped(/^\/\d{1,2}$/);
    case 'percent': {
      if (!/^\d{1,3}(\.\d{1,2})?$/.test(word.text)) return fail({ kind: 'shape' });
      return Number(word.text) > 100 ? fail({ kind: 'range', from: 0, to: 100, typed: word.text }) : one;
    }
    case 'scaled':
      return shaped(/^\d+(\.\d+)?[kmg]?$/);
    case 'time':
      return shaped(/^\d{1,2}:\d{2}(:\d{2})?$/);
    case 'mac':
      return shaped(tableOf(platform) === 'sg300' ? macOfSg300 : macOfCatalyst);
  }
}

/** Three groups, from which zeros in front may be left out. */
const macOfCatalyst = /^[0-9a-f]{1,4}(\.[0-9a-f]{1,4}){2}$/;
const macOfSg300 = /^([0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}|[0-9a-f]{2}([:-][0-9a-f]{2}){5})$/;

/** Quotes around a text are not of it. */
function tooLong(written: string, { to = Infinity }: ArgumentSpec): ArgumentProblem | undefined {
  const typed = /^"(.*)"$/.exec(written)?.[1] ?? written;
  return typed.length > to ? { kind: 'length', most: to, typed } : undefined;
}

function bounded(word: Word, from: number, to: number): ArgumentReading | undefined {
  const fail = (problem: ArgumentProblem): ArgumentReading => ({
    ok: false,
    problem,
    start: word.start,
    end: word.end,
  });
  if (!/^\d+$/.test(word.text)) return fail({ kind: 'shape' });
  const value = Number(word.text);
  return value < from || value > to ? fail({ kind: 'range', from, to, typed: word.text }) : undefined;
}

/** VLAN lists hold no blanks: a comma at the end of the word is where one was put. */
function vlanListProblem(word: Word): [ArgumentProblem, number, number] | undefined {
  if (!/^\d[\d,-]*$/.test(word.text)) return [{ kind: 'shape' }, word.start, word.end];
  let at = word.start;
  for (const part of word.text.split(',')) {
    const found = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (!found) return [{ kind: 'list', typed: word.text }, word.start, word.end];
    for (const typed of found.slice(1)) {
      if (typed !== undefined && (Number(typed) < 1 || Number(typed) > 4094))
        return [{ kind: 'range', from: 1, to: 4094, typed }, at, at + part.length];
    }
    if (found[2] !== undefined && Number(found[2]) < Number(found[1]))
      return [{ kind: 'list', typed: word.text }, at, at + part.length];
    at += part.length + 1;
  }
  return undefined;
}

function octets(word: Word): ArgumentReading | undefined {
  const fail = (problem: ArgumentProblem): ArgumentReading => ({
    ok: false,
    problem,
    start: word.start,
    end: word.end,
  });
  if (!/^\d+(\.\d+){3}$/.test(word.text)) return fail({ kind: 'shape' });
  return word.text.split('.').some((octet) => Number(octet) > 255)
    ? fail({ kind: 'address', typed: word.text })
    : undefined;
}

/** Ones on the left, zeros on the right. */
function isMask(text: string): boolean {
  const bits = text
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');
  return !bits.includes('01');
}

/** A part of a physical interface can be made and removed like a logical one: `GigabitEthernet0/0.10`. */
function isLogical({ type, number }: InterfaceName): boolean {
  return type.logical === true || number.includes('.');
}
