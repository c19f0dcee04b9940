import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { siteAround } from '../src/workspace/site-addresses.ts';
import { applyFixes } from '../src/lib/diagnostics/apply-fixes.ts';
import type { Diagnostic } from '../src/lib/diagnostics/diagnostic.ts';
import type { RuleId } from '../src/lib/rules.ts';
import { optionalRules, rules } from '../src/lib/rules.ts';
import { isPlatformId } from '../src/lib/platforms/platforms.ts';
import { checkContentFiles, createEngine, readAccuracyReport, readSite } from '../src/lib/engine.ts';
import { readFigure } from '../src/lib/figure/read-figure.ts';
import type { Guide } from '../src/lib/guide/guide.ts';
import type { Lab } from '../src/lib/lab/lab.ts';
import type { Picture, PictureReading } from '../src/lib/picture/picture.ts';
import { sliceOf } from '../src/lib/source/slice.ts';
import { createSourceFile } from '../src/lib/source/source-file.ts';
import { checkExampleLedger } from './rule-ledgers.ts';
import type { Example, RulePage } from './rule-pages.ts';
import type { WrittenReleases } from './releases.ts';
import { checkPartOf, checkWritten } from './releases.ts';
import { readRulePages } from './rule-pages.ts';

/** What the examples refer to. */
const content = resolve(import.meta.dirname, 'fixtures/workshop');

const pages = readRulePages();

const engine = createEngine({ catalogue: loadCatalogue() });
/** The optional rules are reported by those examples only that are theirs. */
const strict = createEngine({ catalogue: loadCatalogue(), optional: optionalRules });
const read = (path: string) => createSourceFile(path, readFileSync(join(content, path), 'utf8'));
const labs = new Map<string, Lab>();
for (const name of readdirSync(join(content, 'labs'))) {
  const { value } = engine.readLab(read(`labs/${name}`));
  if (value) labs.set(value.id, value);
}
/** Long before the examples that are dated in the future. */
const today = '2026-01-01';
/** Pictures beside posts that examples are of, as if somebody had looked at them. */
const photograph: Picture = { format: 'jpeg', width: 800, height: 600, frames: 1, digest: 'a' };
const pictures = new Map<string, PictureReading>([
  ['allegories/with-level/level.jpg', photograph],
  ['allegories/with-film/level.jpg', photograph],
  ['allegories/with-film/level.mp4', { format: 'mp4', bytes: 9, digest: 'a' }],
  ['allegories/with-captions/level.jpg', photograph],
  ['allegories/with-captions/level.mp4', { format: 'mp4', bytes: 9, digest: 'a' }],
  ['allegories/with-captions/level.vtt', { format: 'vtt', bytes: 9, digest: 'a' }],
  ['allegories/with-misnamed/level.jpg', { ...photograph, format: 'png' }],
  ['allegories/with-broken/level.jpg', { kind: 'unreadable', problem: 'is damaged', hint: 'Save it anew.' }],
  ['allegories/with-huge/level.png', { kind: 'too-large', problem: 'is huge', hint: 'Make it smaller.' }],
]);
const corpus = {
  today,
  labs,
  comparisons: new Set(['copy-times']),
  figures: new Set(pictures.keys()),
  pictures: new Map([...pictures].map(([path, reading]) => [path, { path, reading }])),
  site: { origin: 'https://blog.example.org', addresses: new Set(['/', '/about/']) },
};
const readExample = ({ meta, code }: Example): Guide =>
  engine.readGuide(createSourceFile(meta.get('path') ?? 'labworks/example.mdx', code));

/** A list of files under `src/content`, one a line, each with what the disk says of it where that is no good. */
function checkList(code: string): readonly Diagnostic[] {
  const lines = code.split('\n').map((line) => line.split(': ') as [string, string?]);
  return checkContentFiles({
    files: lines.flatMap(([path, problem]) => (problem === undefined ? [path] : [])),
    unreadable: lines.flatMap(([path, problem]) => (problem === undefined ? [] : [{ path, problem }])),
    root: 'src/content',
  });
}

/** What is held to a ledger: posts that are given count as recorded when they were as given, or as `yaml path=ledger` says. */
function checkHistory(example: Example, given: readonly Example[]): readonly Diagnostic[] {
  const all = [...given, example];
  const isLedger = ({ meta }: Example) => meta.get('path') === 'ledger';
  const posts = all
    .filter((one) => !isLedger(one))
    .map((one) => ({
      guide: readExample(one),
      recorded: one !== example || one.meta.get('recorded') === 'yes',
    }));
  return checkExampleLedger(
    posts,
    all.filter(isLedger).map(({ code }) => code),
    labs,
    today,
  );
}

