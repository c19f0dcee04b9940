import { parseUnary } from './parse-expressions.ts';
import { parseStatement } from './parse-statements.ts';
import {
  deeper,
  failAfter,
  goTo,
  inMode,
  peek,
  skipNewlines,
  skipSeparators,
  take,
  takeIf,
  withComma,
} from './parser.ts';
import type { Parser } from './parser.ts';
import type { Expression, Hashtable, Statement, Text } from './tree.ts';

export function parseHashtable(parser: Parser): Hashtable {
  const open = take(parser);
  parser.depth++;
  const entries: { key: Expression; value: Statement | undefined }[] = [];
  const close = inMode(parser, 'command', () => {
    skipNewlines(parser);
    while (!parser.problem) {
      const entry = parseEntry(parser);
      if (!entry) break;
      entries.push(entry);
      const { kind } = peek(parser);
      if (kind !== 'newline' && kind !== ';') break;
      skipSeparators(parser);
    }
    return takeIf(parser, '}');
  });
  if (close) parser.depth--;
  else {
    const next = peek(parser);
    parser.fail({
      start: open.end,
      end: open.end + 1,
      message:
        next.kind === 'end'
          ? 'The hashtable that opens here is never closed.'
          : `The hashtable that opens here is not closed where \`${next.value}\` stands.`,
      hint:
        next.kind === ','
          ? 'Entries are divided by line breaks or semicolons, not by commas.'
          : 'Close it with `}`.',
      ...(next.kind === 'end' ? { unclosed: true } : {}),
    });
  }
  return { kind: 'hashtable', entries, start: open.start, end: close?.end ?? parser.at };
}

function parseEntry(parser: Parser): { key: Expression; value: Statement | undefined } | undefined {
  const [key, equals] = inMode(parser, 'expression', () => {
    const read = parseName(parser);
    return [read, read && peek(parser)] as const;
  });
  if (!key || !equals) return undefined;
  if (equals.kind !== 'assignment' || equals.value !== '=') {
    failAfter(
      parser,
      key.end,
      `An \`=\` was expected after the key \`${parser.text.slice(key.start, key.end)}\` of the hashtable.`,
      'Write entries as `Key = value`.',
    );
    return { key, value: undefined };
  }
  goTo(parser, equals.end);
  skipNewlines(parser);
  const value = withComma(parser, false, () => deeper(parser, () => parseStatement(parser)));
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
  const ahead = parser.ahead;
  if (ahead && ahead.kind !== 'end') goTo(parser, ahead.start);
  parser.simpleName = true;
  const token = peek(parser);
  parser.simpleName = false;
  if (token.kind !== 'name') {
    if (token.kind !== 'end') goTo(parser, token.start);
    return undefined;
  }
  take(parser);
  return { kind: 'text', value: token.value, quote: 'bare', parts: [], start: token.start, end: token.end };
}
