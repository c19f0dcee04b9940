import type { Html } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { structureProblem } from './explain-element.ts';
import { unfinishedAt } from './finished-html.ts';
import { offsetInFile } from './html-texts.ts';

/** Comments; what is no HTML; elements that hold text alone, with all of it; tags. */
const pieces = new RegExp(
  [
    String.raw`<!--[^]*?(?:-->|$)`,
    String.raw`(<[?!][^>]*>?)`,
    String.raw`<(script|style|textarea|title|iframe|noembed|noframes|xmp)\b[^]*?(?:<\/\2\s*>|$)`,
    String.raw`<([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>?`,
  ].join('|'),
  'gi',
);

/** Tags of which no element came: a browser would drop them, and say nothing. `found`: where elements begin. */
export function findLostTags(
  file: SourceFile,
  nodes: readonly Html[],
  found: ReadonlySet<number>,
): Diagnostic[] {
  // An element of text alone holds all pieces of HTML up to the one that closes it.
  let open: { readonly name: string; readonly start: number } | undefined;
  const lost = nodes.flatMap((node) => {
    const from: number = open === undefined ? 0 : endOf(open.name, node.value);
    if (from < 0) return [];
    open = undefined;
    const cut = unfinishedAt(node.value.slice(from));
    const upTo = cut === undefined ? undefined : from + cut;
    const unfinished =
      upTo === undefined ? [] : [notEnded(file, offsetInFile(file, node, upTo), node.value.slice(upTo))];
    const told = [...node.value.slice(from, upTo).matchAll(pieces)].flatMap((match): Diagnostic[] => {
      const [whole, foreign, raw, name] = match;
      const start = offsetInFile(file, node, from + match.index);
      if (raw !== undefined && endOf(raw, whole) < 0) open = { name: raw.toLowerCase(), start };
      if (foreign !== undefined) {
        const end = start + Math.min(foreign.length, /[^\r\n]*/.exec(foreign)![0].length);
        const message = 'This is neither HTML nor shown.';
        return [
          structureProblem(
            file,
            { start, end },
            message,
            'Show code in a fenced code block or between code marks; a comment is `<!-- … -->`.',
          ),
        ];
      }
      if (name === undefined || found.has(start)) return [];
      const message = `<${name.toLowerCase()}> has no place here: a browser would drop the tag.`;
      return [
        structureProblem(
          file,
          { start, end: start + 1 + name.length },
          message,
          'Put it into the element that it belongs to, or remove it.',
        ),
      ];
    });
    return [...told, ...unfinished];
  });
  return open ? [...lost, notClosed(file, open)] : lost;
}

/** What is begun and not ended takes in all that follows it. */
function notEnded(file: SourceFile, start: number, text: string): Diagnostic {
  const [shown] = /^<(?:!--|[/?!]?[\w-]*)/.exec(text)!;
  const isComment = shown === '<!--';
  return structureProblem(
    file,
    { start, end: start + shown.length },
    isComment ? 'This comment does not end.' : `\`${shown}\` begins a tag that does not end in its block.`,
    isComment
      ? 'End it with `-->`.'
      : 'End it with `>`, with no blank line in it; a sign that is shown is written `&lt;`.',
  );
}

function notClosed(
  file: SourceFile,
  { name, start }: { readonly name: string; readonly start: number },
): Diagnostic {
  return structureProblem(
    file,
    { start, end: start + 1 + name.length },
    `<${name}> is not closed, and takes in what follows it.`,
    `Close it with \`</${name}>\`; if it is text, put code marks around it.`,
  );
}

/** Where an element of text alone ends, behind its closing tag; -1 where it goes on. */
function endOf(name: string, html: string): number {
  const close = new RegExp(String.raw`</${name}\s*>`, 'i').exec(html);
  return close ? close.index + close[0].length : -1;
}
