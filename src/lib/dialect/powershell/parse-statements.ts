import { parseCommand, parseRedirection, parseSingleArgument } from './parse-commands.ts';
import { parseAttribute, parseAttributes } from './parse-attributes.ts';
import { needsVersion, parseExpression, parseName, parseSimpleName } from './parse-expressions.ts';
import { parseParameterList, parseScriptBlockBody } from './parse-script-block.ts';
import { parseConfiguration, parseTypeDefinition, parseUsing } from './parse-definitions.ts';
import type { Parser } from './parser.ts';
import {
  deeper,
  failAfter,
  failAt,
  goTo,
  inMode,
  isKeyword,
  peek,
  skipNewlines,
  skipSeparators,
  take,
  takeIf,
} from './parser.ts';
import type {
  Attribute,
  Command,
  Expression,
  Redirection,
  Statement,
  ValueElement,
  Variable,
} from './tree.ts';
import type { Token } from './token.ts';

/** Statements up to a closing bracket or the end, neither of which is taken. */
export function parseStatements(parser: Parser): Statement[] {
  const statements: Statement[] = [];
  skipSeparators(parser);
  for (;;) {
    const statement = deeper(parser, () => parseStatement(parser));
    if (!statement) return statements;
    statements.push(statement);
    skipSeparators(parser);
    const { kind } = peek(parser);
    if (kind === ')' || kind === '}') return statements;
  }
}

export function parseStatement(parser: Parser): Statement | undefined {
  return inMode(parser, 'command', () => parseStatementHere(parser));
}

function parseStatementHere(parser: Parser): Statement | undefined {
  const token = peek(parser);
  if (token.kind === 'word' && token.value.startsWith('[')) return parseAttributed(parser, token);
  if (token.kind === 'label') return parseLabelled(parser);
  if (token.kind !== 'keyword') return parsePipelineChain(parser);
  return parseKeyword(parser, token) ?? parsePipelineChain(parser);
}

function parseKeyword(parser: Parser, token: Token): Statement | undefined {
  switch (token.value) {
    case 'if':
      return parseIf(parser);
    case 'switch':
      return parseSwitch(parser);
    case 'foreach':
      return parseForeach(parser);
    case 'for':
      return parseFor(parser);
    case 'while':
      return parseWhile(parser);
    case 'do':
      return parseDo(parser);
    case 'function':
    case 'filter':
    case 'workflow':
      return parseFunction(parser);
    case 'return':
    case 'throw':
    case 'exit':
    case 'break':
    case 'continue':
      return parseFlow(parser);
    case 'trap':
      return parseTrap(parser);
    case 'try':
      return parseTry(parser);
    case 'data':
      return parseData(parser);
    case 'parallel':
    case 'sequence':
      return parseBlockOf(parser);
    case 'configuration':
      return parseConfiguration(parser, []);
    case 'class':
    case 'enum':
      return parseTypeDefinition(parser, []);
    case 'using': {
      const using = parseUsing(parser);
      parser.fail({
        start: using.start,
        end: using.end,
        message: 'A `using` statement stands after other statements.',
        hint: 'Move it to the top of the script.',
      });
      return using;
    }
    case 'from':
    case 'define':
    case 'var':
      failAt(
        parser,
        token,
        `\`${token.value}\` is a reserved word and cannot begin a statement.`,
        'Use another name.',
      );
      return undefined;
    default:
      return undefined;
  }
}

/** `[Attribute()] class …`; everything else that begins with a bracket is an expression. */
function parseAttributed(parser: Parser, token: Token): Statement | undefined {
  const rest = parser.text.slice(token.start, Math.min(parser.limit, token.start + 4000));
  if (/^\[[^\n]*\]\s*(?:\[[^\n]*\]\s*)*(?:class|enum|configuration)\s/i.test(rest)) {
    const attributes = parseAttributes(parser, false);
    const next = peek(parser);
    if (isKeyword(next, 'configuration')) return parseConfiguration(parser, attributes);
    if (isKeyword(next, 'class') || isKeyword(next, 'enum')) return parseTypeDefinition(parser, attributes);
    goTo(parser, token.start);
  }
  return parsePipelineChain(parser);
}

function parseLabelled(parser: Parser): Statement | undefined {
  const label = take(parser);
  skipNewlines(parser);
  const next = peek(parser);
  if (next.kind === 'keyword' && ['switch', 'foreach', 'for', 'while', 'do'].includes(next.value)) {
    const statement = parseKeyword(parser, next);
    return statement && { ...statement, start: label.start };
  }
  goTo(parser, label.start);
  return parsePipelineChain(parser);
}

