/**
 * Prose for a file that any console, editor or code page must show, on one line: typographic characters become their ASCII spelling,
 * letters lose their accents, what is left of other scripts becomes `?`, and a line break or another control character becomes a blank.
 * For titles and sentences only, never for commands that are run.
 */
export function toAscii(text: string): string {
  return text
    .replace(/\r\n|[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\u2018-\u201B\u2032]/g, "'")
    .replace(/[\u201C-\u201F\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2026', '...')
    .replace(/[\u00D7\u2715]/g, 'x')
    .replaceAll('\u00B7', '-')
    .replaceAll('\u2192', '->')
    .replace(/\p{Zs}/gu, ' ')
    .replaceAll('\u00DF', 'ss')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\x20-\x7E]/gu, '?');
}

export function isAscii(text: string): boolean {
  return /^[\t\r\n\x20-\x7E]*$/.test(text);
}
