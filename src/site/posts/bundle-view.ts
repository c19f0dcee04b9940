import type { Bundle } from '../../lib/bundle/make-bundle.ts';
import type { Manifest } from '../../lib/bundle/manifest.ts';
import type { UnpackedBundle } from '../../lib/bundle/read-bundle.ts';
import type { ReleaseEvent, StatusEvent } from '../../lib/ledger/releases/status.ts';
import { loadBundler, releasesOf, statusOf } from '../../lib/engine.ts';
import type { BundleView } from '../types/labwork.ts';
import { makeInstructions } from './make-instructions.ts';
import type { ReleaseSummary } from '../types/release.ts';

/** What is offered of a labwork: a bundle that was just made. `yanked` says why it must not be used. */
export async function bundleView(
  { name, version, zip, sha256, files, instructions }: Bundle,
  release: ReleaseEvent | undefined,
  yanked: string | undefined,
): Promise<BundleView> {
  return {
    name,
    url: `/bundles/${name}`,
    version,
    date: release?.date,
    yanked,
    size: zip.length,
    sha256,
    rehearsed: manifestIn(files)?.rehearsed ?? [],
    files: files.map(({ path, bytes, sha256: sum, about }) => ({
      path,
      size: bytes.length,
      sha256: sum,
      about,
    })),
    instructions: await makeInstructions(instructions),
  };
}

function manifestIn(files: Bundle['files']): Manifest | undefined {
  const file = files.find(({ path }) => path === 'manifest.json');
  return file && (JSON.parse(new TextDecoder().decode(file.bytes)) as Manifest);
}

/** A bundle that was released, as it says itself what it is: this program may make another one of the same posts. */
export async function releasedView(
  unpacked: UnpackedBundle,
  release: ReleaseEvent,
  yanked: string | undefined,
): Promise<BundleView> {
  const { aboutOwnFiles, instructionsOf } = await loadBundler();
  const { files, manifest } = unpacked;
  const about = new Map<string, string>([
    ...Object.entries(aboutOwnFiles),
    ...manifest.files.map((file) => [file.path, file.about] as const),
  ]);
  return {
    name: release.zip,
    url: `/bundles/${release.zip}`,
    version: release.version,
    date: release.date,
    yanked,
    size: release.size,
    sha256: release.sha256,
    rehearsed: manifest.rehearsed ?? [],
    files: Object.entries(release.files).map(([path, sha256]) => ({
      path,
      size: files.get(path)?.length ?? 0,
      sha256,
      about: about.get(path) ?? '',
    })),
    instructions: await makeInstructions(instructionsOf(unpacked)),
  };
}

/** The releases of a labwork, the newest first. */
export function releaseSummaries(labwork: number, log: readonly StatusEvent[]): readonly ReleaseSummary[] {
  const { versions } = statusOf(labwork, log);
  const debug = new Map(
    log.flatMap((event) => (event.kind === 'yank' ? [[event.version, event.debug] as const] : [])),
  );
  return releasesOf(log)
    .toReversed()
    .flatMap(({ version, date, zip, size, sha256, changes }) => {
      const state = versions[version];
      if (!state) return [];
      const { status, by, reason, remedy } = state;
      return [
        {
          version,
          date,
          status,
          by,
          reason,
          debug: debug.get(version),
          remedy,
          name: zip,
          url: `/bundles/${zip}`,
          size,
          sha256,
          changes,
        },
      ];
    });
}
