import type { Evidence } from '../lib/check/labwork.ts';
import type { PostDataOf } from '../lib/guide/front-matter.ts';
import type { EngineAgreement } from '../lib/check/engine-records.ts';
import { compatibilityView } from './compatibility-view.ts';
import type { SiteCorpus, Post } from './corpus.ts';
import { listedPost } from './listed-post.ts';
import { planView } from './plan-view.ts';
import { urlOf } from './post-link.ts';
import type { BlockCount, LabworkSummary } from './posts/records.ts';
import type { LabView } from './types/lab.ts';
import type { LabworkDevice, LabworkView, PartRevision, PartSummary, Tally } from './types/labwork.ts';
import type { ReleaseSummary, ReleaseView } from './types/release.ts';
import { changelogOf, withdrawalIn } from './revisions.ts';
import { labUrl, labworkUrl } from './urls.ts';

/** A post that is a part of a labwork. */
export type Part = Post & { readonly data: PostDataOf<'labworks'> };

/** A labwork as its page shows it; undefined while a part of it or its lab is missing. */
export function labworkView(
  corpus: SiteCorpus,
  { number, bundle, compatibility, plan, proof, releases, comparison }: LabworkSummary,
): LabworkView | undefined {
  const parts = corpus.posts
    .filter((post): post is Part => post.data.kind === 'labworks' && post.data.labwork === number)
    .sort((a, b) => a.data.part - b.data.part);
  const first = parts[0];
  const lab = first && corpus.labs.get(first.data.lab);
  if (!first || !lab) return undefined;
  const counts = parts.flatMap((part) => part.counts);
  const changelogs = parts.map((part) => changelogOfPart(corpus, part));
  return {
    number,
    url: labworkUrl(number),
    title: first.data.series,
    shareImage: corpus.shareImages.get(labworkUrl(number)),
    lab: { title: lab.title, url: labUrl(lab.id) },
    parts: parts.map((part) => ({
      ...listedPost(corpus, part),
      part: part.data.part,
      steps: part.steps,
      stepsLabel: part.data.steps.replace('-', ' to '),
    })),
    devices: devicesOf(lab, counts),
    requires: {
      platforms: union(parts.map(({ platforms }) => platforms)),
      licences: union(parts.map(({ data }) => data.requires.licences)),
      hardware: union(parts.map(({ data }) => data.requires.hardware)),
    },
    tally: tallyOf(
      counts,
      parts.flatMap(({ steps }) => steps.map(({ id }) => id)),
    ),
    compatibility: compatibilityView(compatibility, parts),
    plan: planView(plan, parts),
    proof,
    bundle,
    releases: releases.map((release) => releaseView(release, corpus)),
    pending: comparison?.match === 'same' ? undefined : comparison?.match,
    revisions: changelogs
      .flat()
      .filter(({ class: kind }) => kind !== 'publication' && kind !== 'editorial')
      .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.number - a.number)),
    withdrawal: changelogs.flatMap((changelog) => withdrawalIn(changelog) ?? [])[0],
  };
}

function changelogOfPart(corpus: SiteCorpus, part: Part): PartRevision[] {
  const post = { title: part.data.title, url: urlOf(part) };
  return changelogOf(corpus, part).map((revision) => ({ ...revision, part: part.data.part, post }));
}

/** A release with the page that explains why it was yanked. */
function releaseView({ debug, ...release }: ReleaseSummary, { byRef }: SiteCorpus): ReleaseView {
  const post = debug === undefined ? undefined : byRef.get(`debug/${debug}`);
  return { ...release, explanation: post && { url: urlOf(post), title: post.data.title } };
}

/** A part in short, with the devices that its own blocks run on. */
export function partSummary(
  { data, steps, platforms }: Part,
  usedDevices: ReadonlySet<string>,
  labwork: LabworkView | undefined,
): PartSummary {
  const own = new Set(steps.map(({ id }) => id));
  const checked = labwork?.tally.steps.filter(({ step }) => own.has(step)) ?? [];
  const sum = (key: 'bound' | 'commands') => checked.reduce((total, step) => total + step[key], 0);
  return {
    range: data.steps.replace('-', ' – '),
    devices: labwork?.devices.filter(({ name }) => usedDevices.has(name)) ?? [],
    platforms,
    commands: sum('commands'),
    bound: sum('bound'),
    steps: checked,
  };
}

function devicesOf(lab: LabView, counts: readonly BlockCount[]): LabworkDevice[] {
  return lab.devices.flatMap(({ name, title, class: kind, platform, alternatives }) => {
    const blocks = counts.filter(({ devices, role }) => devices.includes(name) && role !== 'example').length;
    if (blocks === 0 || !platform) return [];
    return [
      {
        name,
        title,
        class: kind,
        platform,
        alternatives,
        blocks,
      },
    ];
  });
}

function tallyOf(counts: readonly BlockCount[], steps: readonly string[]): Tally {
  const run = counts.filter(({ role }) => role !== 'example');
  const commands = totalOf(run, 'commands');
  const bound = totalOf(run, 'bound');
  return {
    commands,
    bound,
    modelled: totalOf(run, 'modelled'),
    unknown: commands - bound,
    examples: counts.length - run.length,
    agreed: agreedOf(run),
    steps: stepTallies(run, steps),
  };
}

/** How far each step was checked; examples do not count. */
export function stepTallies(counts: readonly BlockCount[], steps: readonly string[]): Tally['steps'] {
  return steps.map((step) => {
    const here = counts.filter((block) => block.step === step && block.role !== 'example');
    return {
      step,
      commands: totalOf(here, 'commands'),
      bound: totalOf(here, 'bound'),
      evidence: leastOf(here.map(({ evidence }) => evidence)),
    };
  });
}

function totalOf(blocks: readonly BlockCount[], key: 'commands' | 'bound' | 'modelled'): number {
  return blocks.reduce((sum, block) => sum + block[key], 0);
}

/** What can be said of all of them. */
function leastOf(evidence: readonly Evidence[]): Evidence {
  if (evidence.length === 0 || evidence.includes('parsed')) return 'parsed';
  return evidence.includes('bound') ? 'bound' : 'modelled';
}

function agreedOf(blocks: readonly BlockCount[]): Tally['agreed'] {
  const byRun = new Map<string, EngineAgreement & { commands: number }>();
  for (const { agreed, commands } of blocks) {
    if (!agreed) continue;
    const key = `${agreed.date} ${agreed.engine}`;
    byRun.set(key, { ...agreed, commands: commands + (byRun.get(key)?.commands ?? 0) });
  }
  return [...byRun.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
}

function union<T>(lists: readonly (readonly T[])[]): T[] {
  return [...new Set(lists.flat())];
}
