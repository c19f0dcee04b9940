/** Programs that share their name with an alias: who writes it may have meant the program. Source: Windows itself brings them. */
export const programsBehindAliases: ReadonlySet<string> = new Set([
  'curl',
  'wget',
  'sc',
  'fc',
  'where',
  'sort',
]);
