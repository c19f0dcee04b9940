import { isMap, isScalar, isSeq } from 'yaml';
import type { Scalar } from 'yaml';
import { plainInteger, plainNumber } from './plain-number.ts';
import { keyText } from './yaml-keys.ts';
import { partOf, scalarKindOf } from './zod-shape.ts';

/**
 * The plain value of a YAML node for a place of a schema. Where a text fits, what is written stands: `1.10`, `007`, `yes` and `2012-01-01`
 * are texts there. Where a number or truth value is wanted, it is one only in its plain form, and else stays a text, which does not fit.
 * Nothing, `~` and `null` are null everywhere.
 */
export function plainValue(node: unknown, schema: unknown): unknown {
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): [string, unknown] => {
      const name = keyText(key) ?? '';
      return [name, plainValue(value, partOf(schema, name))];
    });
    return Object.fromEntries(entries);
  }
  if (isSeq(node)) return node.items.map((item, index) => plainValue(item, partOf(schema, index)));
  if (!isScalar(node)) return null;
  const text = String(node.value);
  if (!isPlain(node)) return text;
  if (isNull(text)) return null;
  switch (scalarKindOf(schema)) {
    case 'text':
      return text;
    case 'integer':
      return plainInteger(text) ?? text;
    case 'number':
      return plainNumber(text) ?? text;
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : text;
  }
}

/** What YAML takes for no value where it stands without quotes. */
export function isNull(text: string): boolean {
  return /^(?:|~|null|Null|NULL)$/.test(text);
}

/** Written without quotes on a line or several. */
export function isPlain(node: Scalar): boolean {
  return node.type === undefined || node.type === 'PLAIN';
}
