import type { CodeToken, CodeTokenKind } from '../../lib/dialects/code-token.ts';
import { tokensOf as iosTokens } from '../../lib/dialects/ios/reading/tokens.ts';
import type { DialectId } from '../../lib/platforms/platforms.ts';
import { tokensOf as powershellTokens } from '../../lib/dialects/powershell/syntax/tokens.ts';
import type { TokenRun } from './code-runs.ts';

/** Commands that stand for themselves, on no device, in the classes of what their dialect reads in them. */
export function dialectRuns(text: string, dialect: DialectId): TokenRun[] {
  return runsOf(dialect === 'ios' ? iosTokens(text) : powershellTokens(text));
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
