import { slug as slugOf } from 'github-slugger';
import type { PostImport, Told } from './import-report.ts';
import { createTold } from './import-report.ts';
import type { ImportInput, ImportSource } from './import-source.ts';
import { nothingMade } from './import-source.ts';
import type { PostHead } from './plan-import.ts';
import type { FrontedText, PostFields } from './read-front.ts';
import { postFields, readFront } from './read-front.ts';
import { longestImport } from './read-wxr.ts';
import type { SourceBody, SourcePost } from './source-post.ts';

/** What a program makes of the files of its tree. */
export interface TreeFormat {
  readonly origins: readonly string[];
  /** Whether a file is a post, or a page that comes along as one. */
  isPost(path: string): boolean;
  /** Where it is read, and when it was written where only its path says so. */
  place(path: string, fields: PostFields): TreePlace;
  /** The text with all that the program makes something of as Markdown, line for line. */
  /** What of the text Markdown alone would take for something else, as its words are counted. */
  readonly shown?: (text: string) => string;
  settle(text: string, file: FrontedText & { readonly path: string }, told: Told): string;
}

export interface TreePlace {
  readonly addresses: readonly string[];
  readonly name: string;
  readonly date: string | undefined;
  readonly draft: boolean;
  readonly tags?: readonly string[];
}

interface TreeFile {
  readonly head: PostHead;
  readonly file: FrontedText;
  readonly fields: PostFields;
  readonly place: TreePlace;
  readonly told: Told;
}

/** A tree of files, of which each is a post; it is read twice, for where its posts are and post by post. */
export function openTree(input: ImportInput, format: TreeFormat): ImportSource {
  const { origins, isPost, place } = format;
  const paths = input.paths.filter(isPost);
  const read = (path: string): TreeFile | PostImport => {
    const text = input.read(path);
    if (text === undefined) return nothingMade(path, 'post', 1, path, 'The file cannot be read as a text.');
    if (text.length > longestImport)
      return nothingMade(
        path,
        'post',
        1,
        path,
        `It has more than ${longestImport} characters, which is not read: split it.`,
      );
    const told = createTold();
    const file = readFront(text);
    if (file.problem !== undefined)
      told.lose(
        'front matter',
        1,
        text.split('\n').slice(0, 30).join('\n'),
        `It cannot be read: ${file.problem}`,
      );
    const fields = postFields(file.fields, 1, told);
    const own = place(path, fields);
    const title = fields.title || headingOf(file.body) || titleFrom(own.name);
    const head: PostHead = {
      source: path,
      title,
      name: own.name,
      addresses: own.addresses,
      base: `/${path}`,
      draft: fields.draft || own.draft,
      anchors: anchorsOf(file.body),
    };
    return { head, file, fields, place: own, told };
  };
  const heads = paths.flatMap((path) => {
    const one = read(path);
    return 'head' in one ? [one.head] : [];
  });
  return {
    site: {
      origins: origins
        .map((origin) => origin.replace(/\/+$/, ''))
        .filter((origin) => /^https?:\/\/./.test(origin)),
    },
    heads,
    attachments: [],
    *posts() {
      for (const path of paths) {
        const one = read(path);
        yield 'head' in one ? postOf(one, path, format) : one;
      }
    },
  };
}

function postOf(
  { head, file, fields, place, told }: TreeFile,
  path: string,
  { settle, shown = (text) => text }: TreeFormat,
): SourcePost {
  const body: SourceBody = /\.html?$/i.test(path)
    ? { kind: 'html', html: settle(file.body, { ...file, path }, told), notes: new Map() }
    : { kind: 'markdown', text: settle(file.body, { ...file, path }, told), original: shown(file.body) };
  return {
    ...head,
    date: fields.date ?? place.date,
    summary: fields.summary,
    tags: [...fields.tags, ...(place.tags ?? [])],
    cover: fields.cover,
    body,
    line: file.line,
    changed: told.changed,
    lost: told.lost,
  };
}

/** The words of the first heading of the first rank. */
function headingOf(body: string): string {
  return (
    /^# +(.+?)(?: +#+)?(?: *\{#[\w-]+\})? *$/m
      .exec(body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1.*$/gm, ''))?.[1]
      ?.replace(/[*_`]/g, '') ?? ''
  );
}

/** The anchors of plain headings; of one that is more than words it is not certain. */
function anchorsOf(body: string): string[] {
  const text = body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1.*$/gm, '');
  return [...text.matchAll(/^#{2,6} +([\p{L}\p{N} ,.'-]+?)(?: +#+)? *$/gmu)].map(([, words = '']) =>
    slugOf(words),
  );
}

function titleFrom(name: string): string {
  const words = name.replace(/^.*\//, '').replace(/[-_]+/g, ' ').trim();
  return words === '' ? '' : words[0]!.toUpperCase() + words.slice(1);
}

/** `2014-04-21-disk-full.md`, also with folders for the day: the day, and what is left. */
export function datedName(path: string): { readonly date: string | undefined; readonly name: string } {
  const bare = path.replace(/\.[^./]+$/, '').replace(/\/(?:index|_index|README)$/i, '');
  const [, year, month, day, name] = /(?:^|\/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})[-/]([^/]+)$/.exec(bare) ?? [];
  if (year === undefined) return { date: undefined, name: bare.replace(/^.*\//, '') };
  return { date: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`, name: name! };
}

/** The first value of a key in a configuration, in YAML, TOML, JSON or JavaScript. */
export function settingOf(input: ImportInput, files: readonly string[], key: string): string {
  for (const path of files) {
    const text = input.paths.includes(path) ? input.read(path) : undefined;
    const found =
      text === undefined
        ? undefined
        : new RegExp(`^[ \\t,{]*["']?${key}["']?[ \\t]*[:=][ \\t]*["'\`]?([^"'\`\\n,#]+)`, 'im').exec(
            text,
          )?.[1];
    if (found !== undefined) return found.trim();
  }
  return '';
}
