/**
 * A value as the text of a JSON file, indented by two blanks. All that is not printable ASCII is written by its code: whatever takes the
 * file for another encoding, as Windows PowerShell does, reads the same.
 */
export function jsonFile(value: unknown): string {
  const written = JSON.stringify(value, null, 2).replace(
    /[^\n\x20-\x7E]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${written}\n`;
}
