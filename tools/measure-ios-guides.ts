// Holds the check and the model of switches against whole guides that somebody else wrote, for whoever judges by eye what is refused.
//
//   node tools/run.mjs tools/measure-ios-guides.ts FOLDER [--lines]
//
// FOLDER has guides (.md) and `guides.tsv`, a line for each: its file, where it is from. --lines shows every line that is refused, not
// known, or asks for what is not printed. Nothing of the guides is stored.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { platformOfGuide } from './measure-guides/ios-guide.ts';
import { measureIosGuide } from './measure-guides/measure-ios-guide.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (!folder) {
  console.error('usage: measure-ios-guides.ts FOLDER [--lines]');
  process.exit(2);
}
const total = {
  guides: 0,
  sessions: 0,
  lines: 0,
  unknown: 0,
  refused: 0,
  trulyRefused: 0,
  shows: 0,
  unprintable: 0,
};
for (const row of readFileSync(join(folder, 'guides.tsv'), 'utf8').trim().split('\n')) {
  const [path = '', source = ''] = row.split('\t');
  const text = readFileSync(join(folder, path), 'utf8');
  const platform = platformOfGuide(text);
  const found = measureIosGuide({ path, text, platform });
  total.guides += 1;
  total.sessions += found.sessions;
  total.lines += found.lines;
  total.unknown += found.unknown.length;
  total.refused += found.refused.length;
  total.trulyRefused += found.refused.filter(({ isTrue }) => isTrue).length;
  total.shows += found.shows;
  total.unprintable += found.unprintable.length;
  console.log(
    `${path} (${platform}, ${source}): ${found.sessions} sessions, ${found.lines} lines, ${found.unknown.length} unknown, ` +
      `${found.refused.length} refused, ${found.unprintable.length} of ${found.shows} shows not printed`,
  );
  if (!values.lines) continue;
  for (const { line, text: typed, rule, message, isTrue } of found.refused)
    console.log(
      `  ${path}:${line} ${isTrue ? 'refused by the switch too' : 'REFUSED'} ${rule}: ${typed} -- ${message}`,
    );
  for (const { line, text: typed } of found.unknown) console.log(`  ${path}:${line} unknown: ${typed}`);
  for (const { line, text: typed } of found.unprintable)
    console.log(`  ${path}:${line} not printed: ${typed}`);
}
console.log(JSON.stringify(total));