/** An assignment, a pipeline, or pipelines joined by `&&` and `||`. */
export function parsePipelineChain(parser: Parser): Statement | undefined {
  const first = inMode(parser, 'expression', () => {
    const expression = parseExpression(parser);
    if (!expression || peek(parser).kind !== 'assignment') return { expression, operator: undefined };
    return { expression, operator: take(parser) };
  });
  const { expression, operator } = first;
  if (expression && operator) {
    checkTarget(parser, expression);
    if (operator.value === '??=')
      needsVersion(parser, operator, 'The operator `??=`', 7, 'Write `if ($null -eq $x) { $x = … }`.');
    skipNewlines(parser);
    const value = deeper(parser, () => parseStatement(parser));
    if (!value)
      failAfter(
        parser,
        operator.end,
        `A value was expected after \`${operator.value}\`.`,
        'Write the value that is assigned.',
      );
    return {
      kind: 'assignment',
      operator: operator.value,
      target: expression,
      value,
      start: expression.start,
      end: value?.end ?? operator.end,
    };
  }
  const pipelines: Statement[] = [];
  let start = expression;
  for (;;) {
    const pipeline = parsePipeline(parser, start);
    start = undefined;
    if (!pipeline) break;
    pipelines.push(pipeline);
    const token = peek(parser);
    if (token.kind === '&') {
      if (
        !needsVersion(
          parser,
          token,
          'The sign `&` at the end of a command (a background job)',
          7,
          'Put text with an `&` in quotes, or use Start-Job.',
        )
      )
        break;
      take(parser);
      break;
    }
    if (token.kind !== '&&' && token.kind !== '||') break;
    const instead =
      token.kind === '&&' ? 'Write `first; if ($?) { second }`.' : 'Write `first; if (-not $?) { second }`.';
    if (!needsVersion(parser, token, `The operator \`${token.kind}\``, 7, instead)) break;
    take(parser);
    skipNewlines(parser);
    const next = peek(parser).kind;
    if (next === 'end' || next === ';' || next === ')' || next === '}' || next === '|') {
      failAfter(
        parser,
        token.end,
        `A command was expected after \`${token.kind}\`.`,
        'Write the command, or remove the operator.',
      );
    }
  }
  if (pipelines.length < 2) return pipelines[0];
  return { kind: 'chain', pipelines, start: pipelines[0]!.start, end: pipelines[pipelines.length - 1]!.end };
}

/** What can be assigned to: variables, members, elements, lists of them, and those with a type before them. */
export function checkTarget(parser: Parser, target: Expression): void {
  if (isTarget(target)) return;
  parser.fail({
    start: target.start,
    end: target.end,
    message: `\`${parser.text.slice(target.start, Math.min(target.end, target.start + 40))}\` cannot be assigned to.`,
    hint: 'Write a variable before the operator; to compare two values use `-eq`.',
  });
}

function isTarget(target: Expression): boolean {
  switch (target.kind) {
    case 'variable':
    case 'index':
    case 'broken':
      return true;
    case 'member':
      return target.arguments === undefined;
    case 'conversion':
      return isTarget(target.operand);
    case 'array':
      return target.elements.every(isTarget);
    case 'parentheses': {
      const inside = target.content;
      const [only] = inside?.kind === 'pipeline' ? inside.elements : [];
      return only?.kind === 'value' && isTarget(only.expression);
    }
    default:
      return false;
  }
}

function parsePipeline(parser: Parser, first: Expression | undefined): Statement | undefined {
  const elements: (Command | ValueElement)[] = [];
  let expression = first;
  let pipe: Token | undefined;
  for (;;) {
    expression ??= inMode(parser, 'expression', () => parseExpression(parser));
    if (expression) {
      if (elements.length > 0) {
        parser.fail({
          start: expression.start,
          end: expression.end,
          message: 'A value can stand only at the beginning of a pipeline.',
          hint: 'Write a command after the `|`, for example `ForEach-Object { … }`.',
        });
      }
      elements.push(withRedirections(parser, expression));
    } else {
      const command = parseCommand(parser);
      if (command) elements.push(command);
      else if (elements.length > 0 || peek(parser).kind === '|') {
        const at = pipe?.end ?? peek(parser).start;
        failAfter(
          parser,
          at,
          pipe ? 'A command was expected after the `|`.' : 'A command was expected before the `|`.',
          'Write the command, or remove the `|`.',
        );
      }
    }
    expression = undefined;
    if (peek(parser).kind === 'newline' && parser.version >= 7) skipToPipe(parser);
    const token = peek(parser);
    if (token.kind === '|') {
      pipe = take(parser);
      skipNewlines(parser);
      if (peek(parser).kind === 'end') {
        failAfter(
          parser,
          pipe.end,
          'A command was expected after the `|`.',
          'Write the command, or remove the `|`.',
        );
        break;
      }
      continue;
    }
    if (!endsPipeline.has(token.kind)) unexpected(parser, token, elements);
    break;
  }
  const [start] = elements;
  if (!start) return undefined;
  return { kind: 'pipeline', elements, start: start.start, end: elements[elements.length - 1]!.end };
}

