import { parseAttribute } from './parse-attributes.ts';
import { parseSingleArgument } from './parse-commands.ts';
import { neededBlock } from './parse-control-flow.ts';
import { parseSimpleName } from './parse-hashtable.ts';
import { parseBlock } from './parse-statements.ts';
import { failAfter, failAt, goTo, isKeyword, peek, skipNewlines, consume, consumeIf } from './parser.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';
import type { Attribute, Statement } from './tree.ts';

export function parseTrap(parser: Parser): Statement {
  const keyword = consume(parser);
  const back = parser.at;
  skipNewlines(parser);
  const attribute = parseAttribute(parser);
  if (attribute?.arguments) goTo(parser, back);
  const type = attribute?.arguments ? undefined : attribute;
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
  const keyword = consume(parser);
  const block = neededBlock(parser, keyword.end, 'try');
  const catches: { start: number; types: Attribute[]; body: Statement[] }[] = [];
  const made = (end: number, lastly?: Statement[]): Statement => ({
    kind: 'try',
    body: block.body,
    catches,
    lastly,
    start: keyword.start,
    end,
  });
  if (!block.whole) return made(block.end);
  let { end } = block;
  let broken = false;
  for (;;) {
    skipNewlines(parser);
    const next = peek(parser);
    if (!isKeyword(next, 'catch')) break;
    consume(parser);
    const { types, missing } = parseCaughtTypes(parser);
    if (missing) {
      // The block after it belongs to it; that it may be missing too is no second error.
      broken = true;
      const handler = parseBlock(parser);
      catches.push({ start: next.start, types, body: handler?.body ?? [] });
      end = handler?.end ?? parser.at;
      if (handler) continue;
      break;
    }
    const handler = neededBlock(parser, types[types.length - 1]?.end ?? next.end, 'catch');
    catches.push({ start: next.start, types, body: handler.body });
    end = handler.end;
    if (handler.whole) continue;
    broken = true;
    break;
  }
  skipNewlines(parser);
  const next = peek(parser);
  let lastly: Statement[] | undefined;
  if (isKeyword(next, 'finally')) {
    consume(parser);
    const handler = neededBlock(parser, next.end, 'finally');
    lastly = handler.body;
    end = handler.end;
  }
  if (catches.length === 0 && !lastly && !broken)
    failAfter(
      parser,
      block.end,
      'A `catch` or `finally` block was expected after the block of `try`.',
      'Write `catch { … }`.',
    );
  return made(end, lastly);
}

function parseCaughtTypes(parser: Parser): { readonly types: Attribute[]; readonly missing: boolean } {
  const types: Attribute[] = [];
  let comma: Token | undefined;
  for (;;) {
    const back = parser.ahead?.start ?? parser.at;
    skipNewlines(parser);
    const type = parseAttribute(parser);
    if (!type) {
      if (comma)
        failAfter(parser, comma.end, 'The name of a type was expected after the comma.', 'Write the type.');
      return { types, missing: comma !== undefined };
    }
    if (type.arguments) {
      goTo(parser, back);
      return { types, missing: false };
    }
    types.push(type);
    skipNewlines(parser);
    comma = consumeIf(parser, ',');
    if (!comma) return { types, missing: false };
  }
}

export function parseData(parser: Parser): Statement {
  const keyword = consume(parser);
  skipNewlines(parser);
  const name = parseSimpleName(parser);
  skipNewlines(parser);
  let end = name?.end ?? keyword.end;
  let whole = true;
  const flag = consumeIf(parser, 'parameter');
  if (flag) {
    end = flag.end;
    whole = 'supportedcommand'.startsWith(flag.value.toLowerCase());
    if (!whole)
      failAt(
        parser,
        flag,
        `A data section has no parameter \`-${flag.value}\`.`,
        'It knows -SupportedCommand.',
      );
    for (;;) {
      skipNewlines(parser);
      const command = parseSingleArgument(parser);
      if (!command) {
        if (whole)
          failAfter(
            parser,
            end,
            'The name of a command was expected.',
            'Write the command that the data section may use.',
          );
        whole = false;
        break;
      }
      end = command.end;
      const comma = consumeIf(parser, ',');
      if (!comma) break;
      end = comma.end;
    }
  }
  const block = whole ? neededBlock(parser, end, 'data') : undefined;
  return {
    kind: 'block',
    keyword: 'data',
    name: name?.value ?? '',
    body: block?.body ?? [],
    start: keyword.start,
    end: block?.end ?? end,
  };
}

/** `parallel { … }` and `sequence { … }` of a workflow. */
export function parseBlockOf(parser: Parser): Statement {
  const keyword = consume(parser);
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
