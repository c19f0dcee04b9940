import { parseSingleArgument } from './parse-commands.ts';
import { parseName } from './parse-hashtable.ts';
import { parsePipelineChain } from './parse-pipelines.ts';
import { closeBrace, parseBlock } from './parse-statements.ts';
import {
  deeper,
  failAfter,
  failAt,
  goTo,
  isKeyword,
  peek,
  skipNewlines,
  skipSeparators,
  consume,
  consumeIf,
} from './parser.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';
import type { Expression, Statement, Variable } from './tree.ts';

/** The block a keyword needs, or a problem reported where it is missing. */
export function neededBlock(
  parser: Parser,
  end: number,
  keyword: string,
): { readonly body: Statement[]; readonly end: number; readonly whole: boolean } {
  const block = parseBlock(parser);
  if (!block)
    failAfter(
      parser,
      end,
      `A block in braces was expected after \`${keyword}\`.`,
      'Write `{ … }`, also around a single command.',
    );
  return block ? { ...block, whole: true } : { body: [], end, whole: false };
}

/** `( … )` after a keyword. `whole` is false where a part is missing, which is reported. */
interface Condition {
  readonly value: Statement | undefined;
  readonly end: number;
  readonly whole: boolean;
}

/** `closing`: a missing closing parenthesis is reported where it should stand, or at what stands there. */
function parseCondition(parser: Parser, keyword: Token, closing: 'after' | 'at'): Condition {
  skipNewlines(parser);
  const open = consumeIf(parser, '(');
  if (!open) {
    failAfter(
      parser,
      keyword.end,
      `An opening parenthesis was expected after \`${keyword.value}\`.`,
      `Write \`${keyword.value} (…) { … }\`.`,
    );
    return { value: undefined, end: keyword.end, whole: false };
  }
  skipNewlines(parser);
  const value = deeper(parser, () => parsePipelineChain(parser));
  if (!value)
    failAfter(
      parser,
      open.end,
      `A condition was expected in the parentheses of \`${keyword.value}\`.`,
      'Write the condition.',
    );
  skipNewlines(parser);
  const close = consumeIf(parser, ')');
  const end = value?.end ?? open.end;
  if (!close && value) {
    const message = `A closing parenthesis was expected after the condition of \`${keyword.value}\`.`;
    const hint = 'Close it with `)`.';
    if (closing === 'at') failAt(parser, peek(parser), message, hint);
    else failAfter(parser, end, message, hint);
  }
  return { value, end: close?.end ?? end, whole: close !== undefined };
}

export function parseIf(parser: Parser): Statement {
  const first = consume(parser);
  const clauses: { condition: Statement | undefined; body: Statement[] }[] = [];
  let otherwise: Statement[] | undefined;
  let keyword = first;
  let end = first.end;
  for (;;) {
    const condition = parseCondition(parser, keyword, 'at');
    end = condition.end;
    // The engine reports a missing block at the parenthesis here, and after it everywhere else.
    const block = condition.whole ? neededBlock(parser, condition.end - 1, keyword.value) : undefined;
    clauses.push({ condition: condition.value, body: block?.body ?? [] });
    if (!block?.whole) break;
    end = block.end;
    const back = parser.ahead?.start ?? parser.at;
    skipNewlines(parser);
    const next = peek(parser);
    if (isKeyword(next, 'elseif')) {
      keyword = consume(parser);
      continue;
    }
    if (isKeyword(next, 'else')) {
      consume(parser);
      const last = neededBlock(parser, next.end, 'else');
      otherwise = last.body;
      end = last.end;
    } else goTo(parser, back);
    break;
  }
  return { kind: 'if', clauses, otherwise, start: first.start, end };
}

const switchFlags = ['regex', 'wildcard', 'exact', 'casesensitive', 'parallel', 'file'];

