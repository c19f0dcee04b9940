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

/** A JSON value as the same text whatever the order of its keys, for digests. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sortKeys(value));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sortKeys(item)]),
  );
}
