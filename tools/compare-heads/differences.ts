import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { structuredPatch } from 'diff';
import { unzipSync } from 'fflate';
import { filesBelow } from './inputs.ts';
import { sectionsOf } from './sections.ts';

/** Something that is not the same after as it was before. */
export interface Difference {
  /** The file or the question it is about: `powershell/examples/…`, `dist/about/index.html`, `explain …`. */
  readonly input: string;
  /** What of it differs: a run's standard output, its exit code, a file. */
  readonly output: string;
  /** The first lines that differ, with a little around them. */
  readonly excerpt: readonly string[];
}

/** Lines around a change, lines of an excerpt, characters of a line. */
const context = 2;
const mostLines = 16;
const widest = 180;
/** More changed lines than this are not put side by side, which takes time by their square. */
const mostChanges = 1000;

/** What differs between two outputs of a run, for each input of which they tell. */
export function differencesOfTexts(
  run: string,
  output: string,
  before: string,
  after: string,
): readonly Difference[] {
  if (before === after) return [];
  const [old, now] = [sectionsOf(before), sectionsOf(after)];
  const found = [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => ({
      input: name === '' ? run : name,
      output: name === '' ? output : `${output} of ${run}`,
      excerpt: excerptOf(old.get(name) ?? '', now.get(name) ?? ''),
    }));
  // The same parts in another order, or written down in another way.
  return found.length > 0 ? found : [{ input: run, output, excerpt: excerptOf(before, after) }];
}

/** What differs between two folders, file by file, and in archives entry by entry. */
export function differencesOfFolders(
  name: string,
  before: string,
  after: string,
  isCompared: (path: string) => boolean = () => true,
): { readonly files: number; readonly differences: readonly Difference[] } {
  const read = (folder: string) =>
    new Map(
      filesBelow(folder)
        .filter(isCompared)
        .map((path) => [path, readFileSync(join(folder, path))]),
    );
  const old = read(before);
  return { files: old.size, differences: differencesOfFiles(name, old, read(after)) };
}

type Files = ReadonlyMap<string, Uint8Array>;

function differencesOfFiles(name: string, before: Files, after: Files): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((path): Difference[] => {
    const [old, now] = [before.get(path), after.get(path)];
    const input = `${name}/${path}`;
    if (!old || !now) return [{ input, output: old ? 'file is gone' : 'file is new', excerpt: [] }];
    if (Buffer.compare(old, now) === 0) return [];
    const output = `bytes (${old.length} before, ${now.length} after)`;
    if (path.endsWith('.zip')) {
      const within = differencesOfFiles(input, entriesOf(old), entriesOf(now));
      return [{ input, output, excerpt: within.length > 0 ? [] : [firstByte(old, now)] }, ...within];
    }
    const texts = [old, now].map((bytes) => Buffer.from(bytes).toString('utf8'));
    const isText = !texts.some((text) => text.includes('\uFFFD') || text.includes('\0'));
    const excerpt = isText ? excerptOf(texts[0]!, texts[1]!) : [firstByte(old, now)];
    return [{ input, output, excerpt }];
  });
}

function entriesOf(zip: Uint8Array): Files {
  return new Map(Object.entries(unzipSync(zip)));
}

function firstByte(before: Uint8Array, after: Uint8Array): string {
  const at = before.findIndex((byte, index) => byte !== after[index]);
  return `the first other byte is at ${at < 0 ? before.length : at}`;
}

function excerptOf(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map((text) =>
    // Markup comes in very long lines.
    /^\s*<[!?\w]/.test(text) ? text.replaceAll(/>(?=<)/g, '>\n') : text,
  ) as [string, string];
  const patch = structuredPatch('', '', old, now, '', '', { context, maxEditLength: mostChanges });
  const hunk = patch?.hunks[0];
  if (!hunk) return firstOtherLine(old.split('\n'), now.split('\n'));
  const lines = hunk.lines.filter((line) => !line.startsWith('\\'));
  const removed = lines.find((line) => line.startsWith('-')) ?? '';
  const added = lines.find((line) => line.startsWith('+')) ?? '';
  let same = 1;
  while (same < removed.length && removed[same] === added[same]) same++;
  const more = patch.hunks.length - 1 + (lines.length > mostLines ? 1 : 0);
  return [
    `@ line ${hunk.oldStart}`,
    ...lines.slice(0, mostLines).map((line) => clipped(line, same)),
    ...(more > 0 ? [`… and ${more} more places`] : []),
  ];
}

function firstOtherLine(before: readonly string[], after: readonly string[]): readonly string[] {
  const at = before.findIndex((line, index) => line !== after[index]);
  const line = at < 0 ? before.length : at;
  return [
    `@ line ${line + 1}`,
    clipped(`-${before[line] ?? ''}`, 1),
    clipped(`+${after[line] ?? ''}`, 1),
    '… and many more places',
  ];
}

/** A line of an excerpt, with what is invisible in it made visible; of a long changed one the part around `at`. */
function clipped(line: string, at: number): string {
  const from = /^[-+]/.test(line) && line.length > widest ? Math.max(1, at - widest / 2) : 1;
  const cut = line.slice(from, from + widest);
  return `${line[0] ?? ' '}${from > 1 ? '…' : ''}${visible(cut)}${from + widest < line.length ? '…' : ''}`;
}

function visible(text: string): string {
  return text.replace(/[^\P{C}\t]|\u00a0/gu, (character) =>
    JSON.stringify(character).slice(1, -1).replace('\u00a0', '\\u00a0'),
  );
}