export function parseSwitch(parser: Parser): Statement {
  const keyword = consume(parser);
  let subject: Statement | Expression | undefined;
  let end = keyword.end;
  // Once a part is found missing, the parts after it are not missed too.
  let incomplete = false;
  let fromFile = false;
  let parallel = false;
  const before = parser.problems.length;
  skipNewlines(parser);
  while (peek(parser).kind === 'parameter') {
    const flag = consume(parser);
    end = flag.end;
    const name = flag.value.toLowerCase();
    const full = switchFlags.find((one) => one.startsWith(name));
    if (!full)
      failAt(
        parser,
        flag,
        `\`switch\` has no flag \`-${flag.value}\`.`,
        'It knows -Regex, -Wildcard, -Exact, -CaseSensitive and -File.',
      );
    parallel ||= full === 'parallel';
    if (full !== 'file') continue;
    fromFile = true;
    skipNewlines(parser);
    subject = parseSingleArgument(parser);
    if (!subject) {
      incomplete = true;
      failAfter(
        parser,
        flag.end,
        'The name of a file was expected after `-File`.',
        'Write the file to read.',
      );
    }
    end = subject?.end ?? end;
  }
  const open = consumeIf(parser, '(');
  if (open) {
    if (fromFile)
      failAt(
        parser,
        open,
        '`switch -File` reads a file, and takes no value in parentheses.',
        'Remove one of the two.',
      );
    skipNewlines(parser);
    subject = deeper(parser, () => parsePipelineChain(parser));
    end = subject?.end ?? open.end;
    if (!subject) {
      incomplete = true;
      failAfter(parser, open.end, 'A value was expected in the parentheses of `switch`.', 'Write the value.');
    }
    skipNewlines(parser);
    const close = consumeIf(parser, ')');
    if (!close && !incomplete) {
      incomplete = true;
      failAfter(
        parser,
        end,
        'A closing parenthesis was expected after the value of `switch`.',
        'Close it with `)`.',
      );
    }
    end = close?.end ?? end;
  } else if (!subject && !fromFile) {
    incomplete = true;
    failAfter(
      parser,
      end,
      'A value in parentheses was expected after `switch`.',
      'Write `switch (…) { value { … } }`.',
    );
  }
  skipNewlines(parser);
  const brace = consumeIf(parser, '{');
  const cases: { match: Expression; body: Statement[] }[] = [];
  if (brace) end = parseCases(parser, brace, incomplete, cases);
  else if (!incomplete)
    failAfter(parser, end, 'An opening brace was expected after `switch (…)`.', 'Write `{ value { … } }`.');
  if (parallel && parser.problems.length === before && parser.version >= 6)
    parser.fail({
      start: keyword.start,
      end,
      message:
        'The flag -Parallel of `switch` is part of the workflows of Windows PowerShell 3.0 to 5.1; PowerShell 7 refuses it.',
      hint: 'Remove the flag.',
    });
  return { kind: 'switch', subject, cases, start: keyword.start, end };
}

function parseCases(
  parser: Parser,
  open: Token,
  before: boolean,
  cases: { match: Expression; body: Statement[] }[],
): number {
  let end = open.end;
  let incomplete = before;
  let defaults = 0;
  skipNewlines(parser);
  for (;;) {
    const match = parseSingleArgument(parser);
    if (!match) {
      failAfter(parser, end, 'A value was expected in the block of `switch`.', 'Write `value { … }`.');
      return consumeIf(parser, '}')?.end ?? end;
    }
    const written = parser.text.slice(match.start, match.end);
    const block = neededBlock(parser, match.end, written);
    incomplete ||= !block.whole;
    end = block.whole ? block.end : match.end;
    cases.push({ match, body: block.body });
    if (block.whole && written.toLowerCase() === 'default' && ++defaults > 1)
      parser.fail({
        start: match.start,
        end: match.end,
        message: 'There are two `default` blocks in this `switch`.',
        hint: 'Put both into one.',
      });
    skipSeparators(parser);
    const next = peek(parser);
    if (next.kind === '}') return consume(parser).end;
    if (next.kind === 'end') {
      if (!incomplete) closeBrace(parser, open);
      return end;
    }
  }
}

