import { parseUnary } from './parse-expressions.ts';
import { parseStatement } from './parse-statements.ts';
import {
  deeper,
  failAfter,
  inMode,
  peek,
  skipNewlines,
  skipSeparators,
  synchronize,
  consume,
  consumeIf,
  withComma,
} from './parser.ts';
import type { Parser } from './parser.ts';
import type { Token, TokenKind } from './token.ts';
import type { Expression, Hashtable, Statement, Text } from './tree.ts';

export function parseHashtable(parser: Parser): Hashtable {
  const open = consume(parser);
  const entries: { key: Expression; value: Statement | undefined }[] = [];
  skipNewlines(parser);
  for (;;) {
    const entry = deeper(parser, () => parseEntry(parser));
    if (!entry) break;
    entries.push(entry);
    const { kind } = peek(parser);
    if (swallowsLineBreak(entry.value, kind, parser.version)) {
      skipSeparators(parser);
      if (peek(parser).kind === '}' || peek(parser).kind === 'end') break;
      lostSeparator(parser, open, entry.value!);
      continue;
    }
    if (kind !== 'newline' && kind !== ';') break;
    skipSeparators(parser);
  }
  const close = consumeIf(parser, '}');
  if (!close) {
    const next = peek(parser);
    const written = parser.text.slice(next.start, next.end);
    const [, parameter] = /^-([A-Za-z]\w*)/.exec(written) ?? [];
    parser.fail({
      start: open.end,
      end: open.end + 1,
      message:
        next.kind === 'end'
          ? 'The hashtable that opens here is never closed.'
          : `The hashtable that opens here is not closed where \`${written.slice(0, 40)}\` stands.`,
      hint: parameter
        ? `A hashtable has keys and no parameters: write \`${parameter} = value\`.`
        : next.kind === ','
          ? 'Entries are divided by line breaks or semicolons, not by commas.'
          : 'Close it with `}`.',
      unclosed: true,
    });
  }
  return { kind: 'hashtable', entries, start: open.start, end: close?.end ?? parser.at };
}

/**
 * Looking for an `else`, versions before 6.1 go past the line break after an `if`, and all go past the one after a `catch`: the next
 * entry then follows without a separator. Source: PowerShell issue 6970, and the parser of the open-source engine.
 */
function swallowsLineBreak(value: Statement | undefined, next: TokenKind, version: number): boolean {
  if (value?.kind === 'if') return next === 'newline' && !value.otherwise && version < 6.1;
  return value?.kind === 'try' && !value.lastly && next !== ';' && next !== '}' && next !== 'end';
}

function lostSeparator(parser: Parser, open: Token, value: Statement): void {
  const isIf = value.kind === 'if';
  const { end } = value;
  parser.fail({
    start: isIf ? end : open.end,
    end: isIf ? end + 1 : open.end + 1,
    message: isIf
      ? 'An `if` without `else` takes the line break behind it along, so that the next entry of the hashtable is not told apart from it; PowerShell 6.1 and later put up with it.'
      : 'The `catch` of a value takes the line break behind it along, so that the next entry of the hashtable is not told apart from it.',
    hint: 'Write a semicolon behind the closing brace, or put the value into `$( … )`.',
    repair: { title: 'Write a semicolon', edits: [{ start: end, end, text: ';' }] },
  });
}

function parseEntry(parser: Parser): { key: Expression; value: Statement | undefined } | undefined {
  const [key, equals] = inMode(parser, 'expression', () => {
    const read = parseName(parser);
    const next = read && peek(parser);
    return [read, next?.kind === 'assignment' && next.value === '=' ? consume(parser) : undefined] as const;
  });
  if (!key) return undefined;
  if (!equals) {
    failAfter(
      parser,
      key.end,
      `An \`=\` was expected after the key \`${parser.text.slice(key.start, key.end).slice(0, 40)}\` of the hashtable.`,
      'Write entries as `Key = value`.',
    );
    synchronize(parser, false, ['}', ';', 'newline']);
    return { key, value: undefined };
  }
  const value = inMode(parser, 'command', () => {
    skipNewlines(parser);
    return parseStatement(parser);
  });
  if (!value)
    failAfter(parser, equals.end, 'A value was expected after the `=`.', 'Write the value of this key.');
  return { key, value };
}

/** A key of a hashtable or a label: a simple name, else a value. */
export function parseName(parser: Parser): Expression | undefined {
  const name = parseSimpleName(parser);
  if (name) return name;
  const { kind } = peek(parser);
  if (kind === 'newline' || kind === ';') return undefined;
  return withComma(parser, true, () => parseUnary(parser));
}

export function parseSimpleName(parser: Parser): Text | undefined {
  parser.simpleName = true;
  const token = peek(parser);
  parser.simpleName = false;
  if (token.kind !== 'name') return undefined;
  consume(parser);
  return { kind: 'text', value: token.value, quote: 'bare', parts: [], start: token.start, end: token.end };
}
