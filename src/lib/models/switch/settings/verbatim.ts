/**
 * The line that takes an unmodelled line away, as `storeVerbatim` understands it: with `no` in front, or without it. What no command
 * table takes with all its values may still go by its first words.
 */
export function removalOf(line: string, accepts: (line: string) => boolean): string | undefined {
  if (line.startsWith('no ')) return [line.slice(3)].find(accepts);
  const words = line.split(' ');
  return words.map((_, index) => `no ${words.slice(0, words.length - index).join(' ')}`).find(accepts);
}

/**
 * A kept line as it is typed, which may go on in further lines. A configuration prints a banner between `^C` and `^C`, which a keyboard cannot
 * type like that. Undefined where every delimiter stands in the text itself.
 */
export function typedLines(line: string): readonly string[] | undefined {
  const banner = /^(banner \S+) \^C(.*)\^C$/s.exec(line);
  if (!banner) return line.split('\n');
  const [, command, text] = banner as unknown as [string, string, string];
  const delimiter = ['#', '%', '$', '@', '~'].find((sign) => !text.includes(sign));
  return delimiter === undefined ? undefined : `${command} ${delimiter}${text}${delimiter}`.split('\n');
}
