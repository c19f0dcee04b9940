import { platforms } from '../dialect/platform.ts';
import type { CheckedLabwork } from '../plan/labwork.ts';
import { toAscii } from './ascii.ts';
import type { LabworkFacts } from './facts.ts';
import type { Script } from './script.ts';
import { nameOf } from './script.ts';

/** The bundle's README: for the person at the console, who has the zip and perhaps not the site. ASCII, lines ended by LF. */
export function makeReadme(labwork: CheckedLabwork, facts: LabworkFacts, scripts: readonly Script[]): string {
  const sections = [
    opening(facts),
    requirements(facts),
    order(labwork, facts),
    files(scripts),
    checksums(facts),
    running(scripts),
    evidence(labwork),
    values(labwork),
  ];
  return toAscii(`${sections.filter(Boolean).join('\n\n')}\n`);
}

function opening({ number, title, version, url, parts }: LabworkFacts): string {
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
    `**Before you run anything**: the scripts carry the names, ports, VLANs and addresses of the guide's lab (listed at the end). They run the\ncommands as written, once, on the state that the guide starts from; they do not look first whether a change is already made, and there is no\nundo beyond what the guide shows. What you must do by hand between the steps stands in the scripts as "Not in this script". Try them on machines you can lose.`,
  ].join('\n\n');
}

function requirements({ requires }: LabworkFacts): string {
  const items = [
    `Platforms: ${requires.platforms.map((id) => platforms[id].title).join(', ')}`,
    ...requires.licences,
    ...requires.hardware,
  ];
  return ['## What you need', items.map((item) => `- ${item}`).join('\n')].join('\n\n');
}

/** Which device's turn it is: runs of steps on one device, in the guide's order. */
function order(labwork: CheckedLabwork, facts: LabworkFacts): string {
  const main = labwork.tracks.filter(({ alternative }) => !alternative);
  const placed = facts.steps.flatMap(({ id, title }) => {
    const devices = labwork.guides
      .flatMap(({ blocks }) => blocks)
      .filter(({ block }) => block.step === id && block.role === 'apply' && block.platform === undefined)
      .map(({ device }) => device.name);
    return [...new Set(devices)]
      .filter((name) => main.some(({ device }) => device.name === name))
      .map((device) => ({ id, title, device }));
  });
  const lines = placed.map(({ id, title, device }, index) => `${index + 1}. ${device}, step ${id}: ${title}`);
  return [
    '## Order',
    "A device's apply script has all of its steps. Where the guide changes device in between, stop at the step mark and go on there:",
    lines.join('\n'),
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

function checksums({ number, version }: LabworkFacts): string {
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

function running(scripts: readonly Script[]): string {
  const has = (extension: string) => scripts.some(({ path }) => path.endsWith(extension));
  const parts: string[] = ['## Running them'];
  if (has('.ps1')) {
    parts.push(
      'On a Windows host, in an elevated PowerShell, in the folder of that host. Apply ends at the first error; verify only looks.',
      '    powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File .\\apply.ps1\n    powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File .\\verify.ps1',
      'Keep a console that does not depend on the network you are changing: a team or a switch takes its adapters off the network while it is made.',
    );
  }
  if (has('.ios')) {
    parts.push(
      'On a switch, in privileged EXEC mode: paste a step at a time and read the answers. Lines that begin with `!` are comments.\nWhere your switch is another make, use the folder with its name if there is one.',
    );
  }
  return parts.join('\n\n');
}

function evidence(labwork: CheckedLabwork): string {
  const blocks = labwork.tracks.flatMap((track) =>
    track.blocks.map((block) => ({ ...block, where: nameOf(track) })),
  );
  const commands = blocks.filter(({ block }) => block.role !== 'example').flatMap((block) => block.commands);
  const known = commands.filter(({ support }) => support === 'supported').length;
  const excluded = labwork.tracks.flatMap(({ blocks: all, device, platform }) =>
    all
      .filter(({ block }) => block.role === 'example')
      .map(({ block, filled }) => ({
        block,
        filled,
        place: `${device.name} (${platforms[platform].title})`,
      })),
  );
  return [
    '## How far this was checked',
    `Of ${commands.length} commands, ${known} are known, with their parameters, on the platform they run on. That is a check of the text against the\ndocumented command sets; these scripts were not executed by the check.`,
    excluded.length === 0
      ? ''
      : `Shown in the guide and left out here:\n\n${excluded.map(({ block, place, filled }) => `- ${place}${block.step === undefined ? '' : `, step ${block.step}`}: \`${filled.text.split('\n')[0] ?? ''}\`: ${block.because ?? ''}`).join('\n')}`,
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
