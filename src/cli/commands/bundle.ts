import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bundle } from '../../lib/bundle/make-bundle.ts';
import { makeBundle } from '../../lib/bundle/make-bundle.ts';
import { createEngine, groupByLabwork } from '../../lib/engine.ts';
import type { CheckedLabwork } from '../../lib/plan/labwork.ts';
import { createSourceFile } from '../../lib/source/source-file.ts';
import { contentRoot, filesIn, loadCatalogue, readText, writeAtomically } from '../files.ts';
import { siteUrl } from '../site-url.ts';
import { rootsOf, surroundingsOf } from '../surroundings.ts';
import { shownPath } from '../targets.ts';
import { UsageError } from '../usage.ts';
import { painterFor } from '../views/painter.ts';
import { toPretty } from '../views/pretty.ts';

export const help = `npx labworks bundle N [options]

Writes the script bundle of labwork N, the same bytes that the site offers, and prints its SHA-256 as \`sha256sum -c\` reads it.

  --out DIR   where to write it (default: this folder)
  --unpack    write its files as well, in a folder of the bundle's name
  --list      print its files with their sizes and sums, and write nothing unless --out is given

Exit codes: 0 written, 1 the labwork has errors (run \`npx labworks check\`), 2 it could not be done.
`;

export function run(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, unpack: { type: 'boolean' }, list: { type: 'boolean' } },
  });
  const [word, ...more] = positionals;
  if (word === undefined || more.length > 0 || !/^\d{1,6}$/.test(word))
    throw new UsageError('bundle takes the number of one labwork, for example `labworks bundle 2`.');
  const labwork = checkedLabwork(Number(word));
  const wrong = labwork.guides.filter(({ diagnostics }) =>
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  if (wrong.length > 0) {
    const reports = wrong.map(({ guide, diagnostics }) => ({ file: guide.file, diagnostics, commands: [] }));
    const sources = new Map(reports.map(({ file }) => [file.path, file]));
    process.stderr.write(toPretty(reports, sources, painterFor(process.stderr)));
    process.stderr.write(`\nlabworks: labwork ${word} has errors, and is not bundled.\n`);
    return 1;
  }
  const bundle = makeBundle(labwork, { site: siteUrl });
  if (!bundle) throw new UsageError(`labwork ${word} has nothing to bundle.`);
  if (values.list) process.stdout.write(listing(bundle));
  if (!values.list || values.out !== undefined)
    writeBundle(bundle, values.out ?? '.', values.unpack ?? false);
  return 0;
}

/** All parts of a labwork of the project's own content, checked. */
function checkedLabwork(number: number): CheckedLabwork {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const read = (path: string): string => {
    const file = readText(path);
    if ('problem' in file) throw new UsageError(`${shownPath(path)} cannot be read: ${file.problem}.`);
    return file.text;
  };
  const folder = join(contentRoot, 'labworks');
  const guides = filesIn(folder, ['.mdx']).map((path) =>
    engine.readGuide(createSourceFile(shownPath(path), read(path))),
  );
  const numberOf = (guide: (typeof guides)[number]) =>
    guide.data?.kind === 'labworks' ? guide.data.labwork : undefined;
  const group = groupByLabwork(guides).find(([first]) => first && numberOf(first) === number);
  if (!group) {
    const known = [...new Set(guides.flatMap((guide) => numberOf(guide) ?? []))].map(String);
    throw new UsageError(`there is no labwork ${number}; there are: ${known.join(', ') || 'none'}.`);
  }
  return engine.checkLabwork(group, surroundingsOf(rootsOf(folder), engine, read).labs);
}

function listing({ files, name, zip, sha256 }: Bundle): string {
  const all = files.map(({ path, bytes, sha256: sum }) => [path, bytes.length, sum] as const);
  const width = Math.max(...all.map(([path]) => path.length));
  const lines = all.map(([path, size, sum]) => `${path.padEnd(width)}  ${String(size).padStart(7)}  ${sum}`);
  return `${name}, ${zip.length} bytes, sha256 ${sha256}\n\n${lines.join('\n')}\n`;
}

function writeBundle({ name, zip, sha256, files }: Bundle, out: string, unpack: boolean): void {
  mkdirSync(out, { recursive: true });
  const path = join(out, name);
  writeAtomically(path, zip);
  process.stdout.write(`${sha256}  ${shownPath(path)}\n`);
  if (!unpack) return;
  const folder = join(out, name.replace(/\.zip$/, ''));
  for (const file of files) {
    const target = join(folder, file.path);
    mkdirSync(dirname(target), { recursive: true });
    writeAtomically(target, file.bytes);
  }
}
