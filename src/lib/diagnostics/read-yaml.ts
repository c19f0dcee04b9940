import { isScalar } from 'yaml';
import type { z } from 'zod';
import type { Slice } from '../source/slice.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Diagnostic, Finding, Reading } from './diagnostic.ts';
import { daysMeant } from './days.ts';
import { areEnough, firstProblems, mostProblems } from './most-problems.ts';
import { parseYamlText } from './parse-yaml.ts';
import { hasTooManyDigits, plainDigitsFor } from './plain-number.ts';
import { shortened, withShortQuotes } from './shortened.ts';
import { suggest } from './suggest.ts';
import { keyProblems } from './yaml-keys.ts';
import type { FieldPlaces } from './yaml-places.ts';
import { fieldPlaces, nodeAt, placeOf } from './yaml-places.ts';
import { scalarSlice } from './yaml-slices.ts';
import { isNull, isPlain, plainValue } from './yaml-values.ts';
import { knownKeys } from './zod-shape.ts';

/** A YAML text that was read: its value, and where in the file each part of it stands. */
export interface YamlReading<T> extends Reading<T | undefined> {
  /** The file offsets of the node at `path`; of its key where `part` says so. The nearest parent where it is absent. */
  locate(
    path: readonly PropertyKey[],
    part?: 'key' | 'value',
  ): { readonly start: number; readonly end: number };
  /** The places of all values at once, as plain data; also where the text does not fit its schema. */
  places(): FieldPlaces;
  /** The text at `path`, each character of it traced to its place; undefined where it is written in another way, by escapes. */
  textAt(path: readonly PropertyKey[]): Slice | undefined;
}

/** What a key that a schema does not have is called there, or what to do about it. */
export type OtherKey =
  { readonly key: string; readonly hint?: never } | { readonly key?: never; readonly hint: string };

/** What a document may say in other words than its schema's. */
export interface Meanings {
  /** Of a key at the top, with its value where that is a text. */
  readonly key?: (key: string, value: string | undefined) => OtherKey | undefined;
  /** Of a value where only some are allowed, and it can mean no other one. */
  readonly choice?: (text: string, choices: readonly string[]) => string | undefined;
}

/**
 * Reads YAML by a strict schema. Syntax errors and everything that does not fit become diagnostics of `rule` at their place.
 * Texts are taken as they are written, and numbers and truth values only in their plain form, so that nothing is changed on the way.
 * `start` and `end` are offsets of the YAML within the file, for front matter.
 */
export function readYaml<S extends z.ZodType>(
  file: SourceFile,
  schema: S,
  rule: string,
  start = 0,
  end = file.text.length,
  meanings: Meanings = {},
): YamlReading<z.output<S>> {
  const { document, problem: unreadable } = parseYamlText(file.text.slice(start, end));
  const reading: Omit<YamlReading<never>, 'value' | 'diagnostics'> = {
    locate: (path, part = 'value') => {
      const [from, to] = placeOf(document, path, part) ?? [0, 0];
      return { start: start + from, end: start + Math.max(from, to) };
    },
    places: () => fieldPlaces(document, start),
    textAt: (path) => scalarSlice(file, nodeAt(document, path), start),
  };
  const problems = unreadable ? [unreadable] : keyProblems(document?.contents, mostProblems + 1);
  if (problems.length > 0) {
    const diagnostics = problems.map(({ start: from, end: to, ...finding }) =>
      problem(rule, { file, range: rangeAt(file, start + from, start + to), ...finding }),
    );
    return { value: undefined, diagnostics: firstProblems(diagnostics), ...reading };
  }
  const parsed = schema.safeParse(plainValue(document?.contents, schema));
  if (parsed.success) return { value: parsed.data, diagnostics: [], ...reading };
  const meant = new Set<string>();
  const context: IssueContext<S> = { file, rule, schema, locate: reading.locate, meanings, document };
  const diagnostics: Diagnostic[] = [];
  // Unknown keys first: one that is a slip of a required key also makes that key missing, and is told once.
  const issues = [...parsed.error.issues].sort((a, b) => Number(isUnknownKey(b)) - Number(isUnknownKey(a)));
  for (const issue of issues) {
    if (areEnough(diagnostics)) break;
    if (isUnknownKey(issue))
      for (const item of fromUnknownKeys(context, issue, meant)) diagnostics.push(item);
    else if (!meant.has(issue.path.join('.')) && !isSecondOfPlace(issue, issues))
      diagnostics.push(fromIssue(context, issue, nodeAt(document, issue.path)));
  }
  return { value: undefined, diagnostics: firstProblems(diagnostics), ...reading };
}

/** The plain value of a YAML text for a schema that it is not held to; undefined where `readYaml` would say that it cannot be read. */
export function parseYaml(text: string, schema?: z.ZodType): unknown {
  const { document, problem: unreadable } = parseYamlText(text);
  if (unreadable || keyProblems(document?.contents, 1).length > 0) return undefined;
  return plainValue(document?.contents, schema);
}

type UnknownKeys = z.core.$ZodIssueUnrecognizedKeys;

function isUnknownKey(issue: z.core.$ZodIssue): issue is UnknownKeys {
  return issue.code === 'unrecognized_keys';
}

/** What is needed to tell of an issue. */
interface IssueContext<S extends z.ZodType = z.ZodType> {
  readonly file: SourceFile;
  readonly rule: string;
  readonly schema: S;
  readonly locate: YamlReading<unknown>['locate'];
  readonly meanings: Meanings;
  readonly document: Parameters<typeof nodeAt>[0];
}

