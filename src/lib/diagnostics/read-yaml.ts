import { parseDocument, visit } from 'yaml';
import type { Document, DocumentOptions } from 'yaml';
import type { z } from 'zod';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Diagnostic, Finding, Reading } from './diagnostic.ts';
import { suggest } from './suggest.ts';
import type { FieldPlaces } from './yaml-places.ts';
import { fieldPlaces, placeOf } from './yaml-places.ts';

/** A YAML text that was read: its value, and where in the file each part of it stands. */
export interface YamlReading<T> extends Reading<T | undefined> {
  /** The file offsets of the node at `path`; of its key where `part` says so. The nearest parent where it is absent. */
  locate(
    path: readonly PropertyKey[],
    part?: 'key' | 'value',
  ): { readonly start: number; readonly end: number };
  /** The places of all values at once, as plain data; also where the text does not fit its schema. */
  places(): FieldPlaces;
}

/**
 * Reads YAML by a strict schema. Syntax errors and everything that does not fit become diagnostics of `rule` at their place.
 * `start` and `end` are offsets of the YAML within the file, for front matter.
 */
export function readYaml<S extends z.ZodType>(
  file: SourceFile,
  schema: S,
  rule: string,
  start = 0,
  end = file.text.length,
): YamlReading<z.output<S>> {
  const document = parse(file.text.slice(start, end));
  const locate: YamlReading<unknown>['locate'] = (path, part = 'value') => {
    const [from, to] = placeOf(document, path, part) ?? [0, 0];
    return { start: start + from, end: start + Math.max(from, to) };
  };
  const places = () => fieldPlaces(document, start);
  if (document.errors.length > 0) {
    const diagnostics = document.errors.slice(0, 1).map((error) =>
      problem(rule, {
        file,
        range: rangeAt(file, start + error.pos[0], start + Math.max(error.pos[1], error.pos[0] + 1)),
        message: `The YAML cannot be read: ${sentence(error.message)}`,
        hint: 'Check indentation, quotes and colons near this place; a text with “: ” or “#” in it needs quotes.',
      }),
    );
    return { value: undefined, diagnostics, locate, places };
  }
  const alias = firstAlias(document);
  if (alias) {
    const [from, to] = alias;
    const diagnostic = problem(rule, {
      file,
      range: rangeAt(file, start + from, start + to),
      message: 'Aliases (`*name`) are not read here: a small text could stand for a huge one.',
      hint: 'Write the value out.',
    });
    return { value: undefined, diagnostics: [diagnostic], locate, places };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, diagnostics: [], locate, places };
  const meant = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  // Unknown keys first: one that is a slip of a required key also makes that key missing, and is told once.
  const issues = [...parsed.error.issues].sort((a, b) => Number(isUnknownKey(b)) - Number(isUnknownKey(a)));
  for (const issue of issues) {
    if (isUnknownKey(issue)) diagnostics.push(...fromUnknownKeys(file, rule, issue, schema, locate, meant));
    else if (!meant.has(issue.path.join('.'))) diagnostics.push(fromIssue(file, rule, issue, locate));
  }
  return { value: undefined, diagnostics, locate, places };
}

/** The plain value of a YAML text, held to no schema; undefined where `readYaml` would say that it cannot be read. Warns of nothing. */
export function parseYaml(text: string): unknown {
  const document = parse(text, { logLevel: 'error' });
  return document.errors.length > 0 || firstAlias(document) ? undefined : document.toJS();
}

function parse(text: string, options?: DocumentOptions): Document {
  // A carriage return alone ends a line of YAML 1.2 (§ 5.4), and not for the library. Places stay as they are.
  return parseDocument(text.replace(/\r(?!\n)/g, '\n'), {
    ...options,
    prettyErrors: false,
    strict: true,
    uniqueKeys: true,
  });
}

type UnknownKeys = z.core.$ZodIssueUnrecognizedKeys;

function isUnknownKey(issue: z.core.$ZodIssue): issue is UnknownKeys {
  return issue.code === 'unrecognized_keys';
}

function fromUnknownKeys(
  file: SourceFile,
  rule: string,
  issue: UnknownKeys,
  schema: z.ZodType,
  locate: YamlReading<unknown>['locate'],
  meant: Set<string>,
): Diagnostic[] {
  const known = knownKeys(schema, issue.path);
  return issue.keys.map((key) => {
    const { start, end } = locate([...issue.path, key], 'key');
    const near = suggest(key, known);
    if (near) meant.add([...issue.path, near].join('.'));
    return problem(rule, {
      file,
      range: rangeAt(file, start, end),
      message: `There is no “${key}” here.`,
      hint: near
        ? `Did you mean “${near}”?`
        : known.length > 0
          ? `Known here: ${known.join(', ')}.`
          : 'Remove it.',
    });
  });
}

function fromIssue(
  file: SourceFile,
  rule: string,
  issue: z.core.$ZodIssue,
  locate: YamlReading<unknown>['locate'],
): Diagnostic {
  const at = issue.path.map(String).join('.');
  const { start, end } = locate(issue.path);
  const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined');
  return problem(rule, {
    file,
    range: rangeAt(file, start, end),
    message: missing
      ? `“${at}” is missing.`
      : `${at ? `“${at}”` : 'The document'} does not fit: ${sentence(issue.message)}`,
    hint: missing
      ? `Add \`${String(issue.path.at(-1) ?? '')}:\` here.`
      : 'Change the value to what is expected.',
  });
}

function firstAlias(document: Document): [number, number] | undefined {
  let found: [number, number] | undefined;
  visit(document, {
    Alias(_key, node) {
      found = node.range ? [node.range[0], node.range[1]] : [0, 0];
      return visit.BREAK;
    },
  });
  return found;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The keys that an object schema knows at a path; empty where the schema there is not a plain object. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) at = step(at, key);
  const shape = definition(unwrap(at))?.['shape'];
  return shape && typeof shape === 'object' ? Object.keys(shape) : [];
}

function step(schema: unknown, key: PropertyKey): unknown {
  const def = definition(unwrap(schema));
  if (!def) return undefined;
  if (def['shape']) return (def['shape'] as Record<PropertyKey, unknown>)[key];
  return def['element'] ?? def['valueType'];
}

function unwrap(schema: unknown): unknown {
  const inner = definition(schema)?.['innerType'];
  return inner ? unwrap(inner) : schema;
}

function definition(schema: unknown): Record<string, unknown> | undefined {
  return (schema as { def?: Record<string, unknown> } | undefined)?.def;
}

/** What does not fit its schema cannot be used. */
function problem(rule: string, { file, ...finding }: Omit<Finding, 'rule' | 'severity'>): Diagnostic {
  return { ...finding, rule, severity: 'error', file: file.path };
}
