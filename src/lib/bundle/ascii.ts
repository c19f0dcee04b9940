/**
 * Prose for a file that any console, editor or code page must show: typographic characters become their ASCII spelling, letters lose
 * their accents, and what is left of other scripts becomes `?`. For titles and sentences only, never for commands.
 */
export function toAscii(text: string): string {
  return text
    .replace(/[\u2018-\u201B\u2032]/g, "'")
    .replace(/[\u201C-\u201F\u2033]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/[\u2010-\u2012\u2015\u2212]/g, '-')
    .replaceAll('\u2026', '...')
    .replace(/[\u00D7\u2715]/g, 'x')
    .replaceAll('\u00B7', '-')
    .replaceAll('\u2192', '->')
    .replace(/[\u00A0\u2000-\u200A\u202F]/g, ' ')
    .replace(/[\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replaceAll('\u00DF', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E\n]/gu, '?');
}

export function isAscii(text: string): boolean {
  return /^[\t\r\n\x20-\x7E]*$/.test(text);
}