const endsPipeline: ReadonlySet<string> = new Set([';', 'newline', ')', '}', 'end', '&&', '||', '&']);

/** PowerShell 7 goes on where the next line begins with a pipe. */
function skipToPipe(parser: Parser): void {
  const { at } = parser;
  const { start } = peek(parser);
  skipNewlines(parser);
  if (peek(parser).kind !== '|') goTo(parser, Math.min(start, at));
}

function unexpected(parser: Parser, token: Token, elements: readonly (Command | ValueElement)[]): void {
  const written = parser.text.slice(token.start, token.end);
  const last = elements[elements.length - 1];
  const afterText = last?.kind === 'value' && last.expression.kind === 'text';
  failAt(
    parser,
    token,
    `\`${written}\` was not expected here, after a complete value.`,
    afterText
      ? 'To run a program whose name is in quotes, put `&` before it; to give two values, put a comma between them.'
      : 'Look for a missing operator, comma, bracket or line break before it.',
  );
}

function withRedirections(parser: Parser, expression: Expression): ValueElement {
  const redirections: Redirection[] = [];
  while (peek(parser).kind === 'redirection' || peek(parser).kind === 'input-redirection')
    redirections.push(parseRedirection(parser));
  return {
    kind: 'value',
    expression,
    redirections,
    start: expression.start,
    end: redirections[redirections.length - 1]?.end ?? expression.end,
  };
}

/** `{ … }`; undefined where no brace stands here. */
export function parseBlock(parser: Parser): { readonly body: Statement[]; readonly end: number } | undefined {
  skipNewlines(parser);
  const open = takeIf(parser, '{');
  if (!open) return undefined;
  parser.depth++;
  const body = deeper(parser, () => parseStatements(parser)) ?? [];
  const close = closeBrace(parser, open);
  return { body, end: close };
}

export function closeBrace(parser: Parser, open: Token): number {
  const close = takeIf(parser, '}');
  if (close) {
    parser.depth--;
    return close.end;
  }
  const next = peek(parser);
  parser.fail({
    start: open.start,
    end: open.end,
    message:
      next.kind === 'end'
        ? 'The block that opens here is never closed.'
        : `The block that opens here is not closed where \`${next.value}\` stands.`,
    hint: 'Close it with `}`.',
    ...(next.kind === 'end' ? { unclosed: true } : {}),
  });
  return parser.at;
}

