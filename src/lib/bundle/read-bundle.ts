import { strFromU8, unzipSync } from 'fflate';
import type { PlatformId } from '../platforms/platforms.ts';
import type { ScriptRole } from '../platforms/script-template.ts';
import { platforms } from '../platforms/platforms.ts';
import { templates } from '../platforms/templates.ts';
import type { Manifest } from './manifest.ts';
import { manifestSchema } from './manifest.ts';

/** What a bundle has its devices do, as the bundle itself says. */
export interface BundleContent {
  /** Ids, in their order. */
  readonly steps: readonly string[];
  /** Every device with the platform that it is written for. */
  readonly devices: readonly string[];
  /** Titles of the platforms that the guide says it fits. */
  readonly platforms: readonly string[];
  /** By script, in the order of its lines; then what no script runs. */
  readonly runs: readonly {
    readonly step: string;
    readonly device: string;
    readonly role: ScriptRole | 'by hand';
    readonly text: string;
  }[];
}

/** A bundle that was written once: its files by their paths, and what it says it is. */
export interface UnpackedBundle {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Manifest;
}

/** Unpacks a bundle; undefined where these bytes are none. */
export function unpackBundle(zip: Uint8Array): UnpackedBundle | undefined {
  try {
    const files = new Map(Object.entries(unzipSync(zip)));
    const manifest: unknown = JSON.parse(strFromU8(files.get('manifest.json') ?? new Uint8Array()));
    return { files, manifest: manifestSchema.parse(manifest) };
  } catch {
    return undefined;
  }
}

/** Reads what a bundle runs: by its manifest's source map out of its scripts, so that it is what they run. */
export function contentOf({ files, manifest }: UnpackedBundle): BundleContent {
  const lines = new Map<string, readonly string[]>();
  const linesOf = (script: string) => {
    const known = lines.get(script);
    if (known) return known;
    const read = new TextDecoder().decode(files.get(script)).split(/\r?\n/);
    lines.set(script, read);
    return read;
  };
  const pieces = manifest.sourceMap.map(
    ({ script, role, block, post, line, lines: [first, last], step, inserted = [] }) => {
      const place = placeOf(script, manifest);
      return {
        step: step ?? '',
        device: deviceOf(place.device.name, place.device.platform),
        role: role ?? place.role,
        block: `${post} ${block}`,
        line,
        text: asInGuide(
          linesOf(script)
            .slice(first - 1, last)
            .join('\n'),
          inserted,
        ),
      };
    },
  );
  // A block may stand in several files, so that what saves or asks has one of its own.
  const blocks = Map.groupBy(pieces, ({ device, role, block, step }) =>
    [device, role, block, step].join('\n'),
  );
  const run = [...blocks.values()].map((parts) => {
    const { step, device, role } = parts[0]!;
    // The files that they stand in have an order of their own.
    const ordered = parts.toSorted((a, b) => a.line - b.line);
    return { step, device, role, text: ordered.map(({ text }) => text).join('\n') };
  });
  const byHand = manifest.excluded.map(({ step, device, platform, commands = [] }) => ({
    step: step ?? '',
    device: deviceOf(device, platform),
    role: 'by hand' as const,
    text: commands.join('\n'),
  }));
  return {
    steps: manifest.parts.flatMap(({ steps }) => steps),
    devices: manifest.devices.map(({ name, platform }) => deviceOf(name, platform)),
    platforms: manifest.requires.platforms.map(titleOf),
    runs: [...run, ...byHand],
  };
}

/** What a bundle runs on each of its hosts to change it, in the order of its lines. */
export function appliedBy(bundle: UnpackedBundle): readonly {
  readonly device: string;
  readonly platform: PlatformId;
  readonly blocks: readonly { readonly step: string; readonly text: string }[];
}[] {
  const { runs } = contentOf(bundle);
  return bundle.manifest.devices
    .filter(({ platform }) => templates[platform].scripts.kind === 'one')
    .map(({ name, platform }) => ({
      device: name,
      platform,
      blocks: runs.flatMap(({ step, device, role, text }) =>
        role === 'apply' && device === deviceOf(name, platform) ? [{ step, text }] : [],
      ),
    }));
}

/** With what the guide has where the script has a parameter of its own. */
function asInGuide(
  text: string,
  inserted: readonly { readonly start: number; readonly end: number; readonly was: string }[],
): string {
  let whole = '';
  let done = 0;
  for (const { start, end, was } of inserted) {
    whole += text.slice(done, start) + was;
    done = end;
  }
  return whole + text.slice(done);
}

/** What a script is for, by where it lies: `switches/sw1/sg300/apply.ios`. */
function placeOf(script: string, { devices }: Manifest) {
  const [, name = '', ...rest] = script.split('/');
  const own = devices.filter((device) => device.name === name);
  const folder = rest.length > 1 ? rest[0] : undefined;
  const device = own.find(({ platform, alternative }) => alternative && platform === folder) ??
    own.find(({ alternative }) => !alternative) ?? { name, platform: '' };
  return { device, role: (rest.at(-1) ?? '').replace(/\..*$/, '') as ScriptRole };
}

function deviceOf(name: string, platform: string): string {
  return `${name} on ${titleOf(platform)}`;
}

function titleOf(platform: string): string {
  return Object.values(platforms).find(({ id }) => id === platform)?.title ?? platform;
}

/** How it is run, as its own README says: the sections from the first to the last of those that the page of the labwork shows. */
export function instructionsOf({ files }: UnpackedBundle): string {
  const readme = new TextDecoder().decode(files.get('README.md')).replaceAll('\r\n', '\n');
  const start = readme.indexOf('\n## Order\n');
  const end = readme.indexOf('\n## Files\n');
  return start < 0 || end < start ? '' : readme.slice(start + 1, end);
}
