/** Quotes of either kind, straight and curly, with the primes that word processors put in their place. */
const straightQuotes: ReadonlyMap<string, '"' | "'"> = new Map([
  ...Array.from('"“”„‟″', (quote) => [quote, '"'] as const),
  ...Array.from("'‘’‚‛′´", (quote) => [quote, "'"] as const),
]);

export function isCurlyQuote(character: string): boolean {
  return character !== '"' && character !== "'" && straightQuote(character) !== undefined;
}

/** The straight quote that a quote of any shape stands for. */
export function straightQuote(character: string): '"' | "'" | undefined {
  if (character === '"' || character === "'") return character;
  return character > '\x7f' ? straightQuotes.get(character) : undefined;
}
