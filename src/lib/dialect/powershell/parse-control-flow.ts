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
  take,
  takeIf,
} from './parser.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';
import type { Expression, Statement, Variable } from './tree.ts';

/** The block a keyword needs, or a problem told where it is missing. */
export function neededBlock(
  parser: Parser,
  end: number,
  keyword: string,
): { readonly body: Statement[]; readonly end: number } {
  const block = parseBlock(parser);
  if (!block)
    failAfter(
      parser,
      end,
      `A block in braces was expected after \`${keyword}\`.`,
      'Write `{ … }`, also around a single command.',
    );
  return block ?? { body: [], end };
}

/** `( … )` after a keyword. */
function parseCondition(
  parser: Parser,
  keyword: Token,
): { readonly value: Statement | undefined; readonly end: number } {
  skipNewlines(parser);
  const open = takeIf(parser, '(');
  if (!open) {
    failAfter(
      parser,
      keyword.end,
      `An opening parenthesis was expected after \`${keyword.value}\`.`,
      `Write \`${keyword.value} (…) { … }\`.`,
    );
    return { value: undefined, end: keyword.end };
  }
  parser.depth++;
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
  const close = takeIf(parser, ')');
  if (close) parser.depth--;
  else
    failAt(
      parser,
      peek(parser),
      `A closing parenthesis was expected after the condition of \`${keyword.value}\`.`,
      'Close it with `)`.',
    );
  return { value, end: close?.end ?? value?.end ?? open.end };
}

export function parseIf(parser: Parser): Statement {
  const first = take(parser);
  const clauses: { condition: Statement | undefined; body: Statement[] }[] = [];
  let otherwise: Statement[] | undefined;
  let keyword = first;
  let end: number;
  for (;;) {
    const condition = parseCondition(parser, keyword);
    // The engine reports a missing block at the parenthesis here, and after it everywhere else.
    const block = neededBlock(parser, condition.end - 1, keyword.value);
    clauses.push({ condition: condition.value, body: block.body });
    end = block.end;
    const back = parser.at;
    skipNewlines(parser);
    const next = peek(parser);
    if (isKeyword(next, 'elseif')) {
      keyword = take(parser);
      continue;
    }
    if (isKeyword(next, 'else')) {
      take(parser);
      const last = neededBlock(parser, next.end, 'else');
      otherwise = last.body;
      end = last.end;
    } else if (!parser.problem) goTo(parser, back);
    break;
  }
  return { kind: 'if', clauses, otherwise, start: first.start, end };
}

export function parseSwitch(parser: Parser): Statement {
  const keyword = take(parser);
  let subject: Statement | Expression | undefined;
  let end = keyword.end;
  skipNewlines(parser);
  while (peek(parser).kind === 'parameter') {
    const flag = take(parser);
    end = flag.end;
    const name = flag.value.toLowerCase();
    const full = ['regex', 'wildcard', 'exact', 'casesensitive', 'parallel', 'file'].find((one) =>
      one.startsWith(name),
    );
    if (!full)
      failAt(
        parser,
        flag,
        `\`switch\` has no flag \`-${flag.value}\`.`,
        'It knows -Regex, -Wildcard, -Exact, -CaseSensitive and -File.',
      );
    if (full !== 'file') continue;
    skipNewlines(parser);
    subject = parseSingleArgument(parser);
    if (!subject)
      failAfter(
        parser,
        flag.end,
        'The name of a file was expected after `-File`.',
        'Write the file to read.',
      );
    end = subject?.end ?? end;
  }
  if (peek(parser).kind === '(' || !subject) {
    const condition = parseCondition(parser, { ...keyword, end });
    subject = condition.value;
    end = condition.end;
  }
  skipNewlines(parser);
  const open = takeIf(parser, '{');
  const cases: { match: Expression; body: Statement[] }[] = [];
  if (!open)
    failAfter(parser, end, 'An opening brace was expected after `switch (…)`.', 'Write `{ value { … } }`.');
  else {
    parser.depth++;
    skipNewlines(parser);
    while (!parser.problem) {
      const match = parseSingleArgument(parser);
      if (!match) {
        if (cases.length === 0)
          failAfter(
            parser,
            peek(parser).start,
            'A value was expected in the block of `switch`.',
            'Write `value { … }`.',
          );
        break;
      }
      const block = neededBlock(parser, match.end, parser.text.slice(match.start, match.end));
      cases.push({ match, body: block.body });
      skipSeparators(parser);
      if (peek(parser).kind === '}' || peek(parser).kind === 'end') break;
    }
    end = closeBrace(parser, open);
  }
  return { kind: 'switch', subject, cases, start: keyword.start, end };
}

