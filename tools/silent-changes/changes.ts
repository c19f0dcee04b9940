import { createHash } from 'node:crypto';
import type { Revision } from '../../src/lib/ledger/revision.ts';
import { canonicalText, fileNameOf, folderOf } from '../../src/lib/engine.ts';
import type { RecordedProject } from './project.ts';

/** Something that an author may do to published content. */
export interface ContentChange {
  readonly name: string;
  apply(project: RecordedProject): void;
}

const post = 'field-notes/every-kind/index.mdx';
const guide = 'labworks/shed.mdx';
const debug = 'debug/the-name.mdx';
const zip = '../../public/bundles/labworks-51-1.0.0.zip';
const status = '../../public/bundles/labworks-51/status.json';
const folder = 'field-notes/every-kind';

const edit = (name: string, path: string, from: string, to: string): ContentChange => ({
  name,
  apply: ({ replace }) => replace(path, from, to),
});

/** What readers would have to hear of. */
export const silent: readonly ContentChange[] = [
  edit('one word', post, 'Nearly dry.', 'Mostly dry.'),
  edit('one number', post, 'bucket: 10 l', 'bucket: 11 l'),
  edit('a swapped VLAN', guide, 'no vlan {{networks.tools.vlan}}', 'no vlan 31'),
  edit('a `not` removed', guide, 'and are not to be woken', 'and are to be woken'),
  edit('a link’s target', post, 'https://example.org/sunday', 'https://example.org/monday'),
  edit('an alternative text', post, 'The tray over the door.', 'The tray under the door.'),
  {
    name: 'the bytes of a picture',
    apply: (project) => project.write(`${folder}/tray.png`, project.bytes(`${folder}/other.png`)),
  },
  edit('a cell of a table', post, '| second | low |', '| second | high |'),
  edit('a value of the lab that the post uses', 'labs/shed.yaml', 'value: Nightly', 'value: Daily'),
  edit('a number of a comparison', 'comparisons/drips.yaml', 'bucket: 12', 'bucket: 13'),
  edit('the role of a fence', guide, '```powershell on=spade undo', '```powershell on=spade verify'),
  edit(
    'a line of output',
    guide,
    'Tools                            active',
    'Tools                            sus',
  ),
  edit(
    'an added step',
    guide,
    '```powershell on=spade example',
    '## 51:3 Look\n\n```powershell on=spade verify\nGet-SmbShare\n```\n\n```powershell on=spade example',
  ),
  {
    name: 'a removed step',
    apply: (project) => project.write(guide, `${project.read(guide).split('\n## 51:2')[0]}`),
  },
  edit('the title', post, 'title: Every kind of thing', 'title: Each kind of thing'),
  edit('the date', post, 'date: 2023-03-11', 'date: 2023-03-12'),
  {
    name: 'an entry edited',
    apply: (project) =>
      project.replace(project.entriesOf('labworks/shed')[0]!, 'First published.', 'Published.'),
  },
  {
    name: 'an entry removed',
    apply: (project) => project.write(project.entriesOf('labworks/shed')[0]!, undefined),
  },
  { name: 'the chain made anew from the middle', apply: rewriteHistory },
  {
    name: 'a released zip touched',
    apply: (project) => project.write(zip, Buffer.concat([project.bytes(zip), Buffer.from([0])])),
  },
];

