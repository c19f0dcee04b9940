import type { SourceFile } from '../source/source-file.ts';
import { positionAt } from '../source/source-file.ts';
import type { JsxElement } from './component-props.ts';

type JsxAttribute = JsxElement['attributes'][number];

/**
 * Gives the attributes of a tag their places in the file, which Satteri does not tell: of the name to the end of the value. Returns
 * the offset of the end of the tag; undefined where the text does not say the same as the attributes.
 */
export function placeAttributes(
  file: SourceFile,
  { name, attributes, position }: JsxElement,
): number | undefined {
  const { text } = file;
  let at = skipBlanks(text, (position?.start.offset ?? 0) + 1);
  if (!text.startsWith(name ?? '', at)) return undefined;
  at += name?.length ?? 0;
  for (const attribute of attributes) {
    const start = skipBlanks(text, at);
    const end = endOfAttribute(text, start, attribute);
    if (end === undefined) return undefined;
    attribute.position = { start: positionAt(file, start), end: positionAt(file, end) };
    at = end;
  }
  const closing = skipBlanks(text, at);
  const end = text[closing] === '/' ? skipBlanks(text, closing + 1) : closing;
  return text[end] === '>' ? end + 1 : undefined;
}

function endOfAttribute(text: string, start: number, attribute: JsxAttribute): number | undefined {
  if (attribute.type !== 'mdxJsxAttribute' || !text.startsWith(attribute.name, start)) return undefined;
  const { name, value } = attribute;
  const end = start + name.length;
  const sign = skipBlanks(text, end);
  if (value === null || value === undefined) return text[sign] === '=' ? undefined : end;
  if (text[sign] !== '=') return undefined;
  const opening = skipBlanks(text, sign + 1);
  return typeof value === 'string'
    ? endOfString(text, opening, value)
    : endOfBraces(text, opening, value.value);
}

function endOfString(text: string, opening: number, value: string): number | undefined {
  const quote = text[opening];
  if (quote !== '"' && quote !== "'") return undefined;
  const closing = text.indexOf(quote, opening + 1);
  const written = text.slice(opening + 1, closing);
  // Of several lines each loses its indentation, and entities stand for characters.
  const isSame = written === value || written.includes('&') || unindented(written) === unindented(value);
  return closing >= 0 && isSame ? closing + 1 : undefined;
}

function unindented(value: string): string {
  return value.replace(/(\r\n|\n|\r)[ \t]*/g, '\n');
}

function endOfBraces(text: string, opening: number, value: string): number | undefined {
  return text.startsWith(`{${value}}`, opening) ? opening + value.length + 2 : undefined;
}

function skipBlanks(text: string, at: number): number {
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}
