import type { BundleRelease } from '../lib/bundle/release.ts';
import type { CheckedLabwork } from '../lib/check/labwork.ts';
import type { Engine } from '../lib/engine.ts';
import { loadBundler } from '../lib/engine.ts';
import { readReleasedZip } from './releases.ts';

/**
 * Releases with what each made of the hosts, but for the last one, which is being made: read out of the zips that were released, whose
 * digests the status has. One that does not lie there says nothing.
 */
export async function withMakings(
  releases: readonly BundleRelease[],
  number: number,
  { lab }: CheckedLabwork,
  engine: Engine,
): Promise<readonly BundleRelease[]> {
  const { appliedBy, bundleName, unpackBundle } = await loadBundler();
  return releases.map((release, index) => {
    const zip = index < releases.length - 1 && readReleasedZip(bundleName(number, release.version));
    const unpacked = zip ? unpackBundle(zip) : undefined;
    if (!unpacked) return release;
    const made = appliedBy(unpacked).flatMap(({ device: name, platform, blocks }) => {
      const device = lab?.devices.find((one) => one.name === name);
      return device ? [engine.runReleased(blocks, device, platform)] : [];
    });
    return { ...release, made };
  });
}
