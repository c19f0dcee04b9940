import { z } from 'zod';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Suggestion, Suggestions } from './assist.ts';

/** A JSON Schema, as far as names of fields and their values go. */
export interface FieldSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly additionalProperties?: FieldSchema | boolean;
}

/** What fields name that stands elsewhere, by their paths without the numbers of items. */
export type FieldNames = Readonly<
  Record<string, readonly { readonly label: string; readonly detail: string }[] | undefined>
>;

const schemas = new WeakMap<z.ZodType, FieldSchema>();

export function schemaOf(type: z.ZodType): FieldSchema {
  const known = schemas.get(type);
  if (known) return known;
  const made = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as FieldSchema;
  schemas.set(type, made);
  return made;
}

/** Fields and their values in YAML that is written in lines, between two offsets of a file. */
export function suggestField(
  file: SourceFile,
  offset: number,
  { start, end }: { readonly start: number; readonly end: number },
  schema: FieldSchema,
  names: FieldNames,
): Suggestions | undefined {
  const { text } = file;
  const lineStart = Math.max(start, text.lastIndexOf('\n', offset - 1) + 1);
  const line = text.slice(lineStart, offset);
  const rest = /^[\w./-]*/.exec(text.slice(offset, end))![0];
  const flow = flowOf(line);
  const [, lead = '', key = '', separator, value = ''] =
    /^(\s*(?:- )*)(?:([\w-]*)(:[ \t]+)?)?(.*)$/.exec(flow.part) ?? [];
  const column = /^\s*(?:- )*/.exec(line)![0].length;
  const above = text.slice(start, lineStart).split(/\r?\n/);
  const parents = [...parentsOf(above, column, line.slice(0, column).trim() !== ''), ...flow.keys];
  const isValue = separator !== undefined;
  const typed = /[\w./-]*$/.exec(isValue ? value : flow.part)![0];
  const range = rangeAt(file, offset - typed.length, offset + rest.length);
  const path = isValue ? [...parents, key] : parents;
  const there = schemaAt(schema, path);
  const items = isValue || there?.properties === undefined ? valuesOf(there, path, names) : [];
  if (isValue || items.length > 0) return { range, items, isCut: false };
  if (!/^\s*(?:- )*[\w-]*$/.test(flow.part)) return undefined;
  const given = siblingsOf(text.slice(start, end), flow.keys.length > 0 ? 1 : lead.length);
  return { range, items: fieldsOf(there, given), isCut: false };
}

/** The part of a line that is being typed, and the keys of the mappings and lists in brackets around it. */
function flowOf(line: string): { readonly keys: readonly string[]; readonly part: string } {
  const keys: (string | undefined)[] = [];
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!;
    if ((letter === "'" || letter === '"') && /[\s:,[{]/.test(line[at - 1] ?? ' ')) {
      const close = line.indexOf(letter, at + 1);
      if (close < 0) break;
      at = close;
    } else if (letter === '{' || letter === '[') {
      keys.push(/([\w-]+):[ \t]*$/.exec(line.slice(from, at))?.[1]);
      from = at + 1;
    } else if ((letter === '}' || letter === ']') && keys.length > 0) keys.pop();
    else if (letter === ',' && keys.length > 0) from = at + 1;
  }
  return { keys: keys.flatMap((key) => key ?? []), part: keys.length > 0 ? line.slice(from) : line };
}

function fieldsOf(schema: FieldSchema | undefined, given: ReadonlySet<string>): Suggestion[] {
  const required = new Set(schema?.required);
  return Object.entries(schema?.properties ?? {})
    .filter(([name]) => !given.has(name))
    .sort(([a], [b]) => Number(required.has(b)) - Number(required.has(a)))
    .map(([name, field]) => ({
      label: name,
      kind: 'field',
      detail: required.has(name) ? `${typeOf(field)}, must be there` : typeOf(field),
      text: `${name}: `,
    }));
}

function valuesOf(schema: FieldSchema | undefined, path: readonly string[], names: FieldNames): Suggestion[] {
  const named = names[path.join('.')] ?? [];
  const listed = schema?.enum ?? schema?.items?.enum ?? (schema?.type === 'boolean' ? [true, false] : []);
  return [
    ...named.map(({ label, detail }): Suggestion => ({
      label,
      kind: 'file',
      detail,
      ...(!plain.test(label) && { text: `'${label.replaceAll("'", () => "''")}'` }),
    })),
    ...listed.map((one): Suggestion => ({ label: String(one), kind: 'value', detail: '' })),
  ];
}

/** What YAML reads as itself without quotes. */
const plain = /^[A-Za-z][\w./ -]*$/;

function typeOf({ type, enum: values, anyOf }: FieldSchema): string {
  if (values) return 'one of a list';
  return type ?? (anyOf ? 'one of several' : 'text');
}

/** The keys that a line with this many columns in front of it lies in, outermost first. */
function parentsOf(above: readonly string[], column: number, isItem: boolean): string[] {
  const parents: string[] = [];
  let within = column;
  for (const line of [...above].reverse()) {
    const [, lead = '', key] = /^(\s*(?:- )*)([\w-]+):(?:\s|$)/.exec(line) ?? [];
    if (key === undefined) continue;
    const own = lead.length;
    // A list may stand as far to the left as its key.
    const isParent =
      own < within || (isItem && parents.length === 0 && own === within - 2 && lead.trim() === '');
    if (!isParent) continue;
    parents.unshift(key);
    within = own;
    if (own === 0) break;
  }
  return parents;
}

/** Keys that stand in the same column; only at the left margin is it sure that they are of one mapping. */
function siblingsOf(text: string, column: number): ReadonlySet<string> {
  if (column > 0) return new Set();
  return new Set([...text.matchAll(/^([\w-]+):/gm)].map(([, key = '']) => key));
}

function schemaAt(schema: FieldSchema, path: readonly string[]): FieldSchema | undefined {
  let at: FieldSchema | undefined = schema;
  for (const key of path) {
    at = itemOf(at);
    const more: FieldSchema | boolean | undefined = at?.additionalProperties;
    at = at?.properties?.[key] ?? (typeof more === 'object' ? more : undefined);
  }
  return at?.type === 'array' && at.items?.properties ? at.items : at;
}

function itemOf(schema: FieldSchema | undefined): FieldSchema | undefined {
  if (schema?.type === 'array') return itemOf(schema.items);
  return schema?.properties ? schema : (schema?.anyOf?.find(({ properties }) => properties) ?? schema);
}
