/** `-A`, `-A and -B`, `-A, -B or -C`. */
export function listedWith(names: readonly string[], word: 'and' | 'or'): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)!}`;
}
