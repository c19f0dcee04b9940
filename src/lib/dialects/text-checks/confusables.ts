/** Letters of other scripts that look like an ASCII letter in the fonts of a shell: Cyrillic, Greek, Armenian and others. */
const lookAlikes: Readonly<Record<string, string>> = {
  A: 'АΑ',
  B: 'ВΒ',
  C: 'СϹ',
  E: 'ЕΕ',
  F: 'Ϝ',
  G: 'Ԍ',
  H: 'НΗ',
  I: 'ІΙӀ',
  J: 'ЈͿ',
  K: 'КΚ\u212A',
  M: 'МΜ',
  N: 'Ν',
  O: 'ОΟՕ',
  P: 'РΡ',
  Q: 'Ԛ',
  S: 'ЅՏ',
  T: 'ТΤ',
  U: 'Ս',
  V: 'Ѵ',
  W: 'Ԝ',
  X: 'ХΧ',
  Y: 'ҮΥУ',
  Z: 'Ζ',
  a: 'аαɑ',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еҽ',
  g: 'ɡց',
  h: 'һհ',
  i: 'іιıɩ',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏⅼ',
  n: 'ո',
  o: 'оοօ',
  p: 'рρ',
  q: 'ԛզ',
  r: 'гᴦ',
  s: 'ѕ',
  t: 'т',
  u: 'υս',
  v: 'ѵν',
  w: 'ԝ',
  x: 'хχ',
  y: 'уγү',
};

const asciiOf: ReadonlyMap<string, string> = new Map(
  Object.entries(lookAlikes).flatMap(([ascii, others]) =>
    [...others].map((other): [string, string] => [other, ascii]),
  ),
);

/** The ASCII character that `character` looks like; undefined for one that looks like none. */
export function asciiLike(character: string): string | undefined {
  const point = character.codePointAt(0)!;
  // Fullwidth forms stand in the order of ASCII.
  if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0);
  // Mathematical letters: thirteen alphabets of 52 letters each.
  if (point >= 0x1d400 && point <= 0x1d6a3) {
    const index = (point - 0x1d400) % 52;
    return String.fromCharCode(index < 26 ? 65 + index : 71 + index);
  }
  return asciiOf.get(character);
}
