import type { Nodes } from 'mdast';
import type { DialectId } from '../platforms/dialects.ts';
import { isDialectId, languages } from '../platforms/dialects.ts';
import type { Range } from '../source/source-file.ts';
import type { JsxElement } from './component-props.ts';
import type { Passage } from './guide.ts';
import { plainText } from './read-code.ts';

/** A piece of a passage, in the order of the text. */
type PassagePiece =
  | { readonly kind: 'words' | 'code'; readonly text: string }
  | { readonly kind: 'picture'; readonly names: readonly string[] };

/** What a `<Correction>` is around, as the `now` of its record has to say it; `{{path}}` stands for a value of the lab. */
export function readPassage(
  node: JsxElement,
  { of, id, range }: { readonly of: string; readonly id: string; readonly range: Range },
): Passage {
  const pieces = piecesOf(node);
  const texts = pieces.flatMap((piece) => ('text' in piece ? [piece] : []));
  const pictures = pieces.flatMap((piece) => ('names' in piece ? [piece.names] : []));
  const isCode = texts.some(({ kind }) => kind === 'code');
  const text = texts.map((piece) => piece.text).join(isCode ? '\n' : ' ');
  const names = pictures.flat();
  if (text === '' && names[0] !== undefined) return { of, id, range, kind: 'picture', text: names[0], names };
  const language = languageIn(node);
  return {
    of,
    id,
    range,
    kind: isCode ? 'code' : 'words',
    text,
    // Words beside a picture are for the most part its caption.
    names: isCode || names.length === 0 ? [] : [text, ...names],
    ...(language && { comment: language.comment }),
  };
}

/** The text of a block of code; undefined of any other node. */
function codeOf(node: Nodes): string | undefined {
  const code =
    node.type === 'code' ? node.value : node.type === 'htmlElement' ? node.listing?.code : undefined;
  return code?.replace(/\r\n?/g, '\n');
}

function holdsCode(node: Nodes): boolean {
  return codeOf(node) !== undefined || ('children' in node && node.children.some(holdsCode));
}

/** The language of the first block of commands. */
function languageIn(node: Nodes): (typeof languages)[DialectId] | undefined {
  if (node.type === 'code') return node.lang && isDialectId(node.lang) ? languages[node.lang] : undefined;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = languageIn(child);
    if (found) return found;
  }
  return undefined;
}

function piecesOf(node: Nodes): PassagePiece[] {
  const code = codeOf(node);
  if (code !== undefined) return [{ kind: 'code', text: code }];
  if ('children' in node && holdsCode(node)) return node.children.flatMap(piecesOf);
  const text = wordsIn(node).replace(/\s+/g, ' ').trim();
  const pictures = picturesIn(node).map((names): PassagePiece => ({ kind: 'picture', names }));
  return text === '' ? pictures : [{ kind: 'words', text }, ...pictures];
}

/** A value of the lab is named by its path. */
function wordsIn(node: Nodes): string {
  return plainText(node, (inner) =>
    isElement(inner) && inner.name === 'Value' ? `{{${propOf(inner, 'of') ?? ''}}}` : undefined,
  );
}

/** What each picture may be called: what is to be seen in it, what stands under it, and its file. */
function picturesIn(node: Nodes): string[][] {
  if (node.type === 'image') return [named([node.alt, node.title, node.url, node.url.split('/').at(-1)])];
  if (node.type === 'imageReference') return [named([node.alt])];
  if (isElement(node) && (node.name === 'Figure' || node.name === 'Video'))
    return [named(['alt', 'title', 'caption', 'transcript', 'src'].map((name) => propOf(node, name)))];
  return 'children' in node ? node.children.flatMap(picturesIn) : [];
}

function named(names: readonly (string | null | undefined)[]): string[] {
  return names.flatMap((name) => name?.replace(/\s+/g, ' ').trim() || []);
}

function isElement(node: Nodes): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function propOf(node: JsxElement, name: string): string | undefined {
  const found = node.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}
