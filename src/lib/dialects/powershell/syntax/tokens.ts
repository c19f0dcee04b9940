import type { CodeToken, CodeTokenKind } from '../../code-token.ts';
import { parse } from './parse.ts';
import type { ScriptTree } from './parse.ts';
import type { Token as Read } from './token.ts';
import { rolesOf } from './word-roles.ts';

/**
 * The tokens of a script in their order, as the PowerShell of a version (3, 4, 5 for 5.1, 7) reads it. None overlaps another: a string
 * that is expanded is in pieces. What could not be read is in no token. Never throws, and takes linear time.
 */
export function tokensOf(text: string, version = 7): CodeToken[] {
  return tokensIn(text, parse(text, version));
}

/** The tokens of a script that was read before. */
export function tokensIn(text: string, script: ScriptTree): CodeToken[] {
  const roles = rolesOf(script);
  const tokens: CodeToken[] = [];
  /** Those that the text is inside of, the outermost first. */
  const open: { readonly kind: CodeTokenKind; readonly end: number }[] = [];
  let at = 0;
  const cut = (end: number) => {
    const kind = open.at(-1)?.kind;
    if (kind && text.slice(at, end).trim() !== '') tokens.push({ kind, start: at, end });
    at = Math.max(at, end);
  };
  const closeBefore = (place: number) => {
    for (let last = open.at(-1); last && last.end <= place; last = open.at(-1)) {
      cut(last.end);
      open.pop();
    }
  };
  for (const read of inOrder(script)) {
    closeBefore(read.start);
    const outer = open.at(-1);
    const kind = kindOf(read, roles);
    if (!kind) continue;
    cut(read.start);
    const inString = outer?.kind === 'string' || outer?.kind === 'expression';
    open.push({
      kind: inString && ofExpression.has(kind) ? 'expression' : kind,
      end: outer ? Math.min(read.end, outer.end) : read.end,
    });
  }
  closeBefore(Infinity);
  return tokens;
}

const ofExpression: ReadonlySet<CodeTokenKind> = new Set([
  ...(['argument', 'label', 'variable', 'member', 'operator', 'punctuation'] as const),
]);

type ClassifiedToken = Omit<Read, 'kind'> & { readonly kind: Read['kind'] | 'comment' };

/** Tokens and comments, by their places. */
function* inOrder({ tokens, comments }: ScriptTree): Generator<ClassifiedToken> {
  let next = 0;
  for (const read of tokens) {
    for (; next < comments.length && comments[next]!.start < read.start; next++)
      yield { kind: 'comment', value: '', ...comments[next]! };
    yield read;
  }
  for (; next < comments.length; next++) yield { kind: 'comment', value: '', ...comments[next]! };
}

/** `roles`: of words, by where they start. */
function kindOf(
  { kind, start, value }: ClassifiedToken,
  roles: ReadonlyMap<number, CodeTokenKind>,
): CodeTokenKind | undefined {
  switch (kind) {
    case 'end':
    case 'newline':
    case 'unknown':
      return undefined;
    case 'variable':
      return constants.has(value.toLowerCase()) ? 'constant' : kind;
    case 'splat':
      return 'variable';
    case 'expandable':
      return 'string';
    case 'comment':
    case 'string':
    case 'number':
    case 'type':
      return kind;
    case '(':
    case ')':
    case '{':
    case '}':
    case '@(':
    case '@{':
    case '$(':
    case ';':
    case ',':
      return 'punctuation';
    default:
      // `%` is a command or an operator, `.` an argument or an access: the tree knows.
      return roles.get(start) ?? wordKinds[kind] ?? 'punctuation';
  }
}

const constants: ReadonlySet<string> = new Set(['true', 'false', 'null']);

const wordKinds: Partial<Record<ClassifiedToken['kind'], CodeTokenKind>> = {
  word: 'argument',
  name: 'member',
  keyword: 'keyword',
  parameter: 'parameter',
  label: 'label',
  operator: 'operator',
  assignment: 'operator',
  redirection: 'operator',
  'input-redirection': 'operator',
  '++': 'operator',
  '--': 'operator',
  '!': 'operator',
  '?': 'operator',
};
