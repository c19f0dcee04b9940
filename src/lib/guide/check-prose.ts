import type { Definition, FootnoteDefinition, FootnoteReference, Link, Nodes, Text } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { traceText } from './extensions/trace-text.ts';
import { rangeOf } from './node-range.ts';
import { diagnose } from './rules.ts';
import { isSafeUrl } from './urls.ts';

// What Markdown and MDX can hold, and a post cannot.

/** Imports alone, which nothing is lost with: what they name is known here, or told where it stands. */
const imports = /^(?:import\s+(?:[\w*{}\s,$]+\s+from\s+)?(["'])[^"'\r\n]+\1;?[ \t]*(?:\r?\n|$))+$/;

export function importExport(file: SourceFile, node: Nodes): Diagnostic {
  const range = rangeOf(file, node);
  const diagnostic = diagnose({
    rule: 'guide/import-export',
    file,
    range,
    message: 'A post neither imports nor exports.',
    hint: 'Remove the line: components are known by their names, and data belongs into the front matter.',
  });
  const { start, end } = { start: range.start.offset, end: range.end.offset };
  if (!imports.test(file.text.slice(start, end))) return diagnostic;
  const blanks = /^(?:[ \t]*\r?\n){0,2}/.exec(file.text.slice(end, end + 200))?.[0].length ?? 0;
  return {
    ...diagnostic,
    fix: { title: 'Remove it', safety: 'safe', edits: [{ start, end: end + blanks, text: '' }] },
  };
}

export function checkLink(file: SourceFile, node: Link | Definition): Diagnostic | undefined {
  if (isSafeUrl(node.url)) return undefined;
  return diagnose({
    rule: 'guide/unsafe-link',
    file,
    range: rangeOf(file, node),
    message: `“${node.url.slice(0, 60)}” is no address that a post may link to.`,
    hint: 'Link to http, https or mailto addresses, to a path of this site, or to an #anchor.',
  });
}

/** A note without a mark in the text would not be on the page. */
export function checkFootnotes(
  file: SourceFile,
  marks: readonly FootnoteReference[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
): Diagnostic[] {
  const used = new Set(marks.map(({ identifier }) => identifier));
  return [...notes].flatMap(([identifier, node]) => {
    if (used.has(identifier)) return [];
    const start = node.position?.start.offset ?? 0;
    const label = node.label ?? identifier;
    return footnoteProblem(
      file,
      [start, start + label.length + 3],
      `Nothing in the text refers to the note [^${label}].`,
      `Put [^${label}] where the note belongs, or remove it.`,
    );
  });
}

/** A number, or a name that stands right behind a word; `[^a-z]` and `[^abc]+` are patterns. */
const strayMark = /(?:(?<=[\p{L}\p{N}.,;:!?)”"'])\[\^([\p{L}][\p{L}\p{N}_]*)\]|\[\^(\d+)\])(?![+*?{:(])/gu;

/** Marks that no note belongs to are plain text to the parser. */
export function findMarksWithoutNote(file: SourceFile, node: Text): Diagnostic[] {
  if (!node.value.includes('[^')) return [];
  const trace = traceText(file, node);
  return [...node.value.matchAll(strayMark)].flatMap(({ 0: mark, index }) => {
    if (trace.isEscaped(index) || trace.isEscaped(index + 1)) return [];
    return footnoteProblem(
      file,
      [trace.offsetOf(index), trace.offsetOf(index + mark.length)],
      `The post has no note ${mark}.`,
      `Write it on a line of its own, \`${mark}: …\`, or put code marks around what is no mark.`,
    );
  });
}

function footnoteProblem(
  file: SourceFile,
  [start, end]: readonly [start: number, end: number],
  message: string,
  hint: string,
): Diagnostic {
  return diagnose({ rule: 'guide/footnote', file, range: rangeAt(file, start, end), message, hint });
}
