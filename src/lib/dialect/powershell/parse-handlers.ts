import { parseAttribute } from './parse-attributes.ts';
import { parseSingleArgument } from './parse-commands.ts';
import { neededBlock } from './parse-control-flow.ts';
import { parseSimpleName } from './parse-hashtable.ts';
import { failAfter, failAt, goTo, isKeyword, peek, skipNewlines, take, takeIf } from './parser.ts';
import type { Parser } from './parser.ts';
import type { Attribute, Statement } from './tree.ts';

export function parseTrap(parser: Parser): Statement {
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

export function parseTry(parser: Parser): Statement {
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

export function parseData(parser: Parser): Statement {
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
export function parseBlockOf(parser: Parser): Statement {
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