/** More of the same kind. */
export const moreSilent: readonly ContentChange[] = [
  { name: 'a released zip removed', apply: (project) => project.write(zip, undefined) },
  edit(
    'the manifest of a release',
    zip.replace('.zip', '.manifest.json'),
    '"version": "1.0.0"',
    '"version": "1.0.1"',
  ),
  edit('what became of a release', status, '"status": "ok"', '"status": "superseded"'),
  edit('what a release has changed', status, '"The first release."', '"Nothing."'),
  edit('a key twice in a status', status, '"newest": "1.0.0"', '"newest": "9.0.0",\n  "newest": "1.0.0"'),
  { name: 'the status of all releases removed', apply: (project) => project.write(status, undefined) },
  {
    name: 'the last entry removed, with what it says',
    apply: (project) => {
      project.write(project.entriesOf('labworks/shed')[1]!, undefined);
      project.write(debug, undefined);
      project.replace(guide, '<Correction of="the-name" id="vlan">\n', '');
      project.replace(guide, '</Correction>\n', '');
      project.replace(guide, ' name Tools', ' name Day');
    },
  },
  edit('the address of a reference', post, 'https://example.org/roofer', 'https://example.org/thatcher'),
  edit('the title of a link', post, 'All of them', 'Most of them'),
  edit('a footnote', post, 'Nearly dry.', 'Dry.'),
  edit('a caption', post, 'caption="The tray."', 'caption="A tray."'),
  edit('a caption in Markdown', post, 'As it hung in March.', 'As it hung in May.'),
  edit('a term', post, '\nRung\n', '\nStep\n'),
  edit('a definition', post, 'What fell.', 'What stayed.'),
  edit('the title of an aside', post, 'Before you climb', 'After you climb'),
  edit('the kind of an aside', post, '[!WARNING]', '[!NOTE]'),
  edit('a box of a task', post, '- [ ] count them', '- [x] count them'),
  edit('the order of a list', post, '* rake\n* spade', '* spade\n* rake'),
  edit('the level of a heading', post, '### What it runs', '## What it runs'),
  edit('where output was captured', guide, 'on the rake, 2023-02-10', 'on the rake, 2023-02-11'),
  edit('why a block is an example', guide, 'more than a page holds', 'nothing'),
  edit('a figure in the place of another', post, 'src="tray"', 'src="bucket"'),
  {
    name: 'the lines of a drawing',
    apply: (project) => project.replace('figures/tray.svg', 'width="36"', 'width="35"'),
  },
  {
    name: 'the captions of a film',
    apply: (project) =>
      project.write(
        `${folder}/door.vtt`,
        project.read(`${folder}/door.vtt`).replace(/[A-Z]\w+\.?$/m, 'Otherwise.'),
      ),
  },
  edit('the poster of a film', post, 'poster="./tray.png"', 'poster="./other.png"'),
  edit(
    'the transcript of a film',
    post,
    'transcript="The door is closed."',
    'transcript="The door is open."',
  ),
  edit('a day in HTML', post, 'datetime="2023-03-01"', 'datetime="2023-03-02"'),
  edit('what an abbreviation stands for', post, 'Certificate of Roofing', 'Certificate of Raking'),
  edit('the summary', post, 'summary: What a post may have', 'summary: What a post must have'),
  edit('a field of a fail file', 'fail-files/rain.mdx', 'cause: A tile.', 'cause: A gutter.'),
  edit('the number of a fail file', 'fail-files/rain.mdx', 'number: 7', 'number: 8'),
  edit('the label of a tab', post, '<Tab label="By hand">', '<Tab label="By mouse">'),
  edit(
    'the first number of a list',
    post,
    '1. Open the door.\n2. Close it.',
    '2. Open the door.\n3. Close it.',
  ),
  edit('the language of code', post, '```yaml title', '```text title'),
  edit('the title of code', post, 'title="rain.yaml"', 'title="drips.yaml"'),
  edit('marked lines of code', post, 'ins={3} del={2}', 'ins={2} del={3}'),
  edit('a comment within code', post, '# <!-- not counted -->', '# <!-- counted -->'),
  edit('white space in code', guide, ' name Tools', '  name Tools'),
  edit('a platform of a block', post, 'platform=windows-server-2022', 'platform=windows-server-2019'),
  edit(
    'a platform that a guide is for',
    guide,
    'platforms: [windows-server-2019]',
    'platforms: [windows-server-2022]',
  ),
  edit('a value named in prose', guide, '<Value of="share" />', '<Value of="networks.tools.name" />'),
  edit('a caption of a drawing of the lab', guide, 'as it is wired', 'as it was wired'),
  edit('the lab that is drawn', 'labs/shed.yaml', 'title: Spade', 'title: Shovel'),
  edit('why a value of a comparison is absent', 'comparisons/drips.yaml', 'absent: asleep', 'absent: broken'),
  edit('a formula', post, '\\sqrt{n}', '\\sqrt{2n}'),
  edit('something struck out', post, 'What fell.', '~~What fell.~~'),
  // It looks alike, and no reader's own name comes there any more.
  edit(
    'a value of a command written out',
    guide,
    "New-SmbShare -Name '{{share}}'",
    "New-SmbShare -Name 'Nightly'",
  ),
  edit('a code span', guide, '`D:\\Nightly`', '`E:\\Nightly`'),
  edit('a passage hidden in a comment', post, 'A second box.', '{/* A second box. */}'),
  edit('a passage in another place', post, 'Count the rungs.\n</Aside>', '</Aside>\n\nCount the rungs.'),
  edit(
    'a mark of a correction',
    guide,
    '<Correction of="the-name" id="vlan">',
    '<Correction of="the-name" id="vlans">',
  ),
  {
    name: 'a mark of a correction removed',
    apply: (project) => {
      project.replace(guide, '<Correction of="the-name" id="vlan">\n', '');
      project.replace(guide, '</Correction>\n', '');
    },
  },
  { name: 'a Debug File removed', apply: (project) => project.write(debug, undefined) },
  edit('what a Debug File quotes', debug, 'name Day', 'name Night'),
  edit('how bad a correction was', debug, 'severity: harmful', 'severity: cosmetic'),
  { name: 'a post removed', apply: (project) => project.write('fail-files/rain.mdx', undefined) },
  edit('a published post made a draft', 'fail-files/rain.mdx', 'number: 7', 'draft: true\nnumber: 7'),
  edit('a published post put off', 'fail-files/rain.mdx', 'date: 2023-01-08', 'date: 2999-01-08'),
];

