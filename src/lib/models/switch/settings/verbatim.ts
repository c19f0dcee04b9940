/**
 * The line that takes an unmodelled line away, as `storeVerbatim` understands it: with `no` in front, or without it. What no command
 * table takes with all its values may still go by its first words.
 */
export function removalOf(line: string, accepts: (line: string) => boolean): string | undefined {
  if (line.startsWith('no ')) return [line.slice(3)].find(accepts);
  const words = line.split(' ');
  return words.map((_, index) => `no ${words.slice(0, words.length - index).join(' ')}`).find(accepts);
}
