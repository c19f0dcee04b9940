import { side } from './changed-passages.ts';
import { diffProjections } from './diff-lines.ts';
import { changedWords, tagWords } from './tag-words.ts';
import { plainWords } from './plain-words.ts';
import type { ProjectionLine } from './projection-lines.ts';
import { readProjection } from './projection-lines.ts';

/** A passage that was put right, as a Debug File quotes it; empty where there was nothing, or nothing is left. */
export interface QuotedChange {
  readonly kind: 'words' | 'code' | 'cell' | 'head' | 'heading' | 'picture';
  readonly was: string;
  readonly now: string;
}

/**
 * What changed between two projections in passages that can be quoted and marked: of prose the sentences, of tables the cells, of code the
 * whole blocks, of the front matter the fields, of a picture what is said of it.
 */
export function quotedChanges(before: readonly string[], after: readonly string[]): readonly QuotedChange[] {
  const old = readProjection(before);
  const fresh = readProjection(after);
  const found: QuotedChange[] = [];
  const blocks = new Set<string>();
  let [from, to] = [0, 0];
  const addCode = () => {
    const was = codeAt(old, from);
    const now = codeAt(fresh, to);
    const key = `${was}\0${now}`;
    if (was !== now && !blocks.has(key)) found.push({ kind: 'code', was, now });
    blocks.add(key);
  };
  for (const part of diffProjections(before, after)) {
    if (part.kind === 'same') {
      from += part.lines.length;
      to += part.lines.length;
      continue;
    }
    const isCode = part.kind === 'changed' ? part.code : part.line.code;
    if (isCode) addCode();
    else if (part.kind === 'changed') {
      const was = side(part.pieces, '-');
      const now = side(part.pieces, '+');
      for (const change of changesIn(was, now, to < headOf(after))) found.push(change);
    } else {
      const text = bare(part.line.text);
      const tag = tagWords(text);
      const [old, fresh] = part.kind === 'removed' ? [tag, undefined] : [undefined, tag];
      const kind = isHeading(part.line.text) ? 'heading' : 'words';
      if (tag) found.push(changedWords(old, fresh));
      else found.push({ kind, was: '', now: '', [part.kind === 'removed' ? 'was' : 'now']: text });
    }
    if (part.kind !== 'added') from++;
    if (part.kind !== 'removed') to++;
  }
  return found.filter(({ was, now }) => was !== now);
}

/** What changed between two projections of data that posts share: of each field that is not as it was, the whole line. */
export function quotedFields(before: readonly string[], after: readonly string[]): readonly QuotedChange[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [was = '', now = ''] = [old.get(field), fresh.get(field)];
    return was === now ? [] : [{ kind: 'head' as const, was, now }];
  });
}

/** The lines by what stands before their colons; further lines of a value stand with its first. */
function fieldsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    if (!line.startsWith('  ')) last = line.slice(0, Math.max(0, line.indexOf(': ')));
    const before = fields.get(last);
    fields.set(last, before === undefined ? line : `${before}\n${line}`);
  }
  return fields;
}

/** How many lines the front matter has. */
function headOf(lines: readonly string[]): number {
  const end = lines.findIndex((line) => !/^(?:[A-Za-z][\w.]*: | {2})/.test(line));
  return end < 0 ? lines.length : end;
}

/** The code of the block that a line stands in; the block before it where it stands behind one. */
function codeAt(lines: readonly ProjectionLine[], index: number): string {
  let start = Math.min(index, lines.length - 1);
  while (start > 0 && !lines[start]!.code) start--;
  while (start > 0 && lines[start - 1]!.code && !isOpening(lines, start)) start--;
  let end = start + 1;
  while (end < lines.length && lines[end]!.code && !isOpening(lines, end)) end++;
  const within = withinOf(lines[start]?.text ?? '');
  return lines
    .slice(start + 1, end - 1)
    .map(({ text }) => (text.startsWith(within) ? text.slice(within.length) : text.trimStart()))
    .join('\n');
}

/** What the lines of a block begin with that opens in this line: it may stand in a list, a quotation, a note. */
function withinOf(opening: string): string {
  const before = /^(.*?)`{3,}/.exec(opening)?.[1] ?? '';
  return before.replace(/(?:- |\d+\. |: |\[\^[^\]]+\]: )(?:\[[ x]\] )?/g, '  ');
}

/** Whether a fence opens here: two blocks may follow each other. */
function isOpening(lines: readonly ProjectionLine[], index: number): boolean {
  let open: string | undefined;
  for (let at = firstOfRun(lines, index); at <= index; at++) {
    const [, fence = '', rest = ''] = /^[\s>\d.*-]*(`{3,})(.*)$/.exec(lines[at]!.text) ?? [];
    if (open === undefined) {
      open = fence || undefined;
      if (at === index) return open !== undefined;
    } else if (fence === open && rest === '') open = undefined;
  }
  return false;
}

function firstOfRun(lines: readonly ProjectionLine[], index: number): number {
  let first = index;
  while (first > 0 && lines[first - 1]!.code) first--;
  return first;
}

function changesIn(was: string, now: string, isHead: boolean): readonly QuotedChange[] {
  if (isHead) {
    const field = /^[A-Za-z][\w.]*: | {2}/;
    return [{ kind: 'head', was: was.replace(field, ''), now: now.replace(field, '') }];
  }
  if (isHeading(now)) return [{ kind: 'heading', was: bare(was), now: bare(now) }];
  const [oldTag, newTag] = [tagWords(bare(was)), tagWords(bare(now))];
  if (oldTag && newTag) return [changedWords(oldTag, newTag)];
  const [oldCells, newCells] = [cellsOf(was), cellsOf(now)];
  if (oldCells && newCells && oldCells.length === newCells.length)
    return newCells.flatMap((cell, index) =>
      cell === oldCells[index] ? [] : [{ kind: 'cell' as const, was: oldCells[index]!, now: cell }],
    );
  const [oldSentences, newSentences] = [sentencesOf(bare(was)), sentencesOf(bare(now))];
  let start = 0;
  const shortest = Math.min(oldSentences.length, newSentences.length);
  while (start < shortest && oldSentences[start] === newSentences[start]) start++;
  let end = 0;
  while (end < shortest - start && oldSentences.at(-1 - end) === newSentences.at(-1 - end)) end++;
  const middle = (sentences: readonly string[]) =>
    sentences
      .slice(start, sentences.length - end)
      .join('')
      .trim();
  return [{ kind: 'words', was: middle(oldSentences), now: middle(newSentences) }];
}

function isHeading(line: string): boolean {
  return /^(?:> | {2})*#+ /.test(line);
}

/** Without the marks of lists, quotations, notes and headings. */
function bare(line: string): string {
  return line.replace(/^(?:#+ |> | {2}|- |\d+\. |: |\[[ x]\] |\[\^[^\]]+\]: )+/, '');
}

function cellsOf(line: string): readonly string[] | undefined {
  const row = /^\s*\| (.*) \|$/.exec(bare(line));
  return row?.[1]!.split(' | ').map((cell) => cell.trim());
}

/** With the blanks behind them. A full stop ends one where a capital or a sign follows. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…][)”"’']*\s)(?=[\p{Lu}\p{N}“"‘'([`<*])/u);
}

/** As the front matter of a Debug File has it: words without their marks; code, and what is said of a picture, as it stands. */
export function quotation({ kind, was, now }: QuotedChange): { readonly was: string; readonly now: string } {
  return kind === 'code' || kind === 'picture'
    ? { was, now }
    : { was: plainWords([was]), now: plainWords([now]) };
}
