import { checkRequires } from './check-requires.ts';
import { checkSignature } from './signature.ts';
import { checkTree } from './check-tree.ts';
import { isNamedBlock, parseNamedBlocks, parseParamBlock } from './parse-script-block.ts';
import { parseStatement } from './parse-statements.ts';
import { parseUsing } from './parse-definitions.ts';
import type { Parser } from './parser.ts';
import {
  createParser,
  failAt,
  goTo,
  isKeyword,
  peek,
  skipNewlines,
  skipSeparators,
  consume,
} from './parser.ts';
import type { Token } from './token.ts';
import type { Attribute, Node, Parameter, ScriptBlock, Statement, SyntaxProblem } from './tree.ts';

/** A script as far as it could be read. */
export interface ScriptTree {
  readonly attributes: readonly Attribute[];
  readonly parameters: readonly Parameter[] | undefined;
  readonly statements: readonly ParsedStatement[];
  /** In order. At most one a statement; none after one that leaves brackets open. */
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly { readonly start: number; readonly end: number }[];
  /** Tokens in order, as they were read in the end. What is expanded in a string or word comes after it, within its place. */
  readonly tokens: readonly Token[];
}

export interface ParsedStatement {
  readonly statement: Statement;
  /**
   * `broken`: a syntax problem lies in it. `guessed`: read after a problem that left brackets open, so that it may be the inside
   * of something else.
   */
  readonly trust: 'sound' | 'broken' | 'guessed';
}

/** What is known of a script while it is read. */
interface ParseState {
  readonly parser: Parser;
  readonly statements: ParsedStatement[];
  readonly problems: SyntaxProblem[];
  /** How many of the parser's problems belong to parts that were read. */
  reported: number;
  guessing: boolean;
  /** The line of the last problem goes on up to here; what else is found on it comes of that problem. */
  lineEnd: number;
  /** Where a string or comment begins that swallows the rest of the text. */
  swallowed: number | undefined;
}

/**
 * Parses `text` as the PowerShell of a version (3, 4, 5 for 5.1, 7). Never throws. After a problem it goes on as PowerShell's own
 * parser does; where the rest of the text is swallowed, that is read again line by line, so that every command of a damaged text
 * is still found.
 */
export function parse(text: string, version = 5): ScriptTree {
  const parser = createParser(text, 0, version);
  const reading: ParseState = {
    parser,
    statements: [],
    problems: [],
    reported: 0,
    guessing: false,
    lineEnd: 0,
    swallowed: undefined,
  };
  const head = readHead(reading);
  readStatements(reading);
  const { statements, problems } = reading;
  if (reading.swallowed !== undefined)
    for (const item of readSwallowed(parser, reading.swallowed)) statements.push(item);
  const comments = inOrder(parser.comments);
  const found = [
    ...checkRequires(text, comments, version),
    ...checkSignature(text, comments, statements, version),
    ...(parser.givenUp ? [parser.givenUp] : []),
  ];
  return { ...head, statements, problems: merged(problems, found), comments, tokens: parser.consumed };
}

/** Comments once each, though what is read anew meets them again. */
function inOrder(comments: Parser['comments']): ScriptTree['comments'] {
  const sorted = [...comments].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((comment) => {
    const isNew = comment.start >= end;
    if (isNew) end = comment.end;
    return isNew;
  });
}

/** Most strings that swallow the rest of the text, one after the other. */
const mostSwallowed = 4;

/** The lines after `from`, read as though nothing were open there. */
function readSwallowed({ text, version, budget }: Parser, from: number): ParsedStatement[] {
  const statements: ParsedStatement[] = [];
  let start: number | undefined = from;
  for (let round = 0; start !== undefined && round < mostSwallowed; round++) {
    const at = lineEndAfter(text, start) + 1;
    if (at >= text.length) break;
    const parser = createParser(text, at, version, budget);
    const reading = {
      parser,
      statements: [],
      problems: [],
      reported: 0,
      guessing: true,
      lineEnd: 0,
      swallowed: undefined,
    };
    readStatements(reading);
    for (const item of (reading as ParseState).statements) statements.push(item);
    start = (reading as ParseState).swallowed;
  }
  return statements;
}

function lineEndAfter(text: string, from: number): number {
  const end = text.indexOf('\n', Math.max(0, from));
  return end < 0 ? text.length : end;
}

/** All problems by their places; of a `#Requires` comment the first by place is reported. */
function merged(problems: readonly SyntaxProblem[], ofComments: readonly SyntaxProblem[]): SyntaxProblem[] {
  return [...problems, ...ofComments].sort((a, b) => a.start - b.start);
}

