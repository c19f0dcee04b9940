import type { Html } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { structureProblem } from './explain-element.ts';
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
  return nodes.flatMap((node) =>
    [...node.value.matchAll(pieces)].flatMap((match): Diagnostic[] => {
      const [, foreign, , name] = match;
      const start = offsetInFile(file, node, match.index);
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
    }),
  );
}
