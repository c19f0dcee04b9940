/** Quotes of either kind, straight and curly, with the primes that word processors put in their place. */
const doubleQuotes = '"“”„‟″';
const singleQuotes = "'‘’‚‛′´";

export function isCurlyQuote(character: string): boolean {
  return character !== '"' && character !== "'" && straightQuote(character) !== undefined;
}

/** The straight quote that a quote of any shape stands for. */
export function straightQuote(character: string): '"' | "'" | undefined {
  if (character === '') return undefined;
  if (doubleQuotes.includes(character)) return '"';
  return singleQuotes.includes(character) ? "'" : undefined;
}
