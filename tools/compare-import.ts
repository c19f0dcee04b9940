// Holds imported posts against what they were made of: words, listings, links, pictures, cells and footnotes of source and result.
//
//   node tools/run.mjs tools/compare-import.ts REPORT.json SOURCE_ROOT [--show 5]
//
// Shares nothing with the importer: sources are read by a parser of HTML and by micromark, results by micromark alone, an export of
// WordPress by regular expressions, and of Ghost the HTML that it has made itself. What is missing must stand in what the report tells (lost, or changed from); what neither has is
// silently lost, and ends with 1. For measuring at large, on sites that others wrote, fetched to a folder outside of the project.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentOfResult, contentOfSource } from './compare-import/contents.ts';
import type { CountedContent } from './compare-import/contents.ts';

interface Report {
  readonly posts: readonly {
    readonly source: string;
    readonly path: string;
    readonly changed: readonly { readonly what: string; readonly was: string }[];
    readonly lost: readonly { readonly what: string; readonly text: string }[];
  }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '5' } },
});
const [reportPath = '', root = '.'] = positionals;
const report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
const kinds = ['listings', 'links', 'pictures', 'cells', 'notes'] as const;
let elsewhere = 0;
const sums = new Map<string, { source: number; kept: number; told: number; silent: number }>();
let posts = 0;

for (const post of report.posts) {
  if (post.path === '' || !existsSync(post.path)) continue;
  const source = contentOfSource(root, post.source);
  if (!source) continue;
  posts++;
  elsewhere += source.elsewhere;
  const result = contentOfResult(readFileSync(post.path, 'utf8'));
  const told = [...post.lost.map(({ text }) => text), ...post.changed.map(({ was }) => was)].join('\n');
  const missing = compare(source, result, told, post);
  if (missing.length > 0) console.log(`${post.source} (${post.path})`);
  for (const line of missing.slice(0, Number(values.show))) console.log(`    ${line}`);
}

console.log(`${posts} posts`);
console.log('kind | in the sources | kept | told | silent | kept of all');
let silent = 0;
for (const [kind, sum] of sums) {
  silent += sum.silent;
  const share = sum.source === 0 ? 100 : (100 * sum.kept) / sum.source;
  console.log([kind, sum.source, sum.kept, sum.told, sum.silent, `${share.toFixed(1)} %`].join(' | '));
}
const own = sums.get('pictures');
if (own && elsewhere > 0) {
  // What is not in the tree can only be told: of those that are in it, so many are shown.
  const there = own.source - elsewhere;
  const shown = Math.min(own.kept, there);
  console.log(
    `pictures whose files are there | ${there} | ${shown}; on other sites, or not there | ${elsewhere}`,
  );
}
process.exitCode = silent > 0 ? 1 : 0;

function compare(
  source: CountedContent,
  result: CountedContent,
  told: string,
  { lost, changed }: Report['posts'][number],
): string[] {
  const missing: string[] = [];
  const words = without(source.words, result.words);
  const untold = without(words, wordsIn(told));
  add('words', source.words.length, words.length, untold.length);
  if (untold.length > 0) missing.push(`words: ${untold.slice(0, 30).join(' ')}`);
  for (const kind of kinds) {
    const gone = Math.max(0, source[kind] - result[kind]);
    const noun = {
      listings: /listing|include|shortcode|gist/,
      links: /link|picture|block|shortcode|include|address|import|component|element|form|comment|button/,
      pictures: /picture|emoji|cover|gallery|include|shortcode|element|component/,
      cells: /table|cell|block|shortcode|component/,
      notes: /note|footnote/,
    }[kind];
    const said = [...lost, ...changed].filter(({ what }) => noun.test(what)).length;
    const quiet = Math.max(0, gone - said);
    add(kind, source[kind], gone, quiet);
    if (quiet > 0)
      missing.push(`${kind}: ${source[kind]} in the source, ${result[kind]} in the result, ${said} told`);
  }
  return missing;
}

function add(kind: string, source: number, gone: number, quiet: number): void {
  const sum = sums.get(kind) ?? { source: 0, kept: 0, told: 0, silent: 0 };
  sums.set(kind, {
    source: sum.source + source,
    kept: sum.kept + source - gone,
    told: sum.told + gone - quiet,
    silent: sum.silent + quiet,
  });
}

function wordsIn(text: string): string[] {
  return (
    text
      .replace(/&[a-z]+;|&#\w+;/gi, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of one list that another has not, each counted. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
