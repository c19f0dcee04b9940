import { modeTitles } from '../../lib/dialect/ios/modes.ts';
import type { ModeId } from '../../lib/dialect/ios/table-format.ts';
import { iosPlatforms } from '../../lib/dialect/ios/tables.ts';
import type { TokenKind as IosKind, TokenPlace } from '../../lib/dialect/ios/tokens.ts';
import { tokensOf as iosTokens } from '../../lib/dialect/ios/tokens.ts';
import type { DialectId, PlatformId } from '../../lib/dialect/platform.ts';
import { powershellVersion } from '../../lib/dialect/powershell/catalogue.ts';
import type { TokenKind as PowerShellKind } from '../../lib/dialect/powershell/tokens.ts';
import { tokensOf as powershellTokens } from '../../lib/dialect/powershell/tokens.ts';
import type { Run } from './code-runs.ts';

/** Where the commands of a block run: on what, and the mode that a switch is in before them. */
export interface CodePlace {
  readonly platform: PlatformId;
  readonly context: string;
}

/** Commands in the classes of what their dialect reads in them. */
export function dialectTokens(text: string, dialect: DialectId, place: CodePlace | undefined): Run[] {
  if (dialect === 'ios')
    return iosTokens(text, place && iosPlace(place)).map(({ kind, start, end }) => ({
      start,
      end,
      name: iosClasses[kind],
    }));
  return powershellTokens(text, place && powershellVersion(place.platform)).map(({ kind, start, end }) => ({
    start,
    end,
    name: powershellClasses[kind],
  }));
}

function iosPlace({ platform, context }: CodePlace): TokenPlace | undefined {
  const known = iosPlatforms.find((id) => id === platform);
  return known && Object.hasOwn(modeTitles, context)
    ? { platform: known, mode: context as ModeId }
    : undefined;
}

const iosClasses: Readonly<Record<IosKind, string>> = {
  prefix: 'keyword',
  command: 'function',
  keyword: 'keyword',
  value: 'constant',
  text: 'string',
  comment: 'comment',
  bar: 'punctuation',
};

const powershellClasses: Readonly<Record<PowerShellKind, string | undefined>> = {
  command: 'function',
  parameter: 'parameter',
  argument: undefined,
  keyword: 'keyword',
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
  comment: 'comment',
};
