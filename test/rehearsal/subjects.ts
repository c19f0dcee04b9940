import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rehearsalDigest } from '../../src/lib/check/rehearsal-digest.ts';
import type { Compatibility } from '../../src/lib/check/compatibility.ts';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import { powershellPlatformIds } from '../../src/lib/dialects/powershell/platforms.ts';
import type { Bundle } from '../../src/lib/bundle/make-bundle.ts';
import { makeBundle } from '../../src/lib/bundle/make-bundle.ts';
import { matchRelease } from '../../src/lib/bundle/match-release.ts';
import { unreleased } from '../../src/lib/bundle/release.ts';
import type { Engine } from '../../src/lib/engine.ts';
import { createEngine, releasesOf, releasesUntilLast, releasesUntilNext } from '../../src/lib/engine.ts';
import type { Guide } from '../../src/lib/guide/guide.ts';
import type { Lab } from '../../src/lib/lab/lab.ts';
import { listContent } from '../../src/workspace/content.ts';
import type { ReleaseLogs } from '../../src/jobs/check-released.ts';
import { releaseLogs } from '../../src/jobs/check-released.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import { groupGuides, labworkOf } from '../../src/workspace/group-posts.ts';
import { siteUrl } from '../../src/workspace/identity.ts';
import { contentFolder } from '../../src/workspace/paths.ts';
import { withMakings } from '../../src/workspace/released-makings.ts';
import { readReleases } from '../../src/workspace/releases.ts';
import { openWorkspace, rootsOf } from '../../src/workspace/workspace.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import { readText } from '../../src/workspace/text-file.ts';
import { engine as fixtureEngine, fence, part, rack } from '../lib/fixture-posts.ts';
import type { Reference } from './scenario.ts';
import type { Subject } from './rehearse.ts';

/** A host script of a bundle, before it lies on a disk. */
export interface BundledScript {
  /** `9 srv1`: of the labwork, and of the device. */
  readonly id: string;
  readonly text: string;
  readonly digest: string;
  readonly subject: Omit<Subject, 'script'>;
}

/** A small labwork of the tests' own: a team, a virtual switch on it, an adapter of the host with a tag and an address. */
export function fixtureScripts(): readonly BundledScript[] {
  const step = (id: string, title: string, ...blocks: readonly string[]) =>
    `## ${id} ${title}\n\n${blocks.join('\n')}\n`;
  const guide = part(
    step(
      '9:1',
      'Team',
      fence(
        'powershell on=srv1',
        "New-NetLbfoTeam -Name '{{team}}' -TeamMembers 'Ethernet 2' -TeamingMode Lacp -LoadBalancingAlgorithm Dynamic -Confirm:$false",
      ),
    ) +
      step(
        '9:2',
        'Switch',
        fence(
          'powershell on=srv1',
          "New-VMSwitch -Name '{{vswitch}}' -NetAdapterName '{{team}}' -AllowManagementOS $true -MinimumBandwidthMode Weight",
          "Add-VMNetworkAdapter -ManagementOS -Name '{{networks.lm.name}}' -SwitchName '{{vswitch}}'",
          "Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName '{{networks.lm.name}}' -Access -VlanId {{networks.lm.vlan}}",
          "New-NetIPAddress -InterfaceAlias 'vEthernet ({{networks.lm.name}})' -IPAddress {{networks.lm.hosts.srv1}} -PrefixLength {{networks.lm.prefix}}",
        ),
      ),
  );
  const labs = new Map([['rack', rack()]]);
  return scriptsOf(
    fixtureEngine,
    [guide],
    labs,
    makeBundle(fixtureEngine.checkLabwork([guide], labs), { site: siteUrl() }),
  );
}

/** The host scripts of our own labworks: of the newest release, or of the one that would be made now. */
export async function ownScripts(): Promise<readonly BundledScript[]> {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const { guides, labs } = readContent(engine);
  const logs = releaseLogs(readReleases());
  const groups = groupGuides(guides.filter((guide) => labworkOf(guide) !== undefined));
  const scripts: BundledScript[] = [];
  for (const group of groups)
    scripts.push(...scriptsOf(engine, group, labs, await bundleOf(engine, group, labs, logs)));
  return scripts;
}