export function parseForeach(parser: Parser): Statement {
  const keyword = take(parser);
  skipNewlines(parser);
  while (peek(parser).kind === 'parameter') {
    const flag = take(parser);
    const name = flag.value.toLowerCase();
    if ('throttlelimit'.startsWith(name)) parseSingleArgument(parser);
    else if (!'parallel'.startsWith(name))
      failAt(parser, flag, `\`foreach\` has no flag \`-${flag.value}\`.`, 'Write `foreach ($x in …) { … }`.');
    skipNewlines(parser);
  }
  const broken = {
    kind: 'loop',
    keyword: 'foreach',
    variable: undefined,
    head: [],
    body: [],
    start: keyword.start,
    end: keyword.end,
  } as const;
  const open = takeIf(parser, '(');
  if (!open) {
    failAfter(
      parser,
      keyword.end,
      'An opening parenthesis was expected after `foreach`.',
      'Write `foreach ($x in …) { … }`.',
    );
    return broken;
  }
  parser.depth++;
  skipNewlines(parser);
  const name = peek(parser);
  if (name.kind !== 'variable' && name.kind !== 'splat') {
    failAfter(
      parser,
      open.end,
      'A variable was expected after `foreach (`.',
      'Write `foreach ($x in …) { … }`.',
    );
    return broken;
  }
  take(parser);
  const variable: Variable = {
    kind: 'variable',
    name: name.value,
    splat: false,
    start: name.start,
    end: name.end,
  };
  skipNewlines(parser);
  const inWord = peek(parser);
  if (!isKeyword(inWord, 'in')) {
    failAfter(
      parser,
      variable.end,
      'The word `in` was expected after the variable of `foreach`.',
      'Write `foreach ($x in …) { … }`.',
    );
    return broken;
  }
  take(parser);
  skipNewlines(parser);
  const values = deeper(parser, () => parsePipelineChain(parser));
  if (!values)
    failAfter(parser, inWord.end, 'A value was expected after `in`.', 'Write what the loop goes through.');
  skipNewlines(parser);
  const close = takeIf(parser, ')');
  if (close) parser.depth--;
  else
    failAfter(
      parser,
      values?.end ?? inWord.end,
      'A closing parenthesis was expected after the values of `foreach`.',
      'Close it with `)`.',
    );
  const block = neededBlock(parser, close?.end ?? parser.at, 'foreach');
  return {
    kind: 'loop',
    keyword: 'foreach',
    variable,
    head: [values],
    body: block.body,
    start: keyword.start,
    end: block.end,
  };
}

export function parseFor(parser: Parser): Statement {
  const keyword = take(parser);
  skipNewlines(parser);
  const open = takeIf(parser, '(');
  const head: (Statement | undefined)[] = [];
  let end = open?.end ?? keyword.end;
  if (!open)
    failAfter(
      parser,
      keyword.end,
      'An opening parenthesis was expected after `for`.',
      'Write `for ($i = 0; $i -lt 10; $i++) { … }`.',
    );
  else {
    parser.depth++;
    for (let part = 0; part < 3; part++) {
      skipNewlines(parser);
      const statement = deeper(parser, () => parsePipelineChain(parser));
      head.push(statement);
      end = statement?.end ?? end;
      if (part < 2) end = takeIf(parser, ';')?.end ?? end;
    }
    skipNewlines(parser);
    const close = takeIf(parser, ')');
    if (close) parser.depth--;
    else
      failAfter(
        parser,
        end,
        'A closing parenthesis was expected after the head of `for`.',
        'Close it with `)`.',
      );
    end = close?.end ?? end;
  }
  const block = neededBlock(parser, end, 'for');
  return {
    kind: 'loop',
    keyword: 'for',
    variable: undefined,
    head,
    body: block.body,
    start: keyword.start,
    end: block.end,
  };
}

export function parseWhile(parser: Parser): Statement {
  const keyword = take(parser);
  const condition = parseCondition(parser, keyword);
  const block = neededBlock(parser, condition.end, 'while');
  return {
    kind: 'loop',
    keyword: 'while',
    variable: undefined,
    head: [condition.value],
    body: block.body,
    start: keyword.start,
    end: block.end,
  };
}

export function parseDo(parser: Parser): Statement {
  const keyword = take(parser);
  const block = neededBlock(parser, keyword.end, 'do');
  skipNewlines(parser);
  const next = peek(parser);
  let condition: { value: Statement | undefined; end: number } = { value: undefined, end: block.end };
  if (isKeyword(next, 'while') || isKeyword(next, 'until')) {
    take(parser);
    condition = parseCondition(parser, next);
  } else
    failAfter(
      parser,
      block.end,
      'The word `while` or `until` was expected after the block of `do`.',
      'Write `do { … } while (…)`.',
    );
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
  const keyword = take(parser);
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
