import type { Evidence } from '../lib/check/labwork.ts';
import { platforms } from '../lib/platforms/platforms.ts';
import { titleOf, yearOf } from '../lib/platforms/windows.ts';
import type { PostDataOf } from '../lib/guide/front-matter.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { Compatibility } from '../lib/check/compatibility.ts';
import type { EngineAgreement } from '../lib/check/engine-records.ts';
import type { SiteCorpus, Post } from './corpus.ts';
import { postLink, urlOf } from './post-link.ts';
import type { BlockCount, LabworkSummary } from './posts/records.ts';
import type { CompatibilityView, LabworkView, Tally } from './types.ts';

type Part = Post & { readonly data: PostDataOf<'labworks'> };

/** A labwork as its page shows it; undefined while a part of it or its lab is missing. */
export function labworkView(
  corpus: SiteCorpus,
  { number, bundle, compatibility }: LabworkSummary,
): LabworkView | undefined {
  const parts = corpus.posts
    .filter((post): post is Part => post.data.kind === 'labworks' && post.data.labwork === number)
    .sort((a, b) => a.data.part - b.data.part);
  const first = parts[0];
  const lab = first && corpus.labs.get(first.data.lab);
  if (!first || !lab) return undefined;
  const counts = parts.flatMap((part) => part.counts);
  return {
    number,
    url: `/labworks/${number}/`,
    title: first.data.series,
    lab,
    parts: parts.map((part) => ({
      ...postLink(part),
      part: part.data.part,
      steps: part.steps,
      stepsLabel: part.data.steps.replace('-', ' to '),
    })),
    devices: devicesOf(lab, counts),
    requires: {
      platforms: union(parts.map(({ data }) => data.requires.platforms)).map((id) => platforms[id].title),
      licences: union(parts.map(({ data }) => data.requires.licences)),
      hardware: union(parts.map(({ data }) => data.requires.hardware)),
    },
    tally: tallyOf(
      counts,
      parts.flatMap(({ steps }) => steps.map(({ id }) => id)),
    ),
    compatibility: compatibilityView(compatibility, parts),
    bundle,
  };
}

function compatibilityView(
  { platforms: servers, writtenFor, steps, notes, leftOut }: Compatibility,
  parts: readonly Part[],
): CompatibilityView {
  const urls = new Map(
    parts.flatMap((part) => part.steps.map(({ id, anchor }) => [id, `${urlOf(part)}#${anchor}`])),
  );
  const urlOfStep = (step: string) => urls.get(step) ?? '';
  return {
    servers: servers.map((server) => ({ year: yearOf(server), own: writtenFor.includes(server) })),
    steps: steps.map(({ step, title, cells }) => ({
      step,
      title,
      url: urlOfStep(step),
      cells: cells.map(({ verdict, notes: numbers }) => ({ verdict, notes: numbers })),
    })),
    notes: notes.map(({ number, step, platforms: on, verdict, rule, message, why, hint }) => ({
      number,
      step,
      url: urlOfStep(step),
      servers: titleOf(on),
      verdict,
      rule,
      message,
      why,
      hint,
    })),
    leftOut,
  };
}

function devicesOf(lab: Lab, counts: readonly BlockCount[]): LabworkView['devices'] {
  return lab.devices.flatMap(({ name, title, class: kind, platform, alternatives }) => {
    const blocks = counts.filter(({ device, role }) => device === name && role !== 'example').length;
    if (blocks === 0 || !platform) return [];
    return [
      {
        name,
        title,
        class: kind,
        platform: platforms[platform].title,
        alternatives: alternatives.map((id) => platforms[id].title),
        blocks,
      },
    ];
  });
}

function tallyOf(counts: readonly BlockCount[], steps: readonly string[]): Tally {
  const run = counts.filter(({ role }) => role !== 'example');
  const total = (blocks: readonly BlockCount[], key: 'commands' | 'bound' | 'modelled') =>
    blocks.reduce((sum, block) => sum + block[key], 0);
  const commands = total(run, 'commands');
  const bound = total(run, 'bound');
  return {
    commands,
    bound,
    modelled: total(run, 'modelled'),
    unknown: commands - bound,
    examples: counts.length - run.length,
    agreed: agreedOf(run),
    steps: steps.map((step) => {
      const here = run.filter((block) => block.step === step);
      return {
        step,
        commands: total(here, 'commands'),
        bound: total(here, 'bound'),
        evidence: leastOf(here.map(({ evidence }) => evidence)),
      };
    }),
  };
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