async function bundleOf(
  engine: Engine,
  guides: readonly Guide[],
  labs: ReadonlyMap<string, Lab>,
  logs: ReleaseLogs,
): Promise<Bundle | undefined> {
  const labwork = engine.checkLabwork(guides, labs);
  const site = siteUrl();
  const number = labworkOf(guides[0]!)!;
  const log = logs.get(number) ?? [];
  const newest = releasesOf(log).at(-1);
  if (!newest) return makeBundle(labwork, { site });
  const told = await withMakings(releasesUntilLast(log), number, labwork, engine);
  const matched = matchRelease(labwork, newest, { site, releases: told });
  if (matched?.match === 'same') return matched.bundle;
  const next = { version: unreleased, date: newest.date, changes: [] };
  const releases = await withMakings([...releasesUntilNext(log), next], number, labwork, engine);
  return makeBundle(labwork, { site, releases });
}

function readContent(engine: Engine): {
  guides: readonly Guide[];
  labs: ReadonlyMap<string, Lab>;
} {
  const folder = join(contentFolder, 'labworks');
  const read = (path: string) => {
    const file = readText(path);
    if ('problem' in file) throw new Error(`${path} cannot be read: ${file.problem}`);
    return file.text;
  };
  const guides = listContent()
    .posts.filter((path) => path.startsWith(folder))
    .map((path) => engine.readGuide(createSourceFile(path, read(path))));
  return { guides, labs: openWorkspace(rootsOf(folder), engine, read).labs };
}

function scriptsOf(
  engine: Engine,
  guides: readonly Guide[],
  labs: ReadonlyMap<string, Lab>,
  bundle: Bundle | undefined,
): readonly BundledScript[] {
  const labwork = engine.checkLabwork(guides, labs);
  const platforms = platformsOf(engine.compatibilityOf(guides, labs));
  const decoder = new TextDecoder();
  return labwork.tracks.flatMap(({ device, platform, alternative, blocks }) => {
    const path = `hosts/${device.name}${alternative ? `/${platform}` : ''}/Invoke-Labwork.ps1`;
    const file = bundle?.files.find((one) => one.path === path);
    if (!file) return [];
    const text = decoder.decode(file.bytes);
    const used = blocks.map(({ resolved }) => resolved.text).join('\n');
    const untouched = device.ports.find(({ name }) => !used.includes(`'${name}'`))?.name;
    const installs = [...used.matchAll(/Install-WindowsFeature -Name ([\w-]+(?:, [\w-]+)*)/g)].flatMap(
      ([, names]) => names!.split(', '),
    );
    // What nobody knows is run only where its step is named.
    const args = text.includes('; Trusted = $false;')
      ? ['-Step', [...new Set(blocks.flatMap(({ block }) => block.step ?? []))].join(',')]
      : [];
    return [
      {
        id: `${labwork.guides[0]?.guide.data?.kind === 'labworks' ? labwork.guides[0].guide.data.labwork : '?'} ${device.name}${alternative ? ` ${platform}` : ''}`,
        text,
        digest: rehearsalDigest(text),
        subject: { device, platform: platform as PowerShellPlatform, untouched, installs, args, platforms },
      },
    ];
  });
}

/** On which versions of Windows the commands run, by the check and not by the script. */
function platformsOf(compatibility: Compatibility): Reference['platforms'] {
  return Object.fromEntries(
    compatibility.platforms
      .filter(
        (platform) =>
          (powershellPlatformIds as readonly string[]).includes(platform) && /^windows-server/.test(platform),
      )
      .map((platform) => [
        platform,
        compatibility.steps.some(({ cells }) =>
          cells.some((cell) => cell.platform === platform && cell.verdict === 'error'),
        )
          ? 'refused'
          : 'runs',
      ]),
  );
}

/** Writes a script to where it is run. */
export function subjectOf({ text, subject }: BundledScript, folder: string): Subject {
  mkdirSync(folder, { recursive: true });
  const script = join(folder, 'Invoke-Labwork.ps1');
  writeFileSync(script, text);
  return { ...subject, script };
}
