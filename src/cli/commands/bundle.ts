import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bundle } from '../../lib/bundle/make-bundle.ts';
import { checkSeries, createEngine, loadBundler, publicationOf, toPretty } from '../../lib/engine.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { readIdentity } from '../../workspace/identity.ts';
import { siteName } from '../../workspace/site-file.ts';
import { shownPath } from '../../workspace/paths.ts';
import { today } from '../../workspace/today.ts';
import { makeFolder, writeUserFile } from '../../workspace/write-file.ts';
import { readLabwork } from '../labwork.ts';
import { stderr, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `npx labworks bundle N [options]

Writes the script bundle of labwork N, the same bytes that the site offers, and prints its SHA-256 as \`sha256sum -c\` reads it.

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
  const engine = createEngine({ catalogue: loadCatalogue() });
  const { number, guides: all, labs } = readLabwork(positionals, engine, 'labworks bundle 2');
  const day = values.future ? undefined : today();
  const isBundled = ({ data }: (typeof all)[number]) => {
    const publication = data ? publicationOf(data, day) : 'published';
    return publication === 'published' || (publication === 'draft' && values.drafts);
  };
  const guides = all.filter(isBundled);
  if (guides.length === 0)
    throw new UsageError(
      `no part of labwork ${number} is published; --drafts bundles drafts, --future what is dated later.`,
    );
  const labwork = engine.checkLabwork(guides, labs);
  const diagnostics = [...labwork.guides.flatMap((guide) => guide.diagnostics), ...checkSeries(all, day)];
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const sources = new Map(guides.map(({ file }) => [file.path, file]));
    stderr.print(toPretty(diagnostics, sources, stderr.painter));
    stderr.print(`\nlabworks: labwork ${number} has errors, and is not bundled.\n`);
    return 1;
  }
  const site = readIdentity();
  if (!site.value) {
    stderr.print(toPretty(site.diagnostics, new Map([[site.file.path, site.file]]), stderr.painter));
    stderr.print(`\nlabworks: the bundle carries the site’s address, and ${siteName} has errors.\n`);
    return 1;
  }
  const { makeBundle } = await loadBundler();
  const bundle = makeBundle(labwork, { site: site.value.address });
  if (!bundle) throw new UsageError(`labwork ${number} has nothing to bundle.`);
  if (values.list) stdout.print(listing(bundle));
  if (!values.list || values.out !== undefined)
    writeBundle(bundle, values.out ?? '.', values.unpack ?? false);
  return 0;
}

function listing({ files, name, zip, sha256 }: Bundle): string {
  const all = files.map(({ path, bytes, sha256: sum }) => [path, bytes.length, sum] as const);
  const width = all.map(([path]) => path.length).reduce((most, item) => Math.max(most, item), 0);
  const lines = all.map(([path, size, sum]) => `${path.padEnd(width)}  ${String(size).padStart(7)}  ${sum}`);
  return `${name}, ${zip.length} bytes, sha256 ${sha256}\n\n${lines.join('\n')}\n`;
}

function writeBundle({ name, zip, sha256, files }: Bundle, out: string, unpack: boolean): void {
  makeFolder(out);
  const path = join(out, name);
  writeUserFile(path, zip);
  stdout.print(`${sha256}  ${shownPath(path)}\n`);
  if (!unpack) return;
  const folder = join(out, name.replace(/\.zip$/, ''));
  for (const file of files) {
    const target = join(folder, file.path);
    makeFolder(dirname(target));
    writeUserFile(target, file.bytes);
  }
}
