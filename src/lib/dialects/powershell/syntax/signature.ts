import { distance } from 'fastest-levenshtein';
import type { Node, Statement, SyntaxProblem } from './tree.ts';
import { walk } from './walk.ts';

/** The line that begins the signature of a script, as PowerShell compares it: without blanks, in small letters. */
const beginning = 'sig#beginsignatureblock';

/** A comment that needs fewer changes than this to be that line is taken for it. */
const threshold = 10;

/**
 * Whether a version of PowerShell takes the comment of a line, given without its `#`, for the beginning of a signature, after which it
 * refuses all code. PowerShell 7 takes what only looks like one as well, so that nobody stops reading there; what older ones take beside
 * a true one is not known here. Source: the tokenizer of the open-source engine.
 */
export function beginsSignature(comment: string, version: number): boolean {
  const letters = comment.replace(/\s/g, '').toLowerCase();
  if (version < 7) return letters === beginning;
  return Math.abs(letters.length - beginning.length) < threshold && distance(letters, beginning) < threshold;
}

/** The first statement that stands after the beginning of a signature, which PowerShell refuses together with the whole script. */
export function checkSignature(
  text: string,
  comments: readonly { readonly start: number; readonly end: number }[],
  statements: readonly { readonly statement: Statement }[],
  version: number,
): SyntaxProblem[] {
  const signature = comments.find(
    ({ start, end }) => text[start] === '#' && beginsSignature(text.slice(start + 1, end), version),
  );
  if (!signature) return [];
  const after = firstAfter(
    signature.end,
    statements.map(({ statement }) => statement),
  );
  if (!after) return [];
  const comment = text.slice(signature.start, signature.end);
  const message = `PowerShell takes “${comment}” for the beginning of a script’s signature, and refuses this, which stands after it.`;
  const hint = 'Leave the signature out, or word the comment in another way.';
  return [{ start: after.start, end: after.end, message, hint }];
}

/** The first statement that begins after an offset, also one within another. */
function firstAfter(offset: number, statements: readonly Statement[]): Node | undefined {
  let first: Node | undefined;
  for (const statement of statements) {
    if (statement.end <= offset) continue;
    walk(statement, (node) => {
      if (node.end <= offset || (first && node.start >= first.start)) return false;
      if (node.start < offset || !statementKinds.has(node.kind)) return true;
      first = node;
      return false;
    });
    if (first) return first;
  }
  return undefined;
}

const statementKinds: ReadonlySet<Node['kind']> = new Set<Statement['kind']>([
  'pipeline',
  'assignment',
  'chain',
  'if',
  'loop',
  'switch',
  'try',
  'flow',
  'function',
  'block',
  'type-definition',
  'using',
]);
