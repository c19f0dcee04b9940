import { hasTooManyDigits, plainDigitsFor, plainNumber } from '../diagnostics/plain-number.ts';
import type { Cell, Column } from './comparison.ts';
import type { CellSource } from './schema.ts';

/** Why a cell does not fit its column. */
export interface Misfit {
  readonly message: string;
  readonly hint: string;
}

/** Reads a cell for its column: of one with a unit it is a number, of one without it is words, digits among them. */
export function readCell(source: CellSource, column: Column): Cell | Misfit {
  const { id, unit } = column;
  if (typeof source === 'string')
    return unit === undefined ? { kind: 'text', text: source } : exact(source, column);
  if ('absent' in source) return { kind: 'absent', reason: source.absent };
  if ('text' in source)
    return unit === undefined ? { kind: 'text', text: source.text, tone: source.tone } : hasWords(column);
  if (unit === undefined) {
    return {
      message: `The column “${id}” has no unit, and this cell has a number.`,
      hint: 'Give the column its `unit`, or write the number in words.',
    };
  }
  if ('about' in source) {
    const value = plainNumber(source.about);
    return value === undefined
      ? noNumber(source.about)
      : { kind: 'about', value, ...written(source.about, value) };
  }
  const from = plainNumber(source.from);
  const to = plainNumber(source.to);
  if (from === undefined) return noNumber(source.from);
  if (to === undefined) return noNumber(source.to);
  if (from > to) {
    return {
      message: `The range ${source.from} to ${source.to} runs backwards.`,
      hint: 'Write the smaller number as `from`.',
    };
  }
  const asWritten = String(from) !== source.from || String(to) !== source.to;
  return { kind: 'range', from, to, ...(asWritten ? { written: [source.from, source.to] as const } : {}) };
}

export function isMisfit(reading: Cell | Misfit): reading is Misfit {
  return 'message' in reading;
}

function exact(source: string, column: Column): Cell | Misfit {
  const value = plainNumber(source);
  if (value !== undefined) return { kind: 'exact', value, ...written(source, value) };
  const isNumber = plainDigitsFor(source) !== undefined || hasTooManyDigits(source);
  return isNumber ? noNumber(source) : hasWords(column);
}

function written(source: string, value: number): { readonly written?: string } {
  return String(value) === source ? {} : { written: source };
}

function hasWords({ id, unit }: Column): Misfit {
  return {
    message: `The column “${id}” is measured in ${unit}, and this cell has words.`,
    hint: 'Write a number, `{ about: … }`, `{ from: …, to: … }` or `{ absent: why }`.',
  };
}

function noNumber(source: string): Misfit {
  if (hasTooManyDigits(source))
    return {
      message: `This cell is ${source}, and has more digits than a number keeps.`,
      hint: 'Write a number of at most 15 digits.',
    };
  const digits = plainDigitsFor(source);
  return {
    message: `This cell is written ${source}, and a number is written in plain digits here.`,
    hint:
      digits === undefined
        ? 'Write plain digits, such as 12 or 6.8.'
        : `Write ${digits}, if that is the number meant.`,
  };
}
