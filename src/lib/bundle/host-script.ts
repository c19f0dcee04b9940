import type { RunBlock, RunTrack } from '../check/labwork.ts';
import type {
  HostRelease,
  HostScriptBlock,
  HostScriptMaker,
  HostScriptStep,
  HostSystem,
} from '../platforms/host-script.ts';
import { platforms } from '../platforms/platforms.ts';
import { templates } from '../platforms/templates.ts';
import { originRange } from '../source/slice.ts';
import { stepsBefore } from './execution-steps.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { BundleRelease } from './release.ts';
import { unreleased } from './release.ts';
import type { Script } from './script.ts';
import { folderOf, nameOf } from './script.ts';

/** The one script of a device that has one: plan, apply, verify and undo of all its steps; with what goes with it; none where its guide has nothing for it. */
export function makeHostScript(
  track: RunTrack,
  facts: LabworkMetadata,
  make: HostScriptMaker,
  systems: readonly HostSystem[],
  releases: readonly BundleRelease[],
): readonly Script[] {
  const own = track.blocks.filter(({ block }) => block.role !== 'example');
  if (own.length === 0) return [];
  const { device, platform } = track;
  const { release } = facts;
  const checkedOf = new Map<HostScriptBlock, RunBlock>();
  const steps = stepsOf(track, facts, checkedOf);
  const script = make({
    labwork: facts.number,
    version: release?.version ?? unreleased,
    title: `Labworks ${facts.number}, ${release ? `release ${release.version}` : 'not released'}`,
    header: headerOf(track, facts),
    device,
    shell: platforms[platform].shell,
    systems,
    steps,
    releases: releases
      .filter(({ version }) => version !== release?.version)
      .map((earlier) => releaseOf(earlier, track)),
  });
  const text = [...script.lines, ''].join(script.lineEnd);
  const main: Script = {
    path: `${folderOf(track)}/${script.file}`,
    about: `${nameOf(track)}: plans, applies, verifies and takes back all its steps`,
    device: device.name,
    platform,
    roles: [...new Set(own.map(({ block }) => block.role))].filter((role) => role !== 'example'),
    bytes: new TextEncoder().encode(script.marksEncoding ? `\uFEFF${text}` : text),
    parameters: script.parameters,
    movesAddresses: script.movesAddresses,
    sources: script.sources.flatMap(({ block, lines, skipped, inserted }) => {
      const checked = checkedOf.get(block)!;
      const { role, step, id, code } = checked.block;
      if (role === 'example') return [];
      const at =
        checked.resolved.text.split('\n').slice(0, skipped).join('\n').length + (skipped > 0 ? 1 : 0);
      return [
        {
          step,
          role,
          block: id,
          lines,
          post: facts.postOf(code.file.path),
          line: originRange(checked.resolved, at, at).start.line,
          inserted,
        },
      ];
    }),
  };
  const companions = script.companions.map(({ file, about, lines }): Script => ({
    path: `${folderOf(track)}/${file}`,
    about: `${nameOf(track)}: ${about}`,
    device: device.name,
    platform,
    roles: [],
    bytes: new TextEncoder().encode([...lines, ''].join(script.lineEnd)),
    sources: [],
  }));
  return [main, ...companions];
}

/** What an earlier release made of the device; one that had nothing for it made nothing. */
function releaseOf({ version, made }: BundleRelease, { device, platform }: RunTrack): HostRelease {
  const own = made?.filter((making) => making.device === device.name);
  const making = own?.find((one) => one.platform === platform) ?? own?.[0];
  return { version, made: making?.changes ?? (made && []), unknown: making?.unknown ?? [] };
}

function stepsOf(
  track: RunTrack,
  facts: LabworkMetadata,
  checkedOf: Map<HostScriptBlock, RunBlock>,
): readonly HostScriptStep[] {
  const ids = [...new Set(track.blocks.map(({ block }) => block.step))];
  return ids.map((id) => {
    const own = track.blocks.filter(({ block }) => block.step === id);
    return {
      id,
      notes: notesOf(id, track, facts),
      blocks: own.map((checked) => {
        const block = blockOf(checked);
        checkedOf.set(block, checked);
        return block;
      }),
    };
  });
}

function notesOf(id: string | undefined, track: RunTrack, facts: LabworkMetadata): readonly string[] {
  const step = facts.steps.find((one) => one.id === id);
  if (!step) return ['--- before the first step'];
  const before = stepsBefore(facts.executionSteps, track.device.name, step.id);
  const steps = before.map(({ device, step: other }) => `${device}, step ${other}`).join('; ');
  return [
    `--- Step ${step.id}  ${step.title}`,
    `    ${step.url}`,
    ...(before.length === 0 ? [] : [`    Before this: ${steps}.`]),
  ];
}

function blockOf({
  block,
  platform,
  resolved,
  values,
  syntax,
  commands,
  results,
  states,
}: RunBlock): HostScriptBlock {
  const { resources } = platforms[platform].model;
  return {
    role: block.role,
    text: resolved.text,
    syntax,
    values: values.map(({ value, start, end }) => ({
      start,
      end,
      path: value.path,
      type: value.type,
      title: value.title,
      text: value.text,
    })),
    commands: commands.map(({ name, start, end, arguments: list }, index) => ({
      name,
      start,
      end,
      effect: results[index]!.effect,
      offline: results[index]!.disturbs?.offline ?? [],
      arguments: list,
    })),
    changes: (first, last) =>
      resources?.diff(first === 0 ? states.before : results[first - 1]!.state, results[last]!.state) ?? [],
    because: block.because,
    cannotUndo: block.cannotUndo,
  };
}

function headerOf(
  track: RunTrack,
  { number, title, release, parts, statusUrl, url }: LabworkMetadata,
): readonly string[] {
  return [
    `Labworks ${number}, ${release ? `release ${release.version}` : 'not released'}: ${title}`,
    `${nameOf(track)}.`,
    '',
    ...parts.map((part) => `  ${part.url}`),
    '',
    ...(release
      ? [
          'What became of this release since, to be asked by you; nothing here asks by itself:',
          ...templates[track.platform].asking(statusUrl, release.version).map((line) => `  ${line}`),
        ]
      : [`Nobody keeps these bytes. Releases are announced at ${url}.`]),
  ];
}
