// Holds the tree that posts are read by, Satteri's, against remark's, of all Markdown and MDX below a folder.
//
//   node tools/run.mjs tools/compare-parsers.ts DIR… [--show 3]
//
// For measuring at large, for example on public documentation fetched to a folder outside of the project. Nothing is written. A file
// is *equal* where both trees are the same, places included; *left to remark* where there was a doubt, by kind, and there nothing can
// go wrong; *different* where posts would be read otherwise than remark reads them, which is a fault: each of those is shown.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Root } from 'mdast';
import {
  createSourceFile,
  parseMarkdownWithRemark,
  parseWithRemark,
  parseWithSatteri,
} from '../src/lib/engine.ts';
import { firstDifference } from './tree-difference.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '3' } },
});
const seconds = { Satteri: 0, remark: 0 };
const outcomes = new Map<string, string[]>();

for (const folder of positionals) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.mdx?$/.test(name),
  ))
    compare(join(folder, name));
}
report();

function compare(path: string): void {
  const format = path.endsWith('.mdx') ? 'mdx' : 'md';
  const file = createSourceFile(path, readFileSync(path, 'utf8'));
  const fast = timed('Satteri', () => parseWithSatteri(file, format));
  const slow = timed('remark', (): Root | undefined =>
    format === 'mdx' ? parseWithRemark(file).tree : parseMarkdownWithRemark(file),
  );
  const difference = fast.tree && (slow ? firstDifference(slow, fast.tree) : 'remark refuses it');
  const outcome = fast.doubtful
    ? `${slow ? 'left to remark' : 'refused by remark'}: ${fast.doubtful.doubt}`
    : difference
      ? `different: ${difference}`
      : 'equal';
  const key = `.${format} ${outcome}`;
  outcomes.set(key, [...(outcomes.get(key) ?? []), path]);
}

function timed<T>(parser: keyof typeof seconds, parse: () => T): T {
  const start = performance.now();
  const result = parse();
  seconds[parser] += (performance.now() - start) / 1000;
  return result;
}

function report(): void {
  const counted = [...outcomes].sort(([, a], [, b]) => b.length - a.length);
  for (const [outcome, paths] of counted) {
    console.log(`${String(paths.length).padStart(6)} ${outcome}`);
    const isFault = / different/.test(outcome);
    for (const path of isFault ? paths : paths.slice(0, Number(values.show))) console.log(`         ${path}`);
  }
  console.log(`Satteri ${seconds.Satteri.toFixed(1)} s, remark ${seconds.remark.toFixed(1)} s`);
  process.exitCode = counted.some(([outcome]) => / different/.test(outcome)) ? 1 : 0;
}
