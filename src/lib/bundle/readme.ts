import { platforms } from '../platforms/platforms.ts';
import { templates } from '../platforms/templates.ts';
import type { RunLabwork, RunTrack } from '../check/labwork.ts';
import type { Markdown } from '../writing/markdown.ts';
import { address, code, codeBlock, document, heading, list, prose, table } from '../writing/markdown.ts';
import { askWithCurl } from '../platforms/script-template.ts';
import { fleetInstructions } from './ansible/fleet-instructions.ts';
import type { AnsibleFile } from './ansible/make-ansible.ts';
import { instructions } from './instructions.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { RehearsedScript } from './rehearsed-scripts.ts';
import { rehearsedScripts } from './rehearsed-scripts.ts';
import type { BundleRelease } from './release.ts';
import { bundleName } from './release.ts';
import type { Script } from './script.ts';

/** The bundle's README: for the person at the console, who has the zip and perhaps not the site. ASCII, with the line ends of
 * Windows, which every other system shows as well. */
export function makeReadme(
  labwork: RunLabwork,
  facts: LabworkMetadata,
  scripts: readonly Script[],
  releases: readonly BundleRelease[],
  fleet: readonly AnsibleFile[],
): string {
  const { markdown } = document([
    ...opening(facts),
    ...requirements(labwork, facts),
    ...status(labwork, facts),
    ...olderReleases(labwork, facts, releases),
    ...checksums(facts),
    ...instructions(labwork, facts, scripts),
    ...files(scripts, fleet),
    ...fleetInstructions(fleet),
    ...evidence(labwork, scripts),
    ...values(labwork),
    ...ports(labwork),
  ]);
  return `${markdown}\n`.replaceAll('\n', '\r\n');
}

function opening({ number, title, release, url, parts }: LabworkMetadata): Markdown[] {
  const which = release
    ? prose`Release ${release.version} of ${release.date}.`
    : prose`**This is no release**: a build of the guide as it stood when it was made, which nobody keeps.`;
  return [
    heading(1, prose`Labworks ${number}: ${title}`),
    prose`${which} These scripts hold the commands of the guide, device by device, with the values of the guide's lab filled in:`,
    list(
      parts.map(({ part, title: name, steps, url: post, date }) => ({
        text: prose`Part ${part}, steps ${steps} (${date}): ${name}`,
        line: address(post),
      })),
    ),
    prose`The guide is the manual: read it first. Corrections and newer releases are announced at ${address(url)}.`,
    prose`**Before you run anything**: the scripts carry the names, ports, VLANs and addresses of the guide's lab (listed at the end). What runs on a host looks first and
refuses where something is in the way; what is pasted into a switch does as it is told, and the looking is yours. Try them on machines you can lose.`,
    prose`In short: see whether the release is still good and the files are whole; read what you are about to run; go through the order, one device and one step at a time,
with somebody at a console that does not depend on the network; stop at the first thing that is not as it should be; save the switches last.`,
  ];
}

function requirements({ tracks }: RunLabwork, { requires, url }: LabworkMetadata): Markdown[] {
  const made = tracks.map(({ device, platform, alternative }) =>
    alternative ? `or on ${platforms[platform].title}` : `${device.name} on ${platforms[platform].title}`,
  );
  const items = [
    `Platforms of the guide: ${requires.platforms.map((id) => platforms[id].title).join(', ')}`,
    `Of these scripts, as they are: ${made.join(', ').replaceAll(', or', ' or')}`,
    ...requires.licences,
    ...requires.hardware,
  ];
  return [
    heading(2, prose`What you need`),
    list(items.map((item) => ({ text: prose`${item}` }))),
    ...versions(tracks, url),
  ];
}