/** What nobody has to hear of. */
export const innocent: readonly ContentChange[] = [
  edit('white space', post, 'Open the door.', 'Open  the   door.  '),
  edit('the wrapping of lines', post, 'as [the roofer][roofer] said\non', 'as\n[the roofer][roofer] said on'),
  edit('a comment', post, '## Pictures', '{/* Taken in the rain. */}\n\n## Pictures {/* all */}'),
  edit('a tag', post, 'tags: [writing]', 'tags: [writing, sheds]'),
  { name: 'another post', apply: (project) => project.write('field-notes/hammer.mdx', newPost('')) },
  { name: 'a draft', apply: (project) => project.write('field-notes/hammer.mdx', newPost('draft: true\n')) },
  edit('the page of a rule', 'rules/ledger/entry.md', 'Entries are written', 'All entries are written'),
  edit('a style', '../styles/print.css', '@media', '/* On paper. */\n@media'),
];

/** More of the same kind. */
export const moreInnocent: readonly ContentChange[] = [
  rewritten('Windows line ends in a post', post, (text) => text.replaceAll('\n', '\r\n')),
  rewritten('Windows line ends in a guide', guide, (text) => text.replaceAll('\n', '\r\n')),
  rewritten('Windows line ends in a Debug File', debug, (text) => text.replaceAll('\n', '\r\n')),
  rewritten('Windows line ends in a lab', 'labs/shed.yaml', (text) => text.replaceAll('\n', '\r\n')),
  rewritten('Windows line ends in a comparison', 'comparisons/drips.yaml', (text) =>
    text.replaceAll('\n', '\r\n'),
  ),
  rewritten('Windows line ends in a drawing', 'figures/tray.svg', (text) => text.replaceAll('\n', '\r\n')),
  rewritten('Windows line ends in captions', `${folder}/door.vtt`, (text) => text.replaceAll('\n', '\r\n')),
  rewritten('Windows line ends in a status of releases', status, (text) => text.replaceAll('\n', '\r\n')),
  rewritten('Windows line ends in a manifest', zip.replace('.zip', '.manifest.json'), (text) =>
    text.replaceAll('\n', '\r\n'),
  ),
  {
    name: 'Windows line ends in the ledger',
    apply: (project) => {
      for (const path of project.entriesOf('labworks/shed'))
        project.write(path, project.read(path).replaceAll('\n', '\r\n'));
    },
  },
  rewritten('a byte order mark', post, (text) => `\uFEFF${text}`),
  rewritten('no line break at the end', post, (text) => text.trimEnd()),
  edit('quotes in front matter', post, 'title: Every kind of thing', 'title: "Every kind of thing"'),
  edit(
    'the order of fields',
    post,
    'date: 2023-03-11\nsummary: What a post may have, in one place.',
    'summary: What a post may have, in one place.\ndate: 2023-03-11',
  ),
  edit(
    'a list of fields in lines',
    guide,
    'platforms: [windows-server-2019]',
    'platforms:\n    - windows-server-2019',
  ),
  edit('a comment in front matter', post, 'tags: [writing]', '# Filed by hand.\ntags: [writing]'),
  edit('a comment in a lab', 'labs/shed.yaml', 'devices:', '# From the left.\ndevices:'),
  edit('quotes in a lab', 'labs/shed.yaml', 'title: Spade', "title: 'Spade'"),
  edit(
    'the order of keys in a lab',
    'labs/shed.yaml',
    'title: The shed\nsummary: A server and a switch between the rakes.',
    'summary: A server and a switch between the rakes.\ntitle: The shed',
  ),
  edit('a comment in a comparison', 'comparisons/drips.yaml', 'rows:', '# Two nights.\nrows:'),
  edit('the sign of emphasis', post, '*never*', '_never_'),
  edit('emphasis', post, '*never*', 'never'),
  edit(
    'a reference in the place of a link',
    post,
    '[the roofer][roofer]',
    '[the roofer](https://example.org/roofer)',
  ),
  edit('the sign of a list', post, '* rake\n* spade', '- rake\n- spade'),
  edit('blank lines between items', post, '* rake\n* spade', '* rake\n\n* spade'),
  edit(
    'the columns of a table',
    post,
    '| --- | --- |\n| first | high |',
    '|:----|----:|\n| first  |  high |',
  ),
  edit('the form of a heading', post, '## Pictures', 'Pictures\n--------'),
  rewritten('other signs around code', guide, (text) => text.replaceAll('```', '~~~~')),
  edit(
    'the alias of an address',
    post,
    'tags: [writing]',
    'tags: [writing]\naliases: [/field-notes/all-kinds/]',
  ),
  rewritten('escapes', post, (text) => text.replace('Close it.', 'Close it\\.')),
  rewritten('an entity', post, (text) => text.replace('Close it.', 'Close it&#46;')),
  edit('a value of a sentence written out', guide, '<Value of="share" />', 'Nightly'),
  edit('a value in braces', guide, '{{share}}', '{{ share }}'),
  edit('a class in HTML', post, '<sub>', '<sub class="small">'),
];

function rewritten(name: string, path: string, write: (text: string) => string): ContentChange {
  return { name, apply: (project) => project.write(path, write(project.read(path))) };
}

function newPost(field: string): string {
  return `---\ntitle: A hammer\ndate: 2023-05-01\nsummary: It lay there.\n${field}---\n\nIt lay there.\n`;
}

/** Another first revision, with all names and digests as they would be had it always been there. */
function rewriteHistory(project: RecordedProject): void {
  let previous: string | null = null;
  for (const path of project.entriesOf('labworks/shed')) {
    const revision = { ...(JSON.parse(project.read(path)) as Revision), previous };
    if (revision.number === 1) revision.lines = revision.lines.map((line) => line.replace('Day', 'Night'));
    revision.source = sha256(revision.lines.join('\n'));
    const digest = sha256(canonicalText(revision));
    project.write(path, undefined);
    project.write(`${folderOf(revision.subject)}/${fileNameOf(revision, digest)}`, JSON.stringify(revision));
    previous = digest;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
