import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Options } from 'mdast-util-to-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';

/** What is a sign here beyond Markdown itself, and was a word where it comes from. */
const unsafe: Options['unsafe'] = [
  { character: '=', after: '=', inConstruct: 'phrasing' },
  { character: '$', inConstruct: 'phrasing' },
  { character: ':', before: '[\\s(]', after: '[a-z0-9_+-]', inConstruct: 'phrasing' },
  { character: ':', atBreak: true, after: ':' },
  { character: '{', after: '[{%:]', inConstruct: 'phrasing' },
  { character: '!', before: '\\[', inConstruct: 'phrasing' },
];

/** A tree as the text of a post in Markdown. */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '_',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    unsafe,
  });
}