/** What has no form at all is not also held to what its form must be like. */
function isSecondOfPlace(issue: z.core.$ZodIssue, issues: readonly z.core.$ZodIssue[]): boolean {
  const at = issue.path.join('.');
  return (
    issue.code === 'custom' &&
    issues.some((other) => other.code === 'invalid_format' && other.path.join('.') === at)
  );
}

function fromUnknownKeys(
  { file, rule, schema, locate, meanings, document }: IssueContext,
  issue: UnknownKeys,
  meant: Set<string>,
): Diagnostic[] {
  const known = knownKeys(schema, issue.path);
  return issue.keys.slice(0, mostProblems + 1).map((key) => {
    const { start, end } = locate([...issue.path, key], 'key');
    const node = nodeAt(document, [...issue.path, key]);
    const value = isScalar(node) ? String(node.value) : undefined;
    const other = issue.path.length === 0 ? meanings.key?.(key, value) : undefined;
    const named = other?.key !== undefined && known.includes(other.key) ? other.key : undefined;
    const near = named ?? suggest(key, known);
    if (near) meant.add([...issue.path, near].join('.'));
    // Another name of a key that is there already would be there twice.
    const isFree = named !== undefined && nodeAt(document, [named]) === undefined;
    return problem(rule, {
      file,
      range: rangeAt(file, start, end),
      message: `There is no “${shortened(key)}” here.`,
      hint: near
        ? `Did you mean “${near}”?`
        : (other?.hint ?? (known.length > 0 ? `Known here: ${known.join(', ')}.` : 'Remove it.')),
      ...(isFree && {
        fix: { title: `Write ${named}`, safety: 'safe', edits: [{ start, end, text: named }] },
      }),
    });
  });
}

function fromIssue(
  { file, rule, locate, meanings }: IssueContext,
  issue: z.core.$ZodIssue,
  node: unknown,
): Diagnostic {
  const at = issue.path.map(String).join('.');
  const name = at ? `“${at}”` : 'The document';
  const { start, end } = locate(issue.path, issue.code === 'invalid_key' ? 'key' : 'value');
  const told = (message: string, hint: string, text?: string) =>
    problem(rule, {
      file,
      range: rangeAt(file, start, end),
      message,
      hint,
      ...(text !== undefined && {
        fix: { title: `Write ${text}`, safety: 'safe', edits: [{ start, end, text }] },
      }),
    });
  const written = isScalar(node) ? String(node.value) : undefined;
  if (issue.code === 'invalid_format' && issue.format === 'date' && written !== undefined) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(written))
      return told(`${name} is “${written}”, and there is no such day.`, 'Write a day of the calendar.');
    const days = daysMeant(written);
    return told(
      `${name} is “${shortened(written)}”, and a day is written as year, month and day here: 2024-03-31.`,
      days.length === 0
        ? 'Write the day so.'
        : `Write ${days.join(' or ')}${days.length > 1 ? ', whichever is meant' : ''}.`,
      days.length === 1 ? days[0] : undefined,
    );
  }
  if (issue.code === 'invalid_value' && written !== undefined) {
    const choices = issue.values.map(String);
    const certain = meanings.choice?.(written, choices);
    const near = certain ?? suggest(written, choices);
    return told(
      `${name} cannot be “${shortened(written)}”.`,
      near === undefined ? `It is one of ${choices.join(', ')}.` : `Did you mean “${near}”?`,
      certain,
    );
  }
  if (issue.code === 'invalid_type') {
    if (issue.message.includes('received undefined'))
      return told(`“${at}” is missing.`, `Add \`${String(issue.path.at(-1) ?? '')}:\` here.`);
    if (isScalar(node) && isPlain(node)) {
      const text = String(node.value);
      if (text === '')
        return told(`${name} has no value.`, 'Write one after the colon, or remove the field.');
      if (isNull(text))
        return told(
          `${name} is \`${text}\`, which is no value in YAML.`,
          'Remove the field; a text that reads so needs quotes.',
        );
      if ((issue.expected === 'number' || issue.expected === 'int') && hasTooManyDigits(text))
        return told(
          `${name} is ${shortened(text)}, and has more digits than a number keeps.`,
          'Write a number of at most 15 digits.',
        );
      const digits =
        issue.expected === 'number' || issue.expected === 'int' ? plainDigitsFor(text) : undefined;
      if (digits !== undefined)
        return told(
          `${name} is written ${shortened(text)}, and a number is written in plain digits here.`,
          `Write ${digits}, if that is the number meant.`,
        );
      if (issue.expected === 'boolean')
        return told(
          `${name} is “${shortened(text)}”, and is either true or false.`,
          'Write `true` or `false`.',
        );
    }
  }
  return told(`${name} does not fit: ${sentence(issue.message)}`, hintOf(issue));
}

/** A schema may say itself what to do. */
function hintOf(issue: z.core.$ZodIssue): string {
  const hint: unknown = issue.code === 'custom' ? issue.params?.['hint'] : undefined;
  return typeof hint === 'string' ? hint : 'Change the value to what is expected.';
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** What does not fit its schema cannot be used. */
function problem(rule: string, { file, ...finding }: Omit<Finding, 'rule' | 'severity'>): Diagnostic {
  return withShortQuotes({ ...finding, rule, severity: 'error', file: file.path });
}
