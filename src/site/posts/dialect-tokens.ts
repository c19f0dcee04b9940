import type { CodeToken, CodeTokenKind } from '../../lib/dialects/code-token.ts';
import { dialectIds, languages } from '../../lib/engine.ts';
import type { DialectId } from '../../lib/platforms/dialects.ts';
import type { TokenRun } from './code-runs.ts';

/** The languages of commands. */
export const dialects: readonly DialectId[] = dialectIds;

export function isDialect(language: string): language is DialectId {
  return Object.hasOwn(languages, language);
}

/** Commands that stand for themselves, on no device, in the classes of what their dialect reads in them. */
export function dialectRuns(text: string, dialect: DialectId): TokenRun[] {
  return runsOf(languages[dialect].tokensOf(text));
}

/** Tokens in their classes. */
export function runsOf(tokens: readonly CodeToken[]): TokenRun[] {
  return tokens.map(({ kind, start, end }) => ({ start, end, name: classes[kind] }));
}

const classes: Readonly<Record<CodeTokenKind, string | undefined>> = {
  command: 'function',
  comment: 'comment',
  prefix: 'keyword',
  keyword: 'keyword',
  value: 'constant',
  text: 'string',
  bar: 'punctuation',
  parameter: 'parameter',
  argument: undefined,
  label: 'variable',
  variable: 'variable',
  constant: 'constant',
  member: 'variable',
  type: 'keyword',
  number: 'constant',
  string: 'string',
  expression: 'string-expression',
  operator: 'punctuation',
  punctuation: 'punctuation',
};
