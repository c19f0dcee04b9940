/** Names in a row, the first six of many: `a, b, c, d, e, f and 12 more`. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
