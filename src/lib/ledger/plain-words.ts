/** Lines of a projection, or words of a Debug File, as the words alone: without marks of links and code, in one line. */
export function plainWords(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/\]\([^)\s]*(?: "[^"]*")?\)/g, ']')
    .replace(/[[\]`~]|\*\*/g, '')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();
}
