// The texts that .NET turns into values of its types.

/** As PowerShell turns text into a number; undefined where it cannot. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(/(?<=\d),(?=\d)/g, '');
  if (plain === '') return 0;
  const hex = /^([+-]?)0x([\da-f]+)$/i.exec(plain);
  if (hex) return Number.parseInt(hex[2]!, 16) * (hex[1] === '-' ? -1 : 1);
  const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)[dl]?([kmgtp]b)?$/i.exec(plain);
  if (!match) return undefined;
  return Number(match[1]) * (match[2] ? 2 ** (10 * ('kmgtp'.indexOf(match[2][0]!.toLowerCase()) + 1)) : 1);
}

/** As .NET's IPAddress reads it: one to four numbers, or IPv6 with an optional zone. */
export function isAddress(text: string): boolean {
  const four = text.split('.');
  if (four.length <= 4 && four.every((part) => /^(?:\d{1,10}|0x[\da-f]{1,8})$/i.test(part))) {
    return four.every(
      (part, index) => Number(part) <= (index === four.length - 1 ? 2 ** (8 * (5 - four.length)) - 1 : 255),
    );
  }
  const [address = ''] = text.replace(/^\[(.*)\]$/, (_match, inner: string) => inner).split('%');
  if (!/^[\da-f:.]+$/i.test(address) || !address.includes(':')) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups[groups.length - 1] ?? '';
  const count = groups.length + (last.includes('.') ? 1 : 0);
  const fits = groups.every(
    (group, index) =>
      /^[\da-f]{1,4}$/i.test(group) ||
      (index === groups.length - 1 && /^\d{1,3}(?:\.\d{1,3}){3}$/.test(group)),
  );
  return fits && (halves.length === 2 ? count <= 7 : count === 8);
}

/** Days, or days, hours, minutes, seconds and their fractions. */
export function isTimeSpan(text: string): boolean {
  return /^\s*-?(?:\d+|(?:\d+[.:])?\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d{1,7})?)?)\s*$/.test(text);
}

export function isGuid(text: string): boolean {
  return /^[\s{(]*[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}[\s})]*$/i.test(text) || /^\{0x/i.test(text);
}

/** Two to four whole numbers with dots between them. */
export function isVersion(text: string): boolean {
  return /^\s*\d{1,10}(?:\s*\.\s*\d{1,10}){1,3}\s*$/.test(text);
}

export function isDecimalNumber(text: string): boolean {
  return readNumber(text) !== undefined || /^\s*[+-]?(?:nan|infinity|\u221e)\s*$/i.test(text);
}
