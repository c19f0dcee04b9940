import type { Platform } from '../platforms/platform.ts';
import { platformIds, platforms } from '../platforms/platforms.ts';
import type { CheckedLabwork } from '../check/labwork.ts';
import { toAscii } from './ascii.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { Script } from './script.ts';

/** The bundle's README: for the person at the console, who has the zip and perhaps not the site. ASCII, with the line ends of
 * Windows, which every other system shows as well. */
export function makeReadme(
  labwork: CheckedLabwork,
  facts: LabworkMetadata,
  scripts: readonly Script[],
): string {
  const sections = [
    opening(facts),
    requirements(labwork, facts),
    order(facts),
    leftOut(labwork),
    files(scripts),
    checksums(facts),
    running(scripts, facts),
    evidence(labwork),
    values(labwork),
  ];
  return toAscii(`${sections.filter(Boolean).join('\n\n')}\n`).replaceAll('\n', '\r\n');
}

function opening({ number, title, version, url, parts }: LabworkMetadata): string {
  return [
    `# Labworks ${number}: ${title}`,
    `Release ${version}. These scripts hold the commands of the guide, device by device, with the values of the guide's lab filled in:`,
    parts
      .map(
        ({ part, title: name, steps, url: post, date }) =>
          `- Part ${part}, steps ${steps} (${date}): ${name}\n  ${post}`,
      )
      .join('\n'),
    `The guide is the manual: read it first. Corrections and newer releases are announced at ${url}.`,
    `**Before you run anything**: the scripts carry the names, ports, VLANs and addresses of the guide's lab (listed at the end). They run the
commands as written, on the state that the guide starts from; they do not look first whether a change is already made, and there is no
undo beyond what the guide shows. Try them on machines you can lose.`,
  ].join('\n\n');
}

function requirements({ tracks }: CheckedLabwork, { requires }: LabworkMetadata): string {
  const made = tracks.map(({ device, platform, alternative }) =>
    alternative ? `or on ${platforms[platform].title}` : `${device.name} on ${platforms[platform].title}`,
  );
  const items = [
    `Platforms of the guide: ${requires.platforms.map((id) => platforms[id].title).join(', ')}`,
    `Of these scripts, as they are: ${made.join(', ').replaceAll(', or', ' or')}`,
    ...requires.licences,
    ...requires.hardware,
  ];
  return ['## What you need', items.map((item) => `- ${item}`).join('\n')].join('\n\n');
}

/** Which device's turn it is, in the guide's order. */
function order({ executionSteps, steps }: LabworkMetadata): string {
  const lines = executionSteps.map(({ device, step, byHand }, index) => {
    const title = steps.find(({ id }) => id === step)?.title ?? '';
    const rest = byHand.map((line) => `   - not in the script, see below: \`${line}\``);
    return [`${index + 1}. ${device}, step ${step}: ${title}`, ...rest].join('\n');
  });
  return [
    '## Order',
    "The apply script of a device has all of its steps. Go from device to device in this order, a step at a time, and run the device's verify\nscript after each:",
    lines.join('\n'),
  ].join('\n\n');
}

/** Commands that the guide shows and no script runs: for somebody to type, or not. */
function leftOut(labwork: CheckedLabwork): string {
  const items = labwork.tracks.flatMap(({ blocks, device, platform }) =>
    blocks
      .filter(({ block }) => block.role === 'example')
      .map(({ block, resolved }) => {
        const place = `${device.name} (${platforms[platform].title})${block.step === undefined ? '' : `, step ${block.step}`}`;
        return `- ${place}: \`${resolved.text.split('\n')[0] ?? ''}\`\n  ${block.because ?? ''}`;
      }),
  );
  if (items.length === 0) return '';
  return [
    '## Not in the scripts',
    'The guide shows these commands and says why no script runs them. In the apply scripts they stand at their place as comments.',
    items.join('\n'),
  ].join('\n\n');
}

function files(scripts: readonly Script[]): string {
  return [
    '## Files',
    [
      ...scripts.map(({ path, about }) => `- \`${path}\`: ${about}`),
      '- `manifest.json`: the same for programs, with the source of every line',
      '- `SHA256SUMS`: checksums',
    ].join('\n'),
  ].join('\n\n');
}

function checksums({ number, version }: LabworkMetadata): string {
  const name = `labworks-${number}-${version}.zip`;
  return [
    '## Is this the file that was published?',
    'The page of the labwork shows the checksum of the zip. On Windows:',
    `    Get-FileHash .\\${name} -Algorithm SHA256`,
    'On Linux, the zip and then, in the unpacked folder, every file:',
    `    sha256sum ${name}\n    sha256sum -c SHA256SUMS`,
    'Windows marks downloaded files; after you have read and checked them, `Unblock-File` takes the mark from the scripts.',
  ].join('\n\n');
}

/** Platform by platform, in their order; what is said of several alike is said once. */
function running(scripts: readonly Script[], { number, executionSteps }: LabworkMetadata): string {
  const instructions = new Map<Platform['running'], string>();
  for (const id of platformIds) {
    const { running: describe } = platforms[id];
    const own = scripts.filter(({ platform }) => platforms[platform].running === describe);
    if (own.length === 0 || instructions.has(describe)) continue;
    const first = own.find(({ role }) => role === 'apply')?.device;
    const step = executionSteps.find(({ device }) => device === first)?.step;
    instructions.set(describe, describe({ labwork: number, step }).join('\n\n'));
  }
  return ['## Running them', ...instructions.values()].join('\n\n');
}

function evidence(labwork: CheckedLabwork): string {
  const blocks = labwork.tracks
    .flatMap((track) => track.blocks)
    .filter(({ block }) => block.role !== 'example');
  const commands = blocks.flatMap((block) => block.commands);
  const known = commands.filter(({ support }) => support === 'supported').length;
  const modelled = blocks.flatMap((block) => (block.evidence === 'modelled' ? block.commands : [])).length;
  return [
    '## How far this was checked',
    `Of ${commands.length} commands, ${known} are known, with their parameters, on the platform they run on. That is a check of the text against the\ndocumented command sets; these scripts were not executed by the check.`,
    modelled > 0
      ? `${modelled} of them were also typed into a model of the switch they are for, fresh from the factory, which took each of them and knows all that it changes.\nA model is no switch: it knows what is documented, and nothing of yours.`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function values(labwork: CheckedLabwork): string {
  const used = new Map(
    labwork.tracks
      .flatMap(({ blocks }) => blocks.flatMap((block) => block.values))
      .map(({ value }) => [value.path, value]),
  );
  if (used.size === 0) return '';
  const rows = [...used.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, title, text }) => `| ${title} | ${text.replaceAll('|', '\\|')} | ${path} |`);
  return [
    "## Values of the guide's lab in these scripts",
    ['| what | value | name in the lab |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}