/** The block a keyword needs, or a problem told where it is missing. */
function neededBlock(
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

function parseIf(parser: Parser): Statement {
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

function parseSwitch(parser: Parser): Statement {
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

function parseForeach(parser: Parser): Statement {
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

function parseFor(parser: Parser): Statement {
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

function parseWhile(parser: Parser): Statement {
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

function parseDo(parser: Parser): Statement {
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

const noName: ReadonlySet<string> = new Set([
  '|',
  '(',
  '{',
  '@(',
  '@{',
  '}',
  ')',
  'end',
  ';',
  'redirection',
  'input-redirection',
  '&&',
  '||',
  '&',
  'variable',
  'splat',
  'string',
  'expandable',
]);

function parseFunction(parser: Parser): Statement {
  const keyword = take(parser);
  skipNewlines(parser);
  const name = peek(parser);
  const nothing = {
    kind: 'body',
    attributes: [],
    parameters: undefined,
    statements: [],
    start: name.start,
    end: name.start,
  } as const;
  const made = (end: number) =>
    ({
      kind: 'function',
      keyword: keyword.value,
      name: name.value,
      parameters: undefined,
      block: nothing,
      start: keyword.start,
      end,
    }) as const;
  if (noName.has(name.kind)) {
    failAfter(
      parser,
      keyword.end,
      `A name was expected after \`${keyword.value}\`.`,
      `Write \`${keyword.value} Name { … }\`.`,
    );
    return made(keyword.end);
  }
  take(parser);
  skipNewlines(parser);
  const list = parseParameterList(parser);
  skipNewlines(parser);
  const open = peek(parser);
  if (open.kind !== '{') {
    failAfter(
      parser,
      list?.end ?? name.end,
      `The body of the ${keyword.value} was expected, in braces.`,
      'Write `{ … }` after the name.',
    );
    return made(name.end);
  }
  take(parser);
  const block = parseScriptBlockBody(parser, open);
  const written = name.kind === 'word' ? name.value : parser.text.slice(name.start, name.end);
  return {
    kind: 'function',
    keyword: keyword.value,
    name: written,
    parameters: list?.parameters,
    block,
    start: keyword.start,
    end: block.end,
  };
}

function parseFlow(parser: Parser): Statement {
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

function parseTrap(parser: Parser): Statement {
  const keyword = take(parser);
  skipNewlines(parser);
  const type = parseAttribute(parser);
  const block = neededBlock(parser, type?.end ?? keyword.end, 'trap');
  return {
    kind: 'block',
    keyword: 'trap',
    name: type?.typeName ?? '',
    body: block.body,
    start: keyword.start,
    end: block.end,
  };
}

function parseTry(parser: Parser): Statement {
  const keyword = take(parser);
  const block = neededBlock(parser, keyword.end, 'try');
  const catches: { types: Attribute[]; body: Statement[] }[] = [];
  let lastly: Statement[] | undefined;
  let { end } = block;
  for (;;) {
    const back = parser.at;
    skipNewlines(parser);
    const next = peek(parser);
    if (isKeyword(next, 'catch')) {
      take(parser);
      const types = parseCaughtTypes(parser);
      const handler = neededBlock(parser, types[types.length - 1]?.end ?? next.end, 'catch');
      catches.push({ types, body: handler.body });
      end = handler.end;
      continue;
    }
    if (isKeyword(next, 'finally')) {
      take(parser);
      const handler = neededBlock(parser, next.end, 'finally');
      lastly = handler.body;
      end = handler.end;
    } else if (!parser.problem) goTo(parser, back);
    break;
  }
  if (catches.length === 0 && !lastly)
    failAfter(
      parser,
      block.end,
      'A `catch` or `finally` block was expected after the block of `try`.',
      'Write `catch { … }`.',
    );
  return { kind: 'try', body: block.body, catches, lastly, start: keyword.start, end };
}

function parseCaughtTypes(parser: Parser): Attribute[] {
  const types: Attribute[] = [];
  for (;;) {
    skipNewlines(parser);
    const type = parseAttribute(parser);
    if (!type) return types;
    types.push(type);
    skipNewlines(parser);
    if (!takeIf(parser, ',')) return types;
  }
}

function parseData(parser: Parser): Statement {
  const keyword = take(parser);
  skipNewlines(parser);
  const name = parseSimpleName(parser);
  skipNewlines(parser);
  let end = name?.end ?? keyword.end;
  const flag = takeIf(parser, 'parameter');
  if (flag) {
    end = flag.end;
    if (!'supportedcommand'.startsWith(flag.value.toLowerCase()))
      failAt(
        parser,
        flag,
        `A data section has no parameter \`-${flag.value}\`.`,
        'It knows -SupportedCommand.',
      );
    do {
      skipNewlines(parser);
      const command = parseSingleArgument(parser);
      if (!command)
        failAfter(
          parser,
          end,
          'The name of a command was expected.',
          'Write the command that the data section may use.',
        );
      end = command?.end ?? end;
    } while (takeIf(parser, ',') && !parser.problem);
  }
  const block = neededBlock(parser, end, 'data');
  return {
    kind: 'block',
    keyword: 'data',
    name: name?.value ?? '',
    body: block.body,
    start: keyword.start,
    end: block.end,
  };
}

/** `parallel { … }` and `sequence { … }` of a workflow. */
function parseBlockOf(parser: Parser): Statement {
  const keyword = take(parser);
  const block = neededBlock(parser, keyword.end, keyword.value);
  return {
    kind: 'block',
    keyword: keyword.value,
    name: '',
    body: block.body,
    start: keyword.start,
    end: block.end,
  };
}
