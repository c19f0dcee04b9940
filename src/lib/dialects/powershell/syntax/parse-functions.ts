import { parseParameterList, parseScriptBlockBody } from './parse-script-block.ts';
import { failAfter, peek, skipNewlines, consume, consumeIf } from './parser.ts';
import type { Parser } from './parser.ts';
import type { Statement } from './tree.ts';

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

export function parseFunction(parser: Parser): Statement {
  const keyword = consume(parser);
  skipNewlines(parser);
  const name = peek(parser);
  const nothing = {
    kind: 'body',
    attributes: [],
    parameters: undefined,
    paramStart: undefined,
    statements: [],
    start: name.start,
    end: name.start,
  } as const;
  const made = (end: number) =>
    ({
      kind: 'function',
      keyword: keyword.value,
      name: name.value,
      nameStart: name.start,
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
  consume(parser);
  skipNewlines(parser);
  const list = parseParameterList(parser);
  skipNewlines(parser);
  const open = consumeIf(parser, '{');
  if (!open && list?.whole !== false)
    failAfter(
      parser,
      list?.end ?? name.end,
      `The body of the ${keyword.value} was expected, in braces.`,
      'Write `{ … }` after the name.',
    );
  // The engine takes the brace here, and reads what is in the braces as statements beside the function.
  if (!open || list?.whole === false) return made(list?.end ?? name.end);
  const block = parseScriptBlockBody(parser, open);
  const written = name.kind === 'word' ? name.value : parser.text.slice(name.start, name.end);
  return {
    kind: 'function',
    keyword: keyword.value,
    name: written,
    nameStart: name.start,
    parameters: list?.parameters,
    block,
    start: keyword.start,
    end: block.end,
  };
}
