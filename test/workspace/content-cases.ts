import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One way in which the fixture's labwork may lie on a disk. Paths are from the content folder. */
export interface ContentCase {
  readonly name: string;
  /** Bytes as Base64. */
  readonly write?: Readonly<Record<string, string>>;
  /** By the path of the link: where it leads, from its folder. */
  readonly link?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
  /** Nothing is wrong with it, and its bundle is that of the same text in UTF-8 with LF. */
  readonly isWhole?: boolean;
  /** Nothing is wrong with it, and its bundle is another one: it has less in it, or says other places. */
  readonly isSound?: boolean;
  /** Something is told of it that is nothing to mend; its bundle is another one. */
  readonly isNoted?: boolean;
}

export interface SightOfBuild {
  readonly posts: readonly string[];
  readonly labs: readonly string[];
  readonly bundles: readonly string[];
  readonly errors: number;
  readonly diagnostics: readonly string[];
}

/** What was seen of a case. */
export interface Sight {
  readonly name: string;
  readonly cold: SightOfBuild;
  readonly incremental: SightOfBuild;
  readonly check: { readonly code: number; readonly diagnostics: readonly string[] };
  readonly bundle: string;
}

export const fixtureContent = join(import.meta.dirname, '../fixtures/cli/content');
const part1 = 'labworks/bench-part-1.mdx';
const part2 = 'labworks/bench-part-2.mdx';
const lab = 'labs/workbench.yaml';
const read = (path: string) => readFileSync(join(fixtureContent, path), 'utf8');
const text = read(part1).replace('summary: The switch', 'summary: The café’s switch');

const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes as string).toString('base64');
const utf16 = (content: string, mark: string) => Buffer.from(mark + content, 'utf16le');

const encodings: Readonly<Record<string, (content: string) => Uint8Array>> = {
  'UTF-8': (content) => Buffer.from(content),
  'UTF-8 with a mark': (content) => Buffer.from(`\uFEFF${content}`),
  'UTF-16LE': (content) => utf16(content, '\uFEFF'),
  'UTF-16BE': (content) => utf16(content, '\uFEFF').swap16(),
  'UTF-16 without a mark': (content) => utf16(content, ''),
  'Latin-1': (content) => Buffer.from(content.replaceAll('’', "'"), 'latin1'),
};
const readable = new Set(Object.keys(encodings).slice(0, 4));

const lineEnds: Readonly<Record<string, (content: string) => string>> = {
  LF: (content) => content,
  'CR LF': (content) => content.replaceAll('\n', '\r\n'),
  CR: (content) => content.replaceAll('\n', '\r'),
};

/** The opening and the closing line of the front matter. */
const blank = ['--- ', '---'] as const;
const fences = [blank, ['---', '---'], ['---\t ', '---  ']] as const;

const fenced = (content: string, opening: string, closing: string) =>
  content.replace(/^---\n([\s\S]*?\n)---\n/, (_, yaml: string) => `${opening}\n${yaml}${closing}\n`);

function* writings(): Generator<ContentCase> {
  for (const [encoding, encode] of Object.entries(encodings))
    for (const [ends, end] of Object.entries(lineEnds))
      for (const [opening, closing] of encoding === 'UTF-8' ? fences : [blank])
        yield {
          name: `${encoding}, ${ends}, ${JSON.stringify([opening, closing])}`,
          write: { [part1]: base64(encode(end(fenced(text, opening, closing)))) },
          isWhole: readable.has(encoding),
        };
}

const moved = (to: string, name = `in ${JSON.stringify(to)}`): ContentCase => ({
  name,
  remove: [part1],
  write: { [to]: base64(text) },
});
const changed = (name: string, from: string | RegExp, to: string, isWhole = false): ContentCase => ({
  name,
  write: { [part1]: base64(text.replace(from, () => to)) },
  isWhole,
});
const beside = (path: string, content: string | Uint8Array = text): ContentCase => ({
  name: `with ${JSON.stringify(path)} beside it`,
  write: { [path]: base64(content) },
});

