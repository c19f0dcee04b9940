import type { PostData, PostDataOf } from '../../src/lib/guide/front-matter.ts';
import type { SiteIdentity } from '../../src/lib/identity/schema.ts';
import { tagSlug } from '../../src/lib/guide/tag-slug.ts';
import type { Reference, Step } from '../../src/lib/guide/guide.ts';
import type { Post, SiteCorpus } from '../../src/site/corpus.ts';
import { corpusFrom } from '../../src/site/corpus.ts';
import type {
  BlockCount,
  CompatibilitySummary,
  LabworkSummary,
  PlanSummary,
} from '../../src/site/posts/records.ts';
import type { BlockView } from '../../src/site/types/block.ts';
import type { ComparisonView } from '../../src/site/types/comparison.ts';
import type { DrawingView } from '../../src/site/types/figure.ts';
import type { LabView } from '../../src/site/types/lab.ts';
import type { PictureView } from '../../src/site/types/picture.ts';
import type { PostView } from '../../src/site/types/post.ts';

// A small site of the tests' own, as the content loader would have left it.

export const site: SiteIdentity = {
  name: 'The Closet',
  tagline: 'Notes from between the coats',
  description: 'About three servers in a closet.',
  about: 'The closet is written by whoever is in it.',
  authors: [{ name: 'A. Writer' }, { name: 'B. Writer', url: 'https://b.example/' }],
  address: 'https://closet.example',
  language: 'en-GB',
  navigation: [{ title: 'Labworks', to: '/labworks/' }],
  more: [{ title: 'About', to: '/about/' }],
  feeds: { posts: 30, rights: 'Those of the closet' },
};

const common = {
  title: 'A title',
  date: '2014-05-01',
  summary: 'A summary.',
  tags: [],
  draft: false,
  aliases: [],
};

export function allegory(slug: string, rest: Partial<PostDataOf<'allegories'>> = {}) {
  return { ...common, kind: 'allegories' as const, slug, ...rest };
}

export function failFile(slug: string, rest: Partial<PostDataOf<'fail-files'>> = {}) {
  const words = { system: 'SAN', impact: 'All of it.', cause: 'A cable.', lesson: 'Look at the cable.' };
  return { ...common, kind: 'fail-files' as const, slug, number: 1, ...words, comparisons: [], ...rest };
}

export function fieldNotes(slug: string, rest: Partial<PostDataOf<'field-notes'>> = {}) {
  return { ...common, kind: 'field-notes' as const, slug, comparisons: [], conditions: [], ...rest };
}

export function labworksPart(part: number, rest: Partial<PostDataOf<'labworks'>> = {}) {
  return {
    ...common,
    kind: 'labworks' as const,
    slug: `part-${part}`,
    lab: 'closet',
    labwork: 7,
    part,
    series: 'Wiring the closet',
    steps: `7:${part}-7:${part}`,
    release: '1.0.0',
    requires: { platforms: [], licences: [], hardware: [] },
    reading: [],
    ...rest,
  };
}

export function debugFile(slug: string, post: string, rest: Partial<PostDataOf<'debug'>> = {}) {
  return {
    ...common,
    kind: 'debug' as const,
    slug,
    corrects: { post, revision: 2 },
    class: 'correction' as const,
    severity: 'factual' as const,
    reportedBy: { name: 'A. Reader' },
    entry: 'It was another cable.',
    changes: [{ id: 'cable', was: 'The blue cable.', now: 'The grey cable.' }],
    ...rest,
  };
}

export function postOf(data: PostData, rest: Partial<Omit<Post, 'data'>> = {}): Post {
  return {
    path: `src/content/${data.kind}/${data.slug}.mdx`,
    digest: `all of ${data.slug}`,
    data,
    tags: data.tags.map((name) => ({ name, slug: tagSlug(name)! })),
    aliases: [],
    words: 440,
    steps: [],
    excerpt: undefined,
    references: [],
    passages: [],
    counts: [],
    platforms: [],
    publication: data.draft ? 'draft' : 'published',
    shown: !data.draft,
    ...rest,
  };
}

const nowhere = { line: 1, column: 1, offset: 0 };
const range = { start: nowhere, end: nowhere };

/** `7:2` */
export function stepOf(id: string): Step {
  const [labwork = 0, number = 0] = id.split(':').map(Number);
  return { id, labwork, number, title: `Step ${id}`, anchor: `step-${labwork}-${number}`, range };
}

export function comparisonReference(name: string): Reference {
  return { kind: 'comparison', name, range };
}

export function figureReference(name: string): Reference {
  return { kind: 'figure', name, range };
}

/** A block of four commands, all bound. */
export function countOf(step: string, rest: Partial<BlockCount> = {}): BlockCount {
  return {
    step,
    role: 'apply',
    devices: ['hv1'],
    platform: 'windows-server-2016',
    evidence: 'bound',
    commands: 4,
    bound: 4,
    modelled: 0,
    agreed: undefined,
    ...rest,
  };
}

