import { isDash } from './characters.ts';

const numberForm =
  /(?:0[xX]([\da-fA-F]*)|0[bB]([01]+)|((?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+\-\u2013-\u2015]?\d+)?))([dDlL]|[uU][lLsSyY]?|[sSyYnN])?([kKmMgGtTpP][bB])?/y;
const multipliers: Readonly<Record<string, number>> = {
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
  p: 2 ** 50,
};

/** The number that a text has from an offset on, with its sign, and where it ends; undefined where there is none. */
export function numberAt(
  text: string,
  start: number,
): { readonly number: number; readonly end: number } | undefined {
  const negative = isDash(text[start]!);
  const signLength = negative || text[start] === '+' ? 1 : 0;
  numberForm.lastIndex = start + signLength;
  const match = numberForm.exec(text);
  if (!match) return undefined;
  const [, hex, binary, decimal, , multiplier] = match;
  const digits =
    hex !== undefined
      ? Number.parseInt(`0${hex}`, 16)
      : binary !== undefined
        ? Number.parseInt(binary, 2)
        : Number(decimal!.replace(/[\u2013-\u2015]/g, '-'));
  const size = multiplier ? multipliers[multiplier[0]!.toLowerCase()]! : 1;
  return { number: (negative ? -digits : digits) * size, end: numberForm.lastIndex };
}
