import type { Edit } from '../diagnostics/diagnostic.ts';
import type { Guide } from '../guide/guide.ts';
import type { Slice } from '../source/slice.ts';
import type { QuotedChange } from './quoted-changes.ts';

/** What a mark refers to: a change of a Debug File. */
export interface MarkOf {
  readonly of: string;
  readonly id: string;
}

/**
 * The edits of a post that mark what was put right, `<Correction of="…" id="…">…</Correction>`. Undefined where the passage is not found, or
 * in several places: then somebody has to say which one is meant. `fill` writes the values of the lab into a text.
 */
export function markPassage(
  guide: Pick<Guide, 'file' | 'blocks' | 'outputs'>,
  change: QuotedChange,
  mark: MarkOf,
  fill: (text: string) => string,
): readonly Edit[] | undefined {
  const { text } = guide.file;
  switch (change.kind) {
    case 'head':
      return [];
    case 'code':
      return markCode(guide, change.now, mark, fill);
    case 'cell':
    case 'words': {
      const range = change.now === '' ? undefined : placeOfWords(text, change.now, change.kind === 'cell');
      return range && markRange(text, range, mark);
    }
  }
}

interface TextRange {
  readonly start: number;
  readonly end: number;
}

const opening = ({ of, id }: MarkOf) => `<Correction of="${of}" id="${id}">`;
const closing = '</Correction>';

/** What was corrected before is marked as what it was corrected to last. */
function markRange(text: string, { start, end }: TextRange, mark: MarkOf): readonly Edit[] {
  const before = /<Correction\s[^>]*>\s*$/.exec(text.slice(Math.max(0, start - 200), start));
  if (before && /^\s*<\/Correction>/.test(text.slice(end, end + 40)))
    return [
      {
        start: start - before[0].length,
        end: start - before[0].length + before[0].trimEnd().length,
        text: opening(mark),
      },
    ];
  return [
    { start, end: start, text: opening(mark) },
    { start: end, end, text: closing },
  ];
}

/** White space, the marks of a quotation, and emphasis may stand between words; a sign may be escaped. */
const between = '\\s+(?:>\\s*)*';
const emphasis = '[*_]{0,3}';

function placeOfWords(text: string, words: string, inTable: boolean): TextRange | undefined {
  const chunks = words.split(/\s+/).map((chunk) => {
    const runs = chunk.match(/[\p{L}\p{N}]+|./gu) ?? [];
    return runs.map((run) => (/[\p{L}\p{N}]/u.test(run) ? run : `\\\\?${escaped(run)}`)).join(emphasis);
  });
  const pattern = chunks.join(emphasis + between + emphasis);
  const limits = inTable
    ? ['(?<=\\|[ \\t]*)', '(?=[ \\t]*\\|)']
    : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  const found = [...text.matchAll(new RegExp(limits[0] + emphasis + pattern + emphasis + limits[1], 'gu'))];
  // What is said in the front matter is not marked.
  const head = /^\uFEFF?---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  const inBody = found.filter(({ index }) => index >= head);
  const [match] = inBody;
  return inBody.length === 1 && match
    ? { start: match.index, end: match.index + match[0].length }
    : undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
}

function markCode(
  { file, blocks, outputs }: Pick<Guide, 'file' | 'blocks' | 'outputs'>,
  code: string,
  mark: MarkOf,
  fill: (text: string) => string,
): readonly Edit[] | undefined {
  const slices: readonly Slice[] = [...blocks, ...outputs].map((one) => one.code);
  const own = slices.filter((slice) => sameCode(fill(slice.text), code));
  const range = own.length === 1 ? rangeOfFence(file.text, own[0]!) : undefined;
  if (!range) return undefined;
  const { start, end } = range;
  const indent = /^[ \t]*/.exec(file.text.slice(start))![0];
  const before = /<Correction\s[^>]*>\s*$/.exec(file.text.slice(Math.max(0, start - 200), start));
  if (before && /^\s*<\/Correction>/.test(file.text.slice(end, end + 40))) {
    const from = start - before[0].length;
    return [{ start: from, end: from + before[0].trimEnd().length, text: opening(mark) }];
  }
  const lineBreak = file.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = lineBreak + lineBreak;
  return [
    { start, end: start, text: indent + opening(mark) + gap },
    { start: end, end, text: gap + indent + closing },
  ];
}

function sameCode(one: string, other: string): boolean {
  return one.replace(/\r\n?/g, '\n').trimEnd() === other.trimEnd();
}

/** From the line of the opening fence to the end of that of the closing one. */
function rangeOfFence(text: string, code: Slice): TextRange | undefined {
  const [first] = code.pieces;
  const last = code.pieces.at(-1);
  if (!first || !last) return undefined;
  const lineOfCode = text.lastIndexOf('\n', first.from - 1) + 1;
  const start = text.lastIndexOf('\n', lineOfCode - 2) + 1;
  const behind = text.indexOf(
    '\n',
    last.from + last.fromLength - (text[last.from + last.fromLength - 1] === '\n' ? 1 : 0),
  );
  if (behind < 0) return undefined;
  const end = text.indexOf('\n', behind + 1);
  const stop = end < 0 ? text.length : end - (text[end - 1] === '\r' ? 1 : 0);
  const isFence = (line: string) => /^[\s>]*(?:`{3,}|~{3,})/.test(line);
  return isFence(text.slice(start, lineOfCode)) && isFence(text.slice(behind + 1, stop))
    ? { start, end: stop }
    : undefined;
}
