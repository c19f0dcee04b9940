/** Characters; a number that can be kept has far fewer. */
const longest = 40;

/**
 * The number that a text is in plain digits, the way it would be printed again: `0`, `-12`, `6.80`. Undefined for every form of which
 * something would be lost or which others read in another way: `007`, `0x10`, `12e3`, `.5`, `+1`, `-0`, `1_000`, more digits than a number holds.
 */
export function plainNumber(text: string): number | undefined {
  if (text.length > longest || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  // Zeros at the end of a fraction say how exact it is, and are no other number.
  const shortest = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return String(value) === shortest ? value : undefined;
}

/** A `plainNumber` without a fraction, be it of zeros. */
export function plainInteger(text: string): number | undefined {
  return text.includes('.') ? undefined : plainNumber(text);
}

/**
 * The plain digits of what a text was most likely meant to be: `7` for `007`; undefined where nothing is likely, or a number would not hold
 * all of its digits.
 */
export function plainDigitsFor(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const joined = text.replace(/(?<=\d)_(?=\d)/g, '');
  const value = /\d/.test(joined) ? Number(joined) : NaN;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER || digitsOf(joined) > mostDigits) return undefined;
  const written = String(value === 0 ? 0 : value);
  return plainNumber(written) === undefined || written === text ? undefined : written;
}

/** Whether a text is a number, and has more digits than can be kept. */
export function hasTooManyDigits(text: string): boolean {
  return /^[+-]?\d[\d_]*(?:\.\d+)?$/.test(text) && digitsOf(text) > mostDigits;
}

/** Decimal digits of which a number keeps all. */
const mostDigits = 15;

/** The digits of a decimal number that say something; of an exponent, and of a number to another base, none. */
function digitsOf(text: string): number {
  const [, whole = '', fraction = ''] = /^[+-]?([\d_]*)(?:\.(\d*))?(?:e[+-]?\d+)?$/i.exec(text) ?? [];
  return `${whole}${fraction}`.replace(/_/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}
