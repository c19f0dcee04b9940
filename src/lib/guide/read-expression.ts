import type { Options } from 'remark-mdx';

type ExpressionReader = NonNullable<Options['acorn']>;

/** So many closing braces are tried for one opening brace; with more, reading would take quadratic time. */
const maxClosingBraces = 50;

/**
 * Stands where remark-mdx expects a JavaScript parser. A post is data: all that has to be known of an expression is where it
 * ends, and that takes counting braces outside of strings and comments. No program is ever parsed, let alone run.
 */
export function createExpressionReader(): ExpressionReader {
  // It is asked at every closing brace, with all the text since the opening one.
  let last = '';
  let tries = 0;
  const reader = {
    // Imports and exports, and expressions that hold only a comment.
    parse: () => ({ type: 'Program', start: 0, end: 0, body: [], sourceType: 'module' }),
    parseExpressionAt(source: string) {
      tries = last !== '' && source.length > last.length && source.startsWith(last) ? tries + 1 : 0;
      last = source;
      if (tries < maxClosingBraces && !isBalanced(source)) {
        throw Object.assign(new Error('The expression goes on'), { pos: 0, raisedAt: source.length });
      }
      last = '';
      // The shape that does for both a value and a spread; nobody looks further into it.
      const place = { start: 0, end: source.length };
      const argument = { type: 'Identifier', name: 'value', ...place };
      return {
        type: 'ObjectExpression',
        properties: [{ type: 'SpreadElement', argument, ...place }],
        ...place,
      };
    },
  };
  return reader as unknown as ExpressionReader;
}

function isBalanced(source: string): boolean {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '/' && (source[at + 1] === '*' || source[at + 1] === '/')) {
      const closing = source[at + 1] === '*' ? '*/' : '\n';
      const end = source.indexOf(closing, at + 2);
      if (end < 0) return closing === '\n' && depth === 0;
      at = end + closing.length - 1;
    } else if (isQuote(char) && !/[\p{L}\p{N}]/u.test(source[at - 1] ?? '')) {
      // A quote right after a letter is an apostrophe: `{it's}`.
      at = endOfString(source, at);
      if (at < 0) return false;
    }
  }
  return depth === 0;
}

function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'" || char === '`';
}

/** The offset of the closing quote, or -1. */
function endOfString(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === source[start]) return at;
  }
  return -1;
}

export type LiteralValue = string | number | boolean;

/** The value of an expression that is a single literal, without its braces; undefined where it is anything else. */
export function literalOf(source: string): LiteralValue | undefined {
  const text = source.trim();
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return Number(text);
  const string = /^(?:"([^"\\\r\n]*)"|'([^'\\\r\n]*)'|`([^`\\$]*)`)$/.exec(text);
  return string ? (string[1] ?? string[2] ?? string[3]) : undefined;
}

/** The text of an expression that is one comment and nothing else, trimmed; undefined where it is anything else. */
export function commentOf(source: string): string | undefined {
  const text = source.trim();
  if (!text.startsWith('/*') || text.indexOf('*/', 2) !== text.length - 2 || text.length < 4)
    return undefined;
  return text.slice(2, -2).trim();
}
