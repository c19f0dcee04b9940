import type { z } from 'zod';

// What a Zod schema says of the parts of a value, as far as readers of YAML need to know it.

/** What a scalar is to become at a place of a schema; `text` wherever a text fits. */
export type ScalarKind = 'text' | 'number' | 'integer' | 'boolean';

/** The schema of a property or item; undefined where the schema has no such part. */
export function partOf(schema: unknown, key: PropertyKey): unknown {
  const def = definition(unwrapped(schema));
  if (!def) return undefined;
  const shape = def['shape'] as Record<PropertyKey, unknown> | undefined;
  if (shape) return Object.hasOwn(shape, key) ? shape[key] : undefined;
  return def['element'] ?? def['valueType'];
}

export function scalarKindOf(schema: unknown): ScalarKind {
  const def = definition(unwrapped(schema));
  if (def?.['type'] === 'boolean') return 'boolean';
  if (def?.['type'] !== 'number') return 'text';
  return def['format'] === 'safeint' ? 'integer' : 'number';
}

/** The keys that an object schema knows at a path; empty where the schema there is not a plain object. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) at = partOf(at, key);
  const shape = definition(unwrapped(at))?.['shape'];
  return shape && typeof shape === 'object' ? Object.keys(shape) : [];
}

/** Without what makes it optional or gives it a default. */
function unwrapped(schema: unknown): unknown {
  const inner = definition(schema)?.['innerType'];
  return inner ? unwrapped(inner) : schema;
}

function definition(schema: unknown): Record<string, unknown> | undefined {
  return (schema as { def?: Record<string, unknown> } | undefined)?.def;
}
