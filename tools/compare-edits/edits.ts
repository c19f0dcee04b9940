import { figure, paths, pictures } from './content.ts';
import type { Project } from './project.ts';

/** One thing that an author does between two builds. */
export interface Edit {
  readonly name: string;
  apply(project: Project): void;
  /** The build does not take it: an error is told, and the next edit mends it. */
  readonly refused?: true;
  /**
   * It changes what is bundled, or is the first to have a page of its kind: Astro makes the site. Other edits are made by the server that
   * was kept. `alone`: the first of its kind where the project's own posts are not there.
   */
  readonly astro?: true | 'alone';
  /** Among those that a short run makes. */
  readonly short?: true;
}

const { lab, part1, part2, comparison, notes, correction, failure, tale, rule, rack, picture } = paths;
const otherPicture = 'src/content/allegories/edit-rack/more/lead.png';
const otherFigure = 'src/content/figures/edit-lead.svg';
const otherComparison = 'src/content/comparisons/edit-speeds.yml';
const renamed = 'src/content/field-notes/edit-renamed.mdx';
const moved = 'src/content/field-notes/edit-tale.mdx';
const about = 'src/pages/about.mdx';
const site = 'src/site.yaml';

const replace =
  (path: string, from: string, to: string) =>
  (project: Project): void =>
    project.exchange(path, from, to);

const replaceInBoth =
  (paths: readonly string[], from: string, to: string) =>
  (project: Project): void => {
    for (const path of paths) project.exchange(path, from, to);
  };

const rewrite =
  (path: string, change: (text: string) => string | Uint8Array) =>
  ({ read, write }: Project): void =>
    write(path, change(read(path)));

const parts = [part1, part2];

/** A post that is recorded changes, and so does the record. */
const correct =
  (path: string, from: string, to: string) =>
  (project: Project): void => {
    project.exchange(path, from, to);
    project.labworks('correct', path, '--class', 'update', '--summary', 'Told otherwise.', '--yes');
  };

