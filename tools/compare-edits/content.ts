import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from './project.ts';

// A small site of the tool's own, which stands beside the project's posts or alone: every kind of thing that a post can name, and that
// names a post.

const labwork = join(import.meta.dirname, '../../test/fixtures/cli/content');

export const paths = {
  lab: 'src/content/labs/workbench.yaml',
  part1: 'src/content/labworks/bench-part-1.mdx',
  part2: 'src/content/labworks/bench-part-2.mdx',
  comparison: 'src/content/comparisons/edit-speeds.yaml',
  figure: 'src/content/figures/edit-cable.svg',
  notes: 'src/content/field-notes/edit-notes.mdx',
  correction: 'src/content/debug/edit-cable-was-grey.mdx',
  failure: 'src/content/fail-files/edit-bench-down.mdx',
  rack: 'src/content/allegories/edit-rack/index.mdx',
  picture: 'src/content/allegories/edit-rack/cable.png',
  tale: 'src/content/allegories/edit-tale.mdx',
  rule: 'src/content/rules/guide/heading.md',
} as const;

export const figure = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><text class="f-ink" x="5" y="15">${text}</text></svg>\n`;

/** Eight by eight pixels of one colour, as PNG. */
export const pictures = {
  blue: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQMAAAD+wSzIAAAAA1BMVEUWaMcX9VSkAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVQImWNgQAUAABAAASG2FtIAAAAASUVORK5CYII=',
    'base64',
  ),
  grey: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQMAAAD+wSzIAAAAA1BMVEVicHpzxsNAAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVQImWNgQAUAABAAASG2FtIAAAAASUVORK5CYII=',
    'base64',
  ),
} as const;

const files: Readonly<Record<string, string | Uint8Array>> = {
  [paths.picture]: pictures.blue,
  [paths.rack]: `---
title: A picture of a cable
date: 2015-01-15
summary: It is blue.
---

![A cable](./cable.png "Ours.")
`,
  [paths.comparison]: `title: Speeds of two cables
summary: What came through, in megabits per second.
form: measurement
rowTitle: Cable
columns:
  - { id: near, title: Near, unit: Mb/s, better: higher }
  - { id: far, title: Far, unit: Mb/s, better: higher }
rows:
  - id: blue
    title: The blue one
    cells: { near: 940, far: 930 }
  - id: grey
    title: The grey one
    cells: { near: 940, far: 12 }
source: A stopwatch.
`,
  [paths.figure]: figure('a cable'),
  [paths.notes]: `---
title: Notes on a cable
date: 2015-03-02
summary: Two cables, of which one is slow.
tags: [Cables, 'C#', workbench]
lab: workbench
cover: edit-cable
comparisons: [edit-speeds]
---

The switch is <Value of="vswitch" />, its network has the VLAN <Value of="networks.lm.vlan" />.

<Correction of="edit-cable-was-grey" id="colour">The slow cable is the grey one.</Correction>

<Comparison id="edit-speeds" />

<Figure src="edit-cable" alt="A cable." caption="A cable." />

<NetworkTable />

<Aside title="Beside">Cables have two ends.</Aside>
`,
  [paths.correction]: `---
title: 'Debug File: the cable was grey'
date: 2015-03-05
summary: The notes named the wrong cable.
tags: [Cables]
corrects: { post: field-notes/edit-notes, revision: 2 }
class: correction
severity: factual
reportedBy: { name: A reader }
entry: The slow cable is the grey one.
changes:
  - id: colour
    was: The slow cable is the blue one.
    now: The slow cable is the grey one.
---

It was dark behind the bench.
`,
  [paths.failure]: `---
title: The bench went dark
date: 2015-03-01
summary: A fuse.
tags: [fuses]
number: 9
system: One bench
impact: all of it
cause: a fuse
lesson: Have a second one.
---

There was a smell of [old notes](/field-notes/edit-notes/).
`,
  [paths.tale]: `---
title: A tale of two cables
date: 2015-02-01
summary: They met at a patch panel.
tags: [cables]
---

The first one was blue.

{/* more */}

The second one was grey.
`,
};

/** Puts the small site into the project. */
export function writeContent(project: Project): void {
  for (const path of ['labs/workbench.yaml', 'labworks/bench-part-1.mdx', 'labworks/bench-part-2.mdx'])
    project.write(`src/content/${path}`, readFileSync(join(labwork, path)));
  for (const [path, text] of Object.entries(files)) project.write(path, text);
}