/** Reads a part of the script; what went wrong in it is one problem at most. `treeOf` gives the tree of the part. */
function readPart<Part>(
  reading: ParseState,
  read: () => Part,
  treeOf: (part: Part) => Node | undefined = () => undefined,
): { part: Part; trust: ParsedStatement['trust'] } {
  const { parser, problems } = reading;
  const part = read();
  // With what was found on the way to the part.
  const found = parser.problems.slice(reading.reported);
  reading.reported = parser.problems.length;
  const tree = reading.guessing ? undefined : treeOf(part);
  const refused = tree ? checkTree(tree, parser.version) : [];
  const [cause = refused[0]] = found;
  if (cause && cause !== parser.givenUp && !reading.guessing && cause.start >= reading.lineEnd)
    problems.push(withConsequence(cause, [...found, ...refused]));
  // What is refused only after it was read stands in a tree that is whole.
  if (found.length === 0) return { part, trust: reading.guessing ? 'guessed' : 'sound' };
  reading.guessing ||= found.some(({ unclosed }) => unclosed === true);
  reading.swallowed ??= found.find(({ swallows }) => swallows)?.start;
  // The line where reading goes on is still that of the problem.
  reading.lineEnd = lineEndAfter(parser.text, Math.max(found[found.length - 1]!.start, parser.at - 1));
  return { part, trust: 'broken' };
}

/** The first problem found, with the place of the first one in the text, where that is another. */
function withConsequence(cause: SyntaxProblem, found: readonly SyntaxProblem[]): SyntaxProblem {
  const first = found.reduce((one, other) => (other.start < one.start ? other : one));
  if (first.start >= cause.start) return cause;
  const { start, end, message } = first;
  return { ...cause, before: { start, end, message } };
}

/** `using` statements, then a `param` block or named blocks. */
function readHead(reading: ParseState): Pick<ScriptTree, 'attributes' | 'parameters'> {
  const { parser, statements } = reading;
  skipNewlines(parser);
  while (isKeyword(peek(parser), 'using')) {
    const { part, trust } = readPart(
      reading,
      () => parseUsing(parser),
      (using) => using,
    );
    statements.push({ statement: part, trust });
    skipSeparators(parser);
  }
  goTo(parser, peek(parser).start);
  // What was found on a way that led to no param block belongs to the statement that is read there again.
  const head = parseParamBlock(parser);
  if (head) {
    const { attributes, parameters, paramStart } = head;
    readPart(
      reading,
      () => head,
      () => blockOf({ attributes, parameters, paramStart, start: paramStart, end: paramStart }),
    );
  }
  skipSeparators(parser);
  if (isNamedBlock(parser, peek(parser))) {
    const blocks: Statement[] = [];
    const { part: whole, trust } = readPart(
      reading,
      () => parseNamedBlocks(parser, blocks),
      () => blockOf({ statements: blocks }),
    );
    for (const statement of blocks) statements.push({ statement, trust });
    reading.guessing ||= !whole;
  }
  return { attributes: head?.attributes ?? [], parameters: head?.parameters };
}

function blockOf(parts: Partial<ScriptBlock>): ScriptBlock {
  return {
    kind: 'body',
    attributes: [],
    parameters: undefined,
    paramStart: undefined,
    statements: [],
    start: 0,
    end: 0,
    ...parts,
  };
}

function readStatements(reading: ParseState): void {
  const { parser, statements } = reading;
  skipSeparators(parser);
  while (peek(parser).kind !== 'end') {
    const { part: statement, trust } = readPart(
      reading,
      () => parseStatement(parser),
      (part) => part,
    );
    // What is left of the line of a problem is not taken for commands.
    if (statement && (trust === 'broken' || statement.start >= reading.lineEnd || reading.lineEnd === 0))
      statements.push({ statement, trust });
    if (statement) skipSeparators(parser);
    const next = peek(parser);
    const closes = next.kind === ')' || next.kind === '}';
    if (next.kind === 'end' || (statement && !closes)) continue;
    readPart(reading, () =>
      failAt(
        parser,
        next,
        closes
          ? `\`${next.value}\` closes nothing that was opened.`
          : `\`${next.value.slice(0, 40)}\` was not expected here.`,
        closes ? 'Remove it, or write the opening bracket.' : 'Remove it, or complete the command before it.',
      ),
    );
    reading.guessing ||= closes;
    consume(parser);
    skipSeparators(parser);
  }
  // What was found after the last statement.
  readPart(reading, () => undefined);
}
