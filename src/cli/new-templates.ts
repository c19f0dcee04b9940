import { stringify } from 'yaml';
import { defaultPlatforms, languages, platforms } from '../lib/engine.ts';
import type { Lab } from '../lib/lab/lab.ts';

/** What a new file says of itself. */
export interface NewFacts {
  readonly title: string;
  readonly date: string;
  readonly summary: string | undefined;
}

/** A post as a draft: its fields and the text below them. */
function post(fields: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body.trim()}\n`;
}

function common({ title, date, summary }: NewFacts, otherwise: string): Record<string, unknown> {
  return { title, date, summary: summary ?? otherwise, tags: [], draft: true };
}

export function newAllegory(facts: NewFacts): string {
  return post(
    common(facts, 'In one or two sentences: what the story is about, and what it stands for.'),
    `
Begin in the midst of it: who, where, and what had just gone wrong.

{/* more */}

## What it was really about

Say what stands for what, once, and leave the rest to the reader.
`,
  );
}

export function newFieldNotes(facts: NewFacts): string {
  return post(
    common(facts, 'In one or two sentences: what was looked at, and what was found.'),
    `
Say what was looked at, on what, and why.

{/* more */}

## What was found

Figures with their conditions, outputs with where they come from.

## What it means

What you would do now, and what you do not know.
`,
  );
}

export function newFailFile(facts: NewFacts, number: number): string {
  return post(
    {
      ...common(facts, 'In one or two sentences: what failed, and what it took with it.'),
      number,
      system: 'What failed',
      impact: 'Who could not work, and for how long',
      cause: 'What it was in the end',
      lesson: 'What is done otherwise since',
    },
    `
## What happened

Hour by hour, as it looked then.

## What it was

As it is known now.
`,
  );
}

export interface NewPart {
  readonly lab: string;
  readonly labwork: number;
  readonly part: number;
  readonly series: string;
  /** The number of its first step. */
  readonly step: number;
}

export function newLabworksPart(
  facts: NewFacts,
  { lab, labwork, part, series, step }: NewPart,
  own: Lab,
): string {
  const used = [...new Set(own.devices.flatMap(({ platform }) => platform ?? []))];
  return post(
    {
      ...common(facts, 'In one or two sentences: what a reader has built at the end.'),
      lab,
      labwork,
      part,
      series,
      steps: `${labwork}:${step}-${labwork}:${step}`,
      requires: { platforms: used.length > 0 ? used : Object.values(defaultPlatforms) },
    },
    `
What is built, for whom, and what must be there before.

<Topology />

## ${labwork}:${step} Say what this step does

Say why. Then the commands, in a fence of ${Object.values(languages)
      .map(({ id }) => `\`${id}\``)
      .join(' or ')} with \`on=\` and the device; behind it one more with \`verify\`, and one with \`undo\`.
`,
  );
}

export interface NewCorrection {
  readonly post: string;
  readonly revision: number;
  readonly reporter: string;
}

export function newDebugFile(facts: NewFacts, { post: corrects, revision, reporter }: NewCorrection): string {
  const summary = facts.summary ?? 'In one sentence: what the post said, and what is so.';
  return post(
    {
      ...common(facts, summary),
      corrects: { post: corrects, revision },
      class: 'correction',
      severity: 'factual',
      reportedBy: { name: reporter },
      entry: summary,
      changes: [
        { id: 'what-was-wrong', was: 'What stood there, word for word.', now: 'What stands there now.' },
      ],
    },
    `
[The post](/${corrects}/) was wrong. Say what it said, and who found out.

## What is so

With the source of it.

## What to do

For those who went by what stood there.
`,
  );
}

export function newLab({ title, summary }: NewFacts): string {
  const [host, other] = Object.values(defaultPlatforms);
  const lab = {
    title,
    summary: summary ?? 'In one or two sentences: what there is, and what it is for.',
    devices: [
      {
        name: 'host1',
        title: 'HOST1',
        class: platforms[host!].class,
        platform: host,
        ports: [{ name: 'Ethernet', speedMbps: 1000, role: 'everything, for now' }],
      },
      {
        name: 'sw1',
        title: 'SW1',
        class: platforms[other!].class,
        platform: other,
        ports: [{ name: 'GigabitEthernet1/0/1', speedMbps: 1000, role: 'to HOST1' }],
      },
    ],
    links: [{ from: 'host1/Ethernet', to: 'sw1/GigabitEthernet1/0/1' }],
    networks: [
      {
        id: 'mgmt',
        name: 'Management',
        vlan: 10,
        subnet: '192.0.2.0/24',
        purpose: 'management of all devices',
      },
    ],
  };
  return `# yaml-language-server: $schema=../../../public/schemas/lab.json\n${stringify(lab, { lineWidth: 0 })}`;
}

export function newComparison({ title, summary }: NewFacts): string {
  const comparison = {
    title,
    summary: summary ?? 'In one or two sentences: what was measured, and what came out.',
    form: 'measurement',
    rowTitle: 'What',
    columns: [
      { id: 'first', title: 'First', unit: 's', better: 'lower' },
      { id: 'second', title: 'Second', unit: 's', better: 'lower' },
    ],
    rows: [
      {
        id: 'one',
        title: 'One',
        cells: { first: { absent: 'not measured yet' }, second: { absent: 'not measured yet' } },
      },
    ],
    conditions: ['On what it was measured, how often, and what else was running.'],
    source: 'Who measured it.',
  };
  return `# yaml-language-server: $schema=../../../public/schemas/comparison.json\n${stringify(comparison, { lineWidth: 0 })}`;
}
