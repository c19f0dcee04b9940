import type { Edit } from '../diagnostics/diagnostic.ts';
import type { Guide } from '../guide/guide.ts';
import type { PicturePlace } from './mark-picture.ts';
import { pictureAround, picturesThatSay } from './mark-picture.ts';
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
  guide: Pick<Guide, 'file'>,
  change: QuotedChange,
  mark: MarkOf,
  fill: (text: string) => string,
): readonly Edit[] | undefined {
  const { text } = guide.file;
  switch (change.kind) {
    case 'head':
    // No heading may hold a mark; its changes are among those of the revision.
    case 'heading':
      return [];
    case 'code':
      return change.now === '' ? undefined : markCode(text, change.now, mark, fill);
    case 'picture':
      return change.now === '' ? undefined : markPicture(text, change.now, mark);
    case 'cell':
    case 'words': {
      const range = change.now === '' ? undefined : placeOfWords(text, change.now, change.kind === 'cell');
      return range && markWords(text, range, mark);
    }
  }
}

interface TextRange {
  readonly start: number;
  readonly end: number;
}

const opening = ({ of, id }: MarkOf) => `<Correction of="${of}" id="${id}">`;
const closing = '</Correction>';

function markRange(text: string, range: TextRange, mark: MarkOf): readonly Edit[] {
  const known = marksAround(text, range);
  if (known) return [{ ...known, text: opening(mark) }];
  const { start, end } = range;
  return [
    { start, end: start, text: opening(mark) },
    { start: end, end, text: closing },
  ];
}

/** The opening tag of a mark that is around a passage already: it is marked as what it was corrected to last. */
function marksAround(text: string, { start, end }: TextRange): TextRange | undefined {
  const tag = /<Correction\s[^>]*>[\s>]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0];
  if (tag === undefined || !/^[\s>]*<\/Correction>/.test(text.slice(end, end + 40))) return undefined;
  return { start: start - tag.length, end: start - tag.length + tag.indexOf('>') + 1 };
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
    ? ['(?<=(?:^|\\|)[ \\t]*)', '(?=[ \\t]*(?:\\||\\r?$))']
    : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  const found = [
    ...text.matchAll(new RegExp(limits[0] + emphasis + pattern + emphasis + limits[1], 'gmu')),
  ].filter(({ index }) => !inTable || lineAt(text, index).includes('|'));
  // What is said in the front matter is not marked.
  const head = /^\uFEFF?---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  const inBody = found.filter(({ index }) => index >= head);
  const [match] = inBody;
  return inBody.length === 1 && match
    ? { start: match.index, end: match.index + match[0].length }
    : undefined;
}

function lineAt(text: string, index: number): string {
  const end = text.indexOf('\n', index);
  return text.slice(text.lastIndexOf('\n', index - 1) + 1, end < 0 ? text.length : end);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
}

function markCode(
  text: string,
  code: string,
  mark: MarkOf,
  fill: (text: string) => string,
): readonly Edit[] | undefined {
  const own = fencesOf(text).filter((fence) => sameCode(fill(fence.code), code));
  const [fence] = own;
  if (own.length !== 1 || !fence) return undefined;
  return markBlock(text, fence, mark);
}

/** Words within a picture are marked with it; within a tag of anything else, or in code, nothing can be marked. */
function markWords(text: string, range: TextRange, mark: MarkOf): readonly Edit[] | undefined {
  const picture = pictureAround(text, range);
  if (picture) return markPlace(text, picture, mark);
  const opened = text.slice(text.lastIndexOf('<', range.start), range.start);
  const isInTag = /^<[A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*(?:"[^"]*|'[^']*)?$/.test(opened);
  return isInTag || isInFence(text, range) ? undefined : markRange(text, range, mark);
}

function isInFence(text: string, { start }: Pick<TextRange, 'start'>): boolean {
  return fencesOf(text).some((fence) => fence.start <= start && start < fence.end);
}

function markPicture(text: string, words: string, mark: MarkOf): readonly Edit[] | undefined {
  const found = picturesThatSay(text, words).filter((place) => !isInFence(text, place));
  const [place] = found;
  return found.length === 1 && place ? markPlace(text, place, mark) : undefined;
}

function markPlace(text: string, place: PicturePlace, mark: MarkOf): readonly Edit[] {
  const start = text.lastIndexOf('\n', place.start - 1) + 1;
  const lead = text.slice(start, place.start);
  return place.isBlock && /^[ \t>]*$/.test(lead)
    ? markBlock(text, { ...place, start, lead }, mark)
    : markRange(text, place, mark);
}

/** `start` is where its first line begins, `lead` what stands there before it. */
function markBlock(
  text: string,
  { start, end, lead }: TextRange & Pick<CodeFence, 'lead'>,
  mark: MarkOf,
): readonly Edit[] {
  const known = marksAround(text, { start, end });
  if (known) return [{ ...known, text: opening(mark) }];
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = lineBreak + lead.trimEnd() + lineBreak;
  return [
    { start, end: start, text: lead + opening(mark) + gap },
    { start: end, end, text: gap + lead + closing },
  ];
}

function sameCode(one: string, other: string): boolean {
  return one.trimEnd() === other.trimEnd();
}

interface CodeFence extends TextRange {
  /** What stands before its signs: blanks, the marks of quotations. */
  readonly lead: string;
  readonly code: string;
}

/** Fences of code, each from the beginning of its first line to the end of its last one. */
function fencesOf(text: string): readonly CodeFence[] {
  const found: CodeFence[] = [];
  let open: { readonly start: number; readonly lead: string; readonly signs: string } | undefined;
  let lines: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const own = line.replace(/\r$/, '');
    const [, lead = '', signs, rest = ''] = /^([ \t>]*)(`{3,}|~{3,})(.*)$/.exec(own) ?? [];
    if (!open) {
      if (signs !== undefined) open = { start, lead, signs };
      lines = [];
    } else if (signs?.startsWith(open.signs) && rest.trim() === '') {
      found.push({ start: open.start, end: start + own.length, lead: open.lead, code: lines.join('\n') });
      open = undefined;
    } else lines.push(own.startsWith(open.lead) ? own.slice(open.lead.length) : own.replace(/^[ \t>]+/, ''));
    start += line.length + 1;
  }
  return found;
}
