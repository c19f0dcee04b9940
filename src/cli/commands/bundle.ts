import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bundle } from '../../lib/bundle/make-bundle.ts';
import type { UnpackedBundle } from '../../lib/bundle/read-bundle.ts';
import { isOfGuide, loadBundler, releasesOf, releasesUntilLast } from '../../lib/engine.ts';
import type { ReleaseEvent } from '../../lib/ledger/releases/status.ts';
import { releaseLogs } from '../../jobs/check-released.ts';
import { shownPath } from '../../workspace/paths.ts';
import { withMakings } from '../../workspace/released-makings.ts';
import { readReleasedZip } from '../../workspace/releases.ts';
import { kindOfPath } from '../../workspace/text-file.ts';
import { makeFolder, writeUserFile, writeUserFiles } from '../../workspace/write-file.ts';
import type { BundledLabwork } from '../bundled-labwork.ts';
import { readBundledLabwork } from '../bundled-labwork.ts';
import { stderr, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `npx labworks bundle N [options]

Writes the script bundle of labwork N, the same bytes that the site offers as long as the posts are those of its newest release, and prints its SHA-256 as \`sha256sum -c\` reads it.

  --out DIR   where to write it (default: this folder)
  --unpack    write its files as well, in a folder of the bundle's name
  --drafts    with parts that are drafts, which the site does not offer
  --future    with parts that are dated later than today, which the site does not offer yet
  --list      print its files with their sizes and sums, and write nothing unless --out is given

Exit codes: 0 written, 1 the labwork has errors (run \`npx labworks check\`), 2 it could not be done.
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      drafts: { type: 'boolean', default: false },
      future: { type: 'boolean', default: false },
      unpack: { type: 'boolean' },
      list: { type: 'boolean' },
    },
  });
  const bundled = readBundledLabwork(positionals, values, {
    done: 'bundled',
    example: 'labworks bundle 2',
  });
  if (!bundled) return 1;
  const bundle = await bundleOf(bundled);
  if (!bundle) throw new UsageError(`labwork ${bundled.number} has nothing to bundle.`);
  if (values.list) stdout.print(listing(bundle));
  if (!values.list || values.out !== undefined)
    writeBundle(bundle, values.out ?? '.', values.unpack ?? false);
  return 0;
}

/** The newest release, where the posts make that one; else what they make, which is none. */
async function bundleOf({
  labwork,
  number,
  parts,
  site,
  stored,
  engine,
}: BundledLabwork): Promise<Bundle | undefined> {
  const { makeBundle, matchRelease, unpackBundle } = await loadBundler();
  const log = releaseLogs([stored]).get(number);
  const own = log && isOfGuide(log, parts) ? log : [];
  const newest = releasesOf(own).at(-1);
  const releases = await withMakings(releasesUntilLast(own), number, labwork, engine);
  const matched = newest && matchRelease(labwork, newest, { site, releases });
  if (newest && matched?.match === 'same') {
    const zip = readReleasedZip(newest.zip);
    return zip ? asReleased(matched.bundle, newest, zip, unpackBundle(zip)) : matched.bundle;
  }
  if (newest)
    stderr.print(
      `labworks: this is not release ${newest.version}, which the site offers: the posts make another bundle now.\n`,
    );
  return makeBundle(labwork, { site });
}

/** The very bytes that were released: their manifest says on which lines of the posts the blocks stood then. */
function asReleased(
  bundle: Bundle,
  { sha256, files }: ReleaseEvent,
  zip: Uint8Array,
  unpacked: UnpackedBundle | undefined,
): Bundle {
  return {
    ...bundle,
    zip,
    sha256,
    files: bundle.files.map((file) => ({
      ...file,
      bytes: unpacked?.files.get(file.path) ?? file.bytes,
      sha256: files[file.path] ?? file.sha256,
    })),
  };
}

function listing({ files, name, zip, sha256 }: Bundle): string {
  const all = files.map(({ path, bytes, sha256: sum }) => [path, bytes.length, sum] as const);
  const width = all.map(([path]) => path.length).reduce((most, item) => Math.max(most, item), 0);
  const lines = all.map(([path, size, sum]) => `${path.padEnd(width)}  ${String(size).padStart(7)}  ${sum}`);
  return `${name}, ${zip.length} bytes, sha256 ${sha256}\n\n${lines.join('\n')}\n`;
}

function writeBundle({ name, zip, sha256, files }: Bundle, out: string, unpack: boolean): void {
  if (kindOfPath(out) === 'file')
    throw new UsageError(
      `--out names a folder, which ${name} is written into, and “${out}” is a file: name another.`,
    );
  makeFolder(out);
  const path = join(out, name);
  writeUserFile(path, zip);
  stdout.print(`${sha256}  ${shownPath(path)}\n`);
  if (unpack) writeUserFiles(join(out, name.replace(/\.zip$/, '')), files);
}