export function labOf(rest: Partial<LabView> = {}): LabView {
  const portMap = {
    width: 10,
    height: 10,
    jackWidth: 24,
    jackHeight: 20,
    jacks: [],
    brackets: [],
    notes: [],
  };
  const device = { summary: undefined, roles: [], ports: [], alternatives: [], portMap };
  return {
    id: 'closet',
    title: 'The closet',
    summary: 'A closet.',
    devices: [
      { ...device, name: 'hv1', title: 'Host', class: 'host', platform: 'Windows Server 2016' },
      {
        ...device,
        name: 'sw1',
        title: 'Switch',
        class: 'switch',
        platform: 'Catalyst 2960-S',
        alternatives: ['SG300'],
      },
      { ...device, name: 'box', title: 'Box', class: 'storage', platform: undefined },
    ],
    groups: [],
    domain: undefined,
    networks: [
      {
        id: 'lm',
        name: 'Live migration',
        vlan: 15,
        subnet: '192.168.15.0/24',
        purpose: 'Moving machines',
        cable: 'magenta',
        hosts: {},
        dns: [],
        dhcp: [],
      },
      {
        id: 'wan',
        name: 'Outside',
        vlan: 20,
        purpose: 'Everything <else>',
        cable: 'grey',
        hosts: {},
        dns: [],
        dhcp: [],
      },
    ],
    values: [],
    texts: { 'networks.lm.vlan': { text: '15', cable: 'magenta' } },
    topology: { width: 1, height: 1, boxes: [], wires: [], bundles: [], description: 'The lab.' },
    ...rest,
  };
}

export function comparisonOf(id: string, rest: Partial<ComparisonView> = {}): ComparisonView {
  const cell = { kind: 'exact' as const, tone: undefined };
  return {
    id,
    title: 'Times',
    summary: 'One is faster.',
    rowTitle: 'Way',
    columns: [{ title: 'Copy', unit: 's' }],
    rows: [
      { title: 'Slow & steady', note: undefined, cells: [{ ...cell, text: '9 s', best: false }] },
      { title: 'Fast', note: undefined, cells: [{ ...cell, text: '3 s', best: true }] },
    ],
    conditions: [],
    source: 'A stopwatch.',
    chart: undefined,
    csv: 'Way,Copy\r\n',
    json: '{}\n',
    ...rest,
  };
}

const noCompatibility: CompatibilitySummary = { servers: [], steps: [], notes: [], leftOut: [] };
const noPlan: PlanSummary = { devices: [], counts: { create: 0, change: 0, remove: 0 }, complete: true };

export function labworkSummary(rest: Partial<LabworkSummary> = {}): LabworkSummary {
  return {
    number: 7,
    draft: false,
    digest: 'zip',
    bundle: {
      name: 'labworks-7-1.0.0.zip',
      url: '/bundles/labworks-7-1.0.0.zip',
      date: '2014-04-21',
      yanked: undefined,
      version: '1.0.0',
      size: 2048,
      sha256: 'ab'.repeat(32),
      rehearsed: [],
      files: [],
      instructions: [],
    },
    releases: [],
    comparison: undefined,
    compatibility: noCompatibility,
    plan: noPlan,
    proof: {
      steps: 0,
      verify: { author: 0, model: 0, none: 0 },
      undo: { author: 0, model: 0, none: 0, reasons: [] },
      excluded: [],
    },
    ...rest,
  };
}

export function corpusOf(
  posts: readonly Post[],
  rest: Partial<Parameters<typeof corpusFrom>[0]> = {},
): SiteCorpus {
  return corpusFrom(
    {
      posts,
      labworks: [],
      labs: [],
      comparisons: [],
      figures: [],
      shareImages: [],
      histories: [],
      rules: [],
      accuracy: [],
      schemas: [],
      policy: undefined,
      site,
      ...rest,
    },
    { unpublished: false },
  );
}

export function blockOf(rest: Partial<BlockView> = {}): BlockView {
  return {
    id: 'b1',
    device: 'hv1',
    deviceTitle: 'Host',
    deviceClass: 'host',
    platform: 'Windows Server 2016',
    variant: false,
    context: 'PowerShell 5.1',
    role: 'apply',
    because: undefined,
    allowed: [],
    step: '7:1',
    evidence: 'bound',
    agreed: undefined,
    text: 'Get-VM | Where-Object { $_.State -eq "Off" }',
    html: '',
    alsoOn: [],
    title: undefined,
    folded: undefined,
    output: undefined,
    ...rest,
  };
}

export function viewOf(data: PostData, rest: Partial<PostView> = {}): PostView {
  return {
    data,
    url: `/${data.kind}/${data.slug}/`,
    label: 'Label',
    publication: 'published',
    unrecorded: undefined,
    minutes: 2,
    steps: [],
    headings: [],
    body: [],
    initial: false,
    cover: undefined,
    blocks: {},
    lab: undefined,
    comparisons: {},
    figures: {},
    shareImage: undefined,
    corrections: [],
    changelog: [],
    updated: data.date,
    withdrawal: undefined,
    standing: undefined,
    labwork: undefined,
    part: undefined,
    tags: [],
    reply: undefined,
    related: [],
    older: undefined,
    newer: undefined,
    digest: 'digest',
    ...rest,
  };
}

export function figureOf(id: string, rest: Partial<DrawingView> = {}): DrawingView {
  return {
    kind: 'drawing',
    id,
    url: `/figures/${id}.svg`,
    digest: id,
    attributes: {},
    content: ['<path />'],
    ...rest,
  };
}

export function pictureOf(id: string, rest: Partial<PictureView> = {}): PictureView {
  const file = (ending: string, width: number) => ({ url: `/pictures/p-${id}-${width}.${ending}`, width });
  return {
    kind: 'picture',
    id,
    width: 1600,
    height: 900,
    sources: [{ type: 'image/avif', files: [file('avif', 400), file('avif', 1600)] }],
    fallback: file('jpg', 1200),
    original: { ...file('png', 1600), format: 'png', bytes: 9000 },
    animation: undefined,
    transparent: false,
    digest: id,
    ...rest,
  };
}