/** The edits in their order; each is made on what those before have left, and a short run makes sense by itself. */
export const edits: readonly Edit[] = [
  { name: 'nothing', apply: () => undefined },
  { name: 'a value of the lab', apply: replace(lab, 'Bench-Converged', 'Bench-Fabric') },
  { name: 'the VLAN of a network', apply: replace(lab, 'vlan: 15', 'vlan: 17') },
  { name: 'a title in the lab', apply: replace(lab, 'title: SRV1', 'title: Server one') },
  { name: 'a sentence of part 1', apply: replace(part1, 'The switch comes first.', 'First the switch.') },
  { name: 'the title of a step', apply: replace(part2, '7:4 Add an adapter', '7:4 Add one adapter') },
  { name: 'a command', apply: replace(part2, '-PrefixLength 24', '-PrefixLength 25') },
  { name: 'a release', apply: replace(part2, 'release: 1.0.0', 'release: 1.1.0'), short: true },
  { name: 'the title of the series', apply: replaceInBoth(parts, 'series: The', 'series: A') },
  {
    name: 'a figure is drawn anew',
    apply: ({ write }) => write(paths.figure, figure('a lead')),
    short: true,
  },
  {
    name: 'a figure gets another name',
    apply(project) {
      project.rename(paths.figure, otherFigure);
      project.exchange(notes, 'cover: edit-cable', 'cover: edit-lead');
      project.exchange(notes, 'src="edit-cable"', 'src="edit-lead"');
    },
  },
  {
    name: 'a picture is taken anew',
    apply: ({ write }) => write(picture, pictures.grey),
    short: true,
  },
  {
    name: 'a picture gets another name',
    apply(project) {
      project.rename(picture, otherPicture);
      project.exchange(rack, './cable.png', './more/lead.png');
    },
  },
  {
    name: 'a picture that is none',
    apply: ({ write }) => write(otherPicture, 'x'),
    refused: true,
  },
  { name: 'it is as it was before', apply: ({ write }) => write(otherPicture, pictures.blue) },
  {
    name: 'a post shows its picture no more',
    apply(project) {
      project.exchange(rack, '![A cable](./more/lead.png "Ours.")', 'It was not in the picture.');
      project.remove('src/content/allegories/edit-rack/more');
    },
  },
  {
    name: 'a post has no folder of its own any more',
    apply({ rename }) {
      rename(rack, 'src/content/allegories/edit-rack.mdx');
    },
  },
  { name: 'a number of a comparison', apply: replace(comparison, 'far: 12', 'far: 11') },
  { name: 'the title of a comparison', apply: replace(comparison, 'Speeds of two', 'The speeds of two') },
  { name: 'a comparison ends in .yml', apply: ({ rename }) => rename(comparison, otherComparison) },
  { name: 'a sentence of a rule', apply: replace(rule, '\n## Bad', '\nSo it is.\n\n## Bad') },
  { name: 'the title of a rule', apply: replace(rule, 'title: ', 'title: Of ') },
  {
    name: 'a component',
    apply: replace('src/components/guide/Aside.astro', 'class="aside"', 'class="aside beside"'),
    astro: true,
  },
  {
    name: 'a style',
    apply: replace('src/styles/base.css', 'text-size-adjust: 100%', 'text-size-adjust: 99%'),
    astro: true,
  },
  { name: 'a layout', apply: replace('src/layouts/Post.astro', '<TagLine', '<hr /><TagLine'), astro: true },
  { name: 'a page', apply: rewrite(about, (text) => `${text}\nAnd cables.\n`), astro: true },
  {
    name: 'a word of the site',
    apply: replace('src/site/kinds.ts', "section: 'Fail", "section: 'Failure"),
    astro: true,
  },
  {
    name: 'the engine',
    apply: replace('src/lib/engine.ts', '// Texts and places', '// Places'),
    astro: true,
  },
  {
    name: 'a file that is served as it is',
    apply: ({ write }) => write('public/cable.txt', 'blue\n'),
    astro: true,
  },
  { name: 'that file is gone', apply: ({ remove }) => remove('public/cable.txt'), astro: true },
  { name: 'the title of a post', apply: replace(failure, 'title: The bench', 'title: A bench') },
  { name: 'a date, and with it the order', apply: replace(tale, '2015-02-01', '2015-03-04') },
  { name: 'a tag more', apply: replace(tale, 'tags: [cables]', 'tags: [cables, panels]') },
  { name: 'a tag in capitals', apply: replace(tale, 'tags: [cables', 'tags: [CABLES') },
  { name: 'a tag less', apply: replace(notes, "'C#', ", '') },
  { name: 'an excerpt', apply: replace(tale, '{/* more */}\n\n', '') },
  {
    name: 'a post gets another name',
    apply(project) {
      project.rename(notes, renamed);
      for (const path of [failure, correction])
        project.exchange(path, 'field-notes/edit-notes', 'field-notes/edit-renamed');
    },
    short: true,
  },
  { name: 'a post gets another kind', apply: ({ rename }) => rename(tale, moved), short: true },
  {
    name: 'a correction in other words',
    apply(project) {
      project.exchange(renamed, 'cable is the grey one.', 'one is the grey cable.');
      project.exchange(
        correction,
        'now: The slow cable is the grey one.',
        'now: The slow one is the grey cable.',
      );
    },
  },
  { name: 'blanks behind the fence', apply: replace(part1, '---\n', '---  \n') },
  { name: 'Windows line ends', apply: rewrite(part1, (text) => text.replaceAll('\n', '\r\n')) },
  { name: 'UTF-16', apply: rewrite(part1, (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')) },
  { name: 'UTF-8 again', apply: rewrite(part1, (text) => text.replaceAll('\r\n', '\n')) },
  {
    name: 'bytes that are no text',
    apply: ({ write }) => write(failure, Uint8Array.of(0x2d, 0xe9, 0xff)),
    refused: true,
    short: true,
  },
  { name: 'that file is gone', apply: ({ remove }) => remove(failure), short: true },
  {
    name: 'a part becomes a draft',
    apply: replace(part2, 'part: 2\n', 'part: 2\ndraft: true\n'),
    short: true,
  },
  {
    name: 'so does the part before, and nothing is left to download',
    apply: replace(part1, 'part: 1\n', 'part: 1\ndraft: true\n'),
    short: true,
  },
  { name: 'the second is published alone', apply: replace(part2, 'draft: true\n', ''), refused: true },
  { name: 'the first as well', apply: replace(part1, 'draft: true\n', '') },
  { name: 'a post becomes a draft', apply: replace(moved, 'summary:', 'draft: true\nsummary:') },
  { name: 'it is published', apply: replace(moved, 'draft: true\n', '') },
  {
    name: 'an alias',
    apply: replace(moved, 'summary:', 'aliases: [/2015/02/a-tale/]\nsummary:'),
    astro: true,
  },
  { name: 'another alias', apply: replace(moved, '/2015/02/a-tale/', '/tales/of-cables/') },
  { name: 'no alias', apply: replace(moved, 'aliases: [/tales/of-cables/]\n', '') },
  { name: 'a date to come', apply: replace(moved, '2015-03-04', '2098-03-04') },
  { name: 'its day has come', apply: replace(moved, '2098-03-04', '2015-03-04') },
  { name: 'the tagline of the site', apply: replace(site, 'tagline: ', 'tagline: Indeed '), astro: true },
  {
    name: 'its navigation',
    apply: replace(site, '{ title: Labworks, to', '{ title: Guides, to'),
    astro: true,
  },
  {
    name: 'a file that nothing reads',
    apply: ({ write }) => write('src/content/labworks/later/part-3.mdx', '.'),
  },
  { name: 'that file is gone', apply: ({ remove }) => remove('src/content/labworks/later') },
  {
    name: 'a labwork gets another number',
    apply(project) {
      for (const path of parts)
        rewrite(path, (text) => text.replaceAll('7:', '8:').replace('labwork: 7', 'labwork: 8'))(project);
    },
  },
  {
    name: 'the commands of a labwork are gone',
    apply(project) {
      for (const path of parts)
        rewrite(path, (text) => text.replaceAll(/^ *```[^\n]+\n[\s\S]*?^ *```\n/gm, ''))(project);
    },
  },
  {
    name: 'a labwork and its lab are gone',
    apply(project) {
      for (const path of [...parts, lab, renamed, correction]) project.remove(path);
    },
  },
  { name: 'a post is recorded', apply: ({ labworks }) => labworks('publish', moved), short: true },
  {
    name: 'it changes, and so does the record',
    apply: correct(moved, 'The second one', 'Another one'),
    astro: 'alone',
    short: true,
  },
  { name: 'it changes once more', apply: correct(moved, 'Another one', 'The other one'), short: true },
  {
    name: 'a comment in a recorded post',
    apply: rewrite(moved, (text) => `${text}\n{/* So it was told. */}\n`),
    short: true,
  },
];