export function parseForeach(parser: Parser): Statement {
  const keyword = consume(parser);
  skipNewlines(parser);
  const flagged = peek(parser).kind === 'parameter';
  const before = parser.problems.length;
  while (peek(parser).kind === 'parameter') {
    const flag = consume(parser);
    const name = flag.value.toLowerCase();
    if ('throttlelimit'.startsWith(name)) {
      skipNewlines(parser);
      if (!parseSingleArgument(parser))
        failAfter(parser, flag.end, 'A number was expected after `-ThrottleLimit`.', 'Write the number.');
    } else if (!'parallel'.startsWith(name))
      failAt(parser, flag, `\`foreach\` has no flag \`-${flag.value}\`.`, 'Write `foreach ($x in …) { … }`.');
    skipNewlines(parser);
  }
  const read: { variable?: Variable; values?: Statement } = {};
  let { end } = keyword;
  const made = (body: Statement[]): Statement => ({
    kind: 'loop',
    keyword: 'foreach',
    variable: read.variable,
    head: read.values ? [read.values] : [],
    body,
    start: keyword.start,
    end,
  });
  const missing = (what: string): Statement => {
    failAfter(parser, end, what, 'Write `foreach ($x in …) { … }`.');
    return made([]);
  };
  const open = consumeIf(parser, '(');
  if (!open) return missing('An opening parenthesis was expected after `foreach`.');
  end = open.end;
  skipNewlines(parser);
  const name = peek(parser);
  if (name.kind !== 'variable' && name.kind !== 'splat')
    return missing('A variable was expected after `foreach (`.');
  consume(parser);
  read.variable = { kind: 'variable', name: name.value, splat: false, start: name.start, end: name.end };
  end = name.end;
  skipNewlines(parser);
  const inWord = peek(parser);
  if (!isKeyword(inWord, 'in')) return missing('The word `in` was expected after the variable of `foreach`.');
  consume(parser);
  end = inWord.end;
  skipNewlines(parser);
  const values = deeper(parser, () => parsePipelineChain(parser));
  if (!values) return missing('A value was expected after `in`.');
  read.values = values;
  end = values.end;
  skipNewlines(parser);
  const close = consumeIf(parser, ')');
  if (!close) return missing('A closing parenthesis was expected after the values of `foreach`.');
  const block = neededBlock(parser, close.end, 'foreach');
  end = block.end;
  if (flagged && parser.problems.length === before && parser.version >= 6)
    parser.fail({
      start: keyword.start,
      end,
      message:
        'The flags of `foreach` are part of the workflows of Windows PowerShell 3.0 to 5.1; PowerShell 7 refuses them.',
      hint: 'Use `ForEach-Object -Parallel { … }`.',
    });
  return made(block.body);
}

export function parseFor(parser: Parser): Statement {
  const keyword = consume(parser);
  skipNewlines(parser);
  const open = consumeIf(parser, '(');
  const head: (Statement | undefined)[] = [];
  let end = open?.end ?? keyword.end;
  let body: Statement[] = [];
  if (!open)
    failAfter(
      parser,
      keyword.end,
      'An opening parenthesis was expected after `for`.',
      'Write `for ($i = 0; $i -lt 10; $i++) { … }`.',
    );
  else {
    for (let part = 0; part < 3; part++) {
      skipNewlines(parser);
      const statement = deeper(parser, () => parsePipelineChain(parser));
      head.push(statement);
      end = statement?.end ?? end;
      if (part < 2) end = consumeIf(parser, ';')?.end ?? end;
    }
    skipNewlines(parser);
    const close = consumeIf(parser, ')');
    if (close) {
      const block = neededBlock(parser, close.end, 'for');
      ({ body, end } = block);
    } else
      failAfter(
        parser,
        end,
        'A closing parenthesis was expected after the head of `for`.',
        'Close it with `)`.',
      );
  }
  return { kind: 'loop', keyword: 'for', variable: undefined, head, body, start: keyword.start, end };
}

export function parseWhile(parser: Parser): Statement {
  const keyword = consume(parser);
  const condition = parseCondition(parser, keyword, 'after');
  const block = condition.whole ? neededBlock(parser, condition.end, 'while') : undefined;
  return {
    kind: 'loop',
    keyword: 'while',
    variable: undefined,
    head: [condition.value],
    body: block?.body ?? [],
    start: keyword.start,
    end: block?.end ?? condition.end,
  };
}

export function parseDo(parser: Parser): Statement {
  const keyword = consume(parser);
  const block = neededBlock(parser, keyword.end, 'do');
  let condition: { value: Statement | undefined; end: number } = { value: undefined, end: block.end };
  if (block.whole) {
    skipNewlines(parser);
    const next = peek(parser);
    if (isKeyword(next, 'while') || isKeyword(next, 'until')) {
      consume(parser);
      condition = parseCondition(parser, next, 'after');
    } else
      failAfter(
        parser,
        block.end,
        'The word `while` or `until` was expected after the block of `do`.',
        'Write `do { … } while (…)`.',
      );
  }
  return {
    kind: 'loop',
    keyword: 'do',
    variable: undefined,
    head: [condition.value],
    body: block.body,
    start: keyword.start,
    end: condition.end,
  };
}

export function parseFlow(parser: Parser): Statement {
  const keyword = consume(parser);
  const labelled = keyword.value === 'break' || keyword.value === 'continue';
  const value = labelled ? parseName(parser) : deeper(parser, () => parsePipelineChain(parser));
  return {
    kind: 'flow',
    keyword: keyword.value,
    value,
    start: keyword.start,
    end: value?.end ?? keyword.end,
  };
}