/** Every case, each for itself. */
export const contentCases: readonly ContentCase[] = [
  ...writings(),
  changed('a blank line before', /^/, '\n'),
  changed('a blank before', /^/, ' '),
  changed('a no-break space behind the fence', '---\n', '---\u00a0\n'),
  changed('four dashes', '---\n', '----\n'),
  changed('mixed line ends', '\nlabwork: 7\n', '\r\nlabwork: 7\r\n', true),
  { ...changed('an explicit key', 'labwork: 7', '? labwork\n: 7'), isSound: true },
  changed('a quoted key', 'labwork: 7', '"labwork": 7', true),
  changed('a number of another base', 'labwork: 7', 'labwork: 0x7'),
  changed('a number as text', 'labwork: 7', 'labwork: "7"'),
  changed('another labwork', 'labwork: 7', 'labwork: 8'),
  changed('a field too many', 'labwork: 7', 'labwork: 7\nlabwrok: 7'),
  changed('a field twice', 'labwork: 7', 'labwork: 7\nlabwork: 7'),
  changed('YAML that is none', 'labwork: 7', 'labwork: [7'),
  changed('no part', 'part: 1\n', ''),
  changed('the part of the other', 'part: 1\n', 'part: 2\n'),
  changed('a draft', 'part: 1\n', 'part: 1\ndraft: true\n'),
  changed('no front matter', /^---\n[\s\S]*?\n---\n/, ''),
  changed('nothing', /[\s\S]*/, ''),
  { name: 'no first part', remove: [part1] },
  { name: 'no second part', remove: [part2], isSound: true },
  {
    name: 'the second part as a draft',
    isSound: true,
    write: { [part2]: base64(read(part2).replace('part: 2\n', 'part: 2\ndraft: true\n')) },
  },
  {
    name: 'the second part on a day to come',
    isNoted: true,
    write: { [part2]: base64(read(part2).replace(/^date: .*$/m, 'date: 2099-01-01')) },
  },
  changed('the first part on a day to come', /^date: .*$/m, 'date: 2099-01-01'),
  { ...moved('labworks/first.mdx'), isSound: true },
  { ...moved('labworks/bench-part-1/index.mdx'), isWhole: true },
  ...[
    'Bench',
    'bench part',
    'b\u00e4nch',
    'ba\u0308nch',
    'a#b',
    "it's",
    '7',
    'con',
    '.bench',
    `b${'-long'.repeat(45)}`,
  ].map((name) => moved(`labworks/${name}.mdx`)),
  ...['bench.md', 'bench.markdown', 'bench-part-1/index.md'].map((name) => ({
    ...moved(`labworks/${name}`),
    isSound: true,
  })),
  ...[
    'bench.MDX',
    'bench.MD',
    'bench.txt',
    'sub/bench.md',
    'bench.mdx~',
    'bench',
    'sub/bench.mdx',
    'bench.mdx/index.mdx',
  ].map((name) => moved(`labworks/${name}`)),
  ...['bench.mdx', 'drafts/bench.mdx', 'Labworks2/bench.mdx', 'allegories/bench.mdx', 'labs/bench.mdx'].map(
    (path) => moved(path),
  ),
  beside('labworks/bench-part-1-copy.mdx'),
  beside('labworks/bench-part-1.md'),
  beside('labworks/bench-part-1/index.markdown'),
  { ...beside('labworks/.#bench-part-1.mdx'), isSound: true },
  beside('labs/workbench.yml', read(lab)),
  { ...beside('labs/other.yml', read(lab)), isSound: true },
  beside('labs/My Lab.yaml', read(lab)),
  beside('labs/sub/other.yaml', read(lab)),
  beside('labs/latin.yaml', Buffer.from('title: caf\u00e9\n', 'latin1')),
  beside('figures/A.svg', '<svg/>'),
  beside('figures/broken.png', 'x'),
  beside('figures/photo.psd', 'x'),
  beside('labworks/bench-part-1/photo.png', 'x'),
  beside('comparisons/broken.yml', 'title: x\n'),
  beside('rules/guide/nothing.md', 'x'),
  {
    name: 'its lab as .yml',
    remove: [lab],
    write: { 'labs/workbench.yml': base64(read(lab)) },
    isWhole: true,
  },
  { name: 'its lab as .YAML', remove: [lab], write: { 'labs/workbench.YAML': base64(read(lab)) } },
  { name: 'its lab in UTF-16', write: { [lab]: base64(utf16(read(lab), '\uFEFF')) }, isWhole: true },
  {
    name: 'its lab in Latin-1',
    write: { [lab]: base64(Buffer.from(`${read(lab)}# caf\u00e9\n`, 'latin1')) },
  },
  { name: 'no lab', remove: [lab] },
  { name: 'a link that leads nowhere', link: { 'labworks/gone.mdx': 'nowhere.mdx' } },
  { name: 'a link that leads to itself', link: { 'labworks/loop.mdx': 'loop.mdx' } },
  { name: 'a link to a folder', link: { 'labworks/more': '../labs' } },
  { name: 'a link to a folder above', link: { 'labworks/up.mdx': '..' } },
  {
    name: 'a link in its place',
    remove: [part1],
    write: { 'drafts/first.txt': base64(text) },
    link: { [part1]: '../drafts/first.txt' },
  },
];