/** On which other versions the scripts of a host run, and what keeps them from the rest; they look themselves, and refuse there. */
function versions(tracks: readonly RunTrack[], url: string): Markdown[] {
  const hosts = tracks.flatMap(({ device, platform, alternative, refusals }) =>
    alternative || !refusals || templates[platform].scripts.kind !== 'one'
      ? []
      : [{ device: device.name, found: refusals() }],
  );
  const items = hosts
    .filter(({ found }) => found.length > 0)
    .map(({ device, found }) => ({
      text: prose`${device}: ${
        found
          .filter(({ why }) => why === undefined)
          .map(({ platform }) => platforms[platform].title)
          .join(', ') || 'none of them'
      }`,
      items: found.flatMap(({ platform, why }) =>
        why === undefined ? [] : [prose`not ${platforms[platform].title}. ${why.replaceAll('`', '"')}`],
      ),
    }));
  if (items.length === 0) return [];
  return [
    prose`The versions of Windows Server that take the commands of a host, so far as is known; on others its script refuses. Step by step it is at
${address(`${url}#compatibility`)}.`,
    list(items),
  ];
}

function files(scripts: readonly Script[], fleet: readonly AnsibleFile[]): Markdown[] {
  const expected = scripts.some(
    ({ platform, roles }) => templates[platform].scripts.kind === 'stages' || roles.includes('verify'),
  );
  return [
    heading(2, prose`Files`),
    list([
      ...scripts.map(({ path, about }) => ({ text: prose`${code(path)}: ${about}` })),
      ...(fleet.length > 0 ? [{ text: prose`\`ansible/\`: the same for many machines` }] : []),
      ...(expected
        ? [
            {
              text: prose`\`expected/\`: what the files that look, and the guide's looks on hosts, print where all is as it should be`,
            },
          ]
        : []),
      {
        text: prose`\`CHANGELOG.md\`: what changed from release to release`,
      },
      {
        text: prose`\`manifest.json\`: the same for programs, with the source of every line`,
      },
      {
        text: prose`\`SHA256SUMS\`: checksums`,
      },
    ]),
  ];
}

/** How to ask, of whatever runs these scripts, and of anything else. */
function status({ tracks }: RunLabwork, { release, statusUrl }: LabworkMetadata): Markdown[] {
  if (!release) return [];
  const ways = new Map(tracks.map(({ platform }) => [templates[platform].asking, platforms[platform].title]));
  ways.delete(askWithCurl);
  return [
    heading(2, prose`Is this release still good?`),
    prose`A release never changes. What was found in it since is told in one place, ${address(statusUrl)}: \`ok\`, \`superseded\` by a newer release, or
\`yanked\`, with the reason and the page that explains it. Nothing here asks by itself; where there is a network, you can.`,
    ...[...ways].flatMap(([ask, title]) => [prose`On ${title}:`, codeBlock(ask(statusUrl, release.version))]),
    prose`${ways.size > 0 ? 'Anywhere else' : 'With curl'}:`,
    codeBlock(askWithCurl(statusUrl, release.version)),
  ];
}

/** What those have to do who ran one that was found to be wrong: they may have nothing else at hand. */
function olderReleases(
  { tracks }: RunLabwork,
  { release, debugUrl, repairs }: LabworkMetadata,
  releases: readonly BundleRelease[],
): Markdown[] {
  const hasHosts = tracks.some(({ platform }) => templates[platform].scripts.kind === 'one');
  const items = releases
    .filter(({ version, withdrawn, remedy }) => version !== release?.version && (withdrawn ?? remedy))
    .flatMap(({ version, date, withdrawn, remedy }) => [
      {
        text: withdrawn
          ? prose`**${version}** of ${date}, withdrawn on ${withdrawn.date}: ${withdrawn.reason}`
          : prose`**${version}** of ${date}:`,
        items: [
          ...(remedy === undefined ? [] : [prose`What to do: ${remedy}`]),
          ...(hasHosts && repairs.includes(version)
            ? [
                prose`On a Windows host ${code(`Invoke-Labwork.ps1 -Repair -From ${version} -WhatIf`)} says what it would do about it, see "Running them".`,
              ]
            : []),
          ...(withdrawn ? [prose`The whole story: ${address(debugUrl(withdrawn.debug))}`] : []),
        ],
      },
    ]);
  if (items.length === 0) return [];
  return [heading(2, prose`If you ran an older release`), list(items)];
}

function checksums({ number, release, sumsUrl }: LabworkMetadata): Markdown[] {
  const name = bundleName(number, release?.version ?? 'unreleased-*');
  const sums = release
    ? prose`The checksums of the zips of all releases are at ${address(sumsUrl)}. On Windows:`
    : prose`The page of the labwork shows the checksum of the zip. On Windows:`;
  return [
    heading(2, prose`Is this the file that was published?`),
    sums,
    codeBlock([`Get-FileHash .\\${name} -Algorithm SHA256`]),
    prose`Then every file, in the unpacked folder; it names those that differ or are missing, and nothing else:`,
    codeBlock([
      "Get-Content SHA256SUMS | ForEach-Object { $sum, $file = $_ -split '\\s+', 2",
      '  if ((Get-FileHash $file -Algorithm SHA256).Hash -ne $sum) { "differs: $file" } }',
    ]),
    prose`\`Get-FileHash\` came with PowerShell 4.0; before it, \`certutil -hashfile FILE SHA256\` prints the sum of one file. On Linux, the zip and then every file:`,
    codeBlock([`sha256sum ${name}`, 'sha256sum -c --quiet SHA256SUMS']),
  ];
}

function evidence(labwork: RunLabwork, scripts: readonly Script[]): Markdown[] {
  const blocks = labwork.tracks
    .flatMap((track) => track.blocks)
    .filter(({ block }) => block.role !== 'example');
  const commands = blocks.flatMap((block) => block.commands);
  const known = commands.filter(({ support }) => support === 'supported').length;
  const modelled = blocks.flatMap((block) => (block.evidence === 'modelled' ? block.commands : [])).length;
  const checked = prose`Of ${commands.length} commands, ${known} are known, with their parameters, on the platform they run on. That is a check of the text against the
documented command sets; these scripts were not executed by the check.`;
  const typed = prose`${modelled} of them were also taken through a model of the device they are for, with nothing on it yet, which took each of them and knows all that it changes.
A model is no machine: it knows what is documented, and nothing of yours.`;
  return [
    heading(2, prose`How far this was checked`),
    checked,
    ...(modelled > 0 ? [typed] : []),
    ...rehearsedScripts(labwork, scripts).map(rehearsal),
  ];
}

function rehearsal(script: RehearsedScript): Markdown {
  const { date, powershell, scenarios, of, processes, runspaces } = script;
  const runs = runspaces
    ? `${processes} times as a process of its own and ${runspaces} times in a runspace of one that stays`
    : `${processes} times`;
  return prose`${code(script.script)} was rehearsed on ${date}: run ${runs} in PowerShell ${powershell}, against stand-ins for the commands of Windows that keep state,
from ${scenarios} of ${of} start states and faults, all of which held. It was executed on no Windows by that.`;
}

function values(labwork: RunLabwork): Markdown[] {
  const used = new Map(
    labwork.tracks
      .flatMap(({ blocks }) => blocks.flatMap((block) => block.values))
      .map(({ value }) => [value.path, value]),
  );
  if (used.size === 0) return [];
  const rows = [...used.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, title, text }) => [title, text, path]);
  return [
    heading(2, prose`Values of the guide's lab in these scripts`),
    table(['what', 'value', 'name in the lab'], rows),
  ];
}

/** Adapters and ports of the lab that the scripts are about; a reader has others, or other names for them. */
function ports({ lab, tracks }: RunLabwork): Markdown[] {
  const names = new Set(tracks.map(({ device }) => device.name));
  const far = (device: string, port: string) =>
    (lab?.links ?? []).flatMap(({ from, to }) => {
      if (from.device === device && from.port === port) return `${to.device}, ${to.port}`;
      return to.device === device && to.port === port ? `${from.device}, ${from.port}` : [];
    })[0] ?? '';
  const rows = (lab?.devices ?? [])
    .filter(({ name }) => names.has(name))
    .flatMap(({ name: device, ports: own }) =>
      own.map(({ name, driver, role }) => [device, name, driver ?? role ?? '', far(device, name)]),
    );
  if (rows.length === 0) return [];
  return [
    heading(2, prose`Adapters and ports of the guide's lab`),
    table(['device', 'name', 'what it is', 'leads to'], rows),
  ];
}
