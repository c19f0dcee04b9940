/**
 * Puts lines into the order in which a switch prints them, whatever order they were typed in: each pattern of `order` names a place,
 * `undefined` the place of lines that none of them fits. Lines of one place keep their order.
 */
export function inOrder(lines: readonly string[], order: readonly (RegExp | undefined)[]): string[] {
  return places(lines, order).flat();
}

/** The same, with the lines of each place by themselves. */
export function places(lines: readonly string[], order: readonly (RegExp | undefined)[]): string[][] {
  const other = order.indexOf(undefined);
  const found: string[][] = order.map(() => []);
  for (const line of lines) {
    const place = order.findIndex((pattern) => pattern?.test(line));
    found[place < 0 ? other : place]!.push(line);
  }
  return found;
}
