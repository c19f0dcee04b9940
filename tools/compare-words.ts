// Holds posts against what is shown of them: every picture, table, listing, link, footnote and word of a source is on its page, or in a
// line that a diagnostic tells of.
//
//   node tools/run.mjs tools/compare-words.ts FILE… [--dist dist] [--show 10]
//
// A source is read by another program than the engine (micromark, and a parser of HTML for what it makes), so that both cannot miss the
// same. With `--dist`, the page that was built is what is looked at, where there is one; else what the engine would show. For measuring at
// large, on posts that others wrote, fetched to a folder outside of the project. Nothing is written; what is lost ends with 1.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, createSourceFile, formatOfPost, isPostFile, placeOfPost } from '../src/lib/engine.ts';
import { loadCatalogue } from '../src/workspace/facts.ts';
import type { Content, Loss } from './compare-words/content.ts';
import { contentOfHtml, contentOfPage, contentOfSource, lossesOf } from './compare-words/content.ts';
import { htmlOfBody } from './compare-words/html-of-body.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string' }, show: { type: 'string', default: '10' } },
});
const engine = createEngine({ catalogue: loadCatalogue() });
let lost = 0;

console.log('file | words | pictures | tables | listings | links | notes | told | lost');
for (const path of positionals) compare(path);
process.exitCode = lost > 0 ? 1 : 0;

function compare(path: string): void {
  const file = createSourceFile(path, readFileSync(path, 'utf8'));
  const guide = engine.readGuide(file);
  const told = [
    ...engine.checkLabwork([guide], new Map()).guides.flatMap(({ diagnostics }) => diagnostics),
    ...engine.checkCorpus({
      guides: [guide],
      today: '2100-01-01',
      labs: new Map(),
      comparisons: new Set(),
      figures: new Set(picturesBeside(path)),
      pictures: new Map(),
      site: { origin: undefined, addresses: new Set() },
    }),
  ];
  const source = contentOfSource(file.text, formatOfPost(path));
  const page = pageOf(path) ?? contentOfHtml(htmlOfBody(guide));
  const losses = lossesOf(source, page, { file, told });
  lost += losses.length;
  report(path, source, told.length, losses);
}

/** Keys of what lies beside a post that has a folder of its own, as if all of it were pictures. */
function picturesBeside(path: string): string[] {
  const { folder, slug, hasFolder } = placeOfPost(path);
  if (!hasFolder) return [];
  const files = readdirSync(dirname(path), { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && !isPostFile(file.name))
    .map(
      (file) =>
        `${folder}/${slug}/${relative(dirname(path), join(file.parentPath, file.name)).replaceAll('\\', '/')}`,
    );
}

function pageOf(path: string): Content | undefined {
  const { folder, slug } = placeOfPost(path);
  const page = values.dist === undefined ? undefined : join(values.dist, folder, slug, 'index.html');
  return page !== undefined && existsSync(page) ? contentOfPage(readFileSync(page, 'utf8')) : undefined;
}

function report(path: string, source: Content, told: number, losses: readonly Loss[]): void {
  const { words, pictures, tables, listings, links, notes } = source;
  const counts = [words.length, pictures, tables, listings, links.length, notes, told, losses.length];
  console.log([placeOfPost(path).slug, ...counts].join(' | '));
  for (const { kind, what } of losses.slice(0, Number(values.show))) console.log(`    ${kind}: ${what}`);
}