/** Everything the engine says about an example. */
function check(example: Example, { rule, given }: RulePage): readonly Diagnostic[] {
  const { language, meta, code } = example;
  if (rule.startsWith('ledger/')) return checkHistory(example, given);
  if (language === 'powershell' || language === 'ios') {
    const platform = meta.get('platform') ?? '';
    if (!isPlatformId(platform)) throw new Error(`an example needs platform=…, not “${platform}”`);
    const asked = optionalRules.has(rule as RuleId) ? strict : engine;
    return asked.checkScript(sliceOf(createSourceFile('example', code)), platform).diagnostics;
  }
  if (language === 'yaml') {
    const path = meta.get('path') ?? 'labs/example.yaml';
    const file = createSourceFile(path, code);
    if (path === 'site.yaml') return readSite(file).diagnostics;
    return (path.startsWith('comparisons/') ? engine.readComparison(file) : engine.readLab(file)).diagnostics;
  }
  if (language === 'json' && meta.get('path') === 'releases')
    return checkWritten(JSON.parse(code) as WrittenReleases);
  if (language === 'json')
    return readAccuracyReport(createSourceFile('accuracy/example.json', code)).diagnostics;
  if (language === 'svg') return readFigure(createSourceFile('figures/example.svg', code)).diagnostics;
  if (language === 'mdx' || language === 'md') {
    const guide = readExample(example);
    const own = engine.checkLabwork([guide], labs).guides.flatMap(({ diagnostics }) => diagnostics);
    const across = engine.checkCorpus({ ...corpus, guides: [...given.map(readExample), guide] });
    const released = meta.get('released');
    const ofRelease = released === undefined ? [] : checkPartOf(guide, released);
    return [...own, ...across.filter(({ file }) => file === guide.file.path), ...ofRelease];
  }
  if (language === 'text' && meta.get('path') === 'addresses/published.txt') {
    const published = createSourceFile('addresses/published.txt', code);
    return engine.checkCorpus({ ...corpus, guides: given.map(readExample), published });
  }
  if (language === 'text') return checkList(code);
  throw new Error(`an example cannot be “${language}”`);
}

const reported = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(
    ({ rule, message, range }) => `${rule} ${range.start.line}:${range.start.column} ${message}`,
  );

describe('the rules', () => {
  it('have a page each, and each page a rule', () => {
    expect(pages.map(({ rule }) => rule).sort()).toEqual(Object.keys(rules).sort());
  });

  it('lead from page to page', () => {
    const { addresses } = siteAround();
    const links = pages.flatMap(({ rule }) => {
      const text = readFileSync(resolve(import.meta.dirname, `../src/content/rules/${rule}.md`), 'utf8');
      const { links: found } = engine.readGuide(createSourceFile('allegories/rule.md', text));
      return found.map(({ url }) => url).filter((url) => url.startsWith('/'));
    });
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((url) => !addresses.has(url))).toEqual([]);
  });
});

describe.each(pages)('the page of $rule', (page) => {
  const { rule, front, examples } = page;

  it('has a title, a summary, and an example of each side', () => {
    expect(Object.keys(front).sort()).toEqual(['fixable', 'summary', 'title']);
    expect(front).toMatchObject({
      title: expect.stringMatching(/\S/),
      summary: expect.stringMatching(/\.$/),
      fixable: expect.any(Boolean),
    });
    expect([...new Set(examples.map(({ part }) => part))].sort()).toEqual(['bad', 'good']);
  });

  it.each(examples.filter(({ part }) => part === 'bad'))(
    'finds it, and nothing else, in $title',
    (example) => {
      const diagnostics = check(example, page);
      expect(reported(diagnostics)).toEqual([expect.stringMatching(`^${rule} `)]);
      expect(diagnostics[0]!.hint).toMatch(/\S/);
    },
  );

  it.each(examples.filter(({ part }) => part === 'good'))('finds nothing in $title', (example) => {
    expect(reported(check(example, page))).toEqual([]);
  });

  it.each(examples.filter(({ part }) => part === 'bad'))(
    'tells truly whether it is repaired, in $title',
    (example) => {
      const { text, applied } = applyFixes(example.code, check(example, page));
      expect(applied.length > 0).toBe(front['fixable']);
      if (front['fixable']) expect(reported(check({ ...example, code: text }, page))).toEqual([]);
    },
  );
});
