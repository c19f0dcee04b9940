// Asks PowerShell's own engine about what the tests hold our check against, and writes its verdicts as records.
//
//   npm run judge
//
// Needs a .NET SDK 10. A difference to the records of before is told; whether it is right is for the reader of the change.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot, projectRoot } from '../src/cli/files.ts';
import { blockDigest } from '../src/lib/plan/engine-records.ts';
import { hasDotnet, startEngine } from '../test/powershell-engine/engine.ts';
import { standInLoader } from '../test/powershell-engine/load-stand-ins.ts';
import type { Question } from '../test/powershell-engine/questions.ts';
import { lists, questionsOf } from '../test/powershell-engine/questions.ts';
import type { Records } from '../test/powershell-engine/records.ts';
import { askAll, readRecords, writeRecords } from '../test/powershell-engine/records.ts';
import { askSnippets, readSnippetRecords, writeSnippetRecords } from '../test/powershell-engine/snippets.ts';

if (!hasDotnet()) {
  console.error('The judge needs a .NET SDK 10 or newer (https://dot.net), and none was found on the PATH.');
  process.exit(2);
}
mkdirSync(join(projectRoot, 'test/powershell-engine/records'), { recursive: true });
const engine = await startEngine();
const load = standInLoader(engine);
const date = new Date().toISOString().slice(0, 10);
console.log(`PowerShell’s engine ${engine.version}`);
for (const list of lists) {
  const questions = questionsOf(list);
  const verdicts = await askAll(engine, questions, load);
  const before = readRecords(list)?.verdicts ?? {};
  const changed = Object.entries(verdicts).filter(
    ([id, verdict]) => JSON.stringify(before[id]) !== JSON.stringify(verdict),
  );
  writeRecords(list, { engine: engine.version, date, verdicts });
  console.log(`${list}: ${Object.keys(verdicts).length} asked, ${changed.length} new or changed`);
  if (list === 'content') writeEvidence(questions, verdicts);
}
const snippets = await askSnippets(engine);
const snippetsBefore = readSnippetRecords();
writeSnippetRecords(snippets);
console.log(
  `snippets: ${Object.keys(snippets).length} asked, ${
    Object.entries(snippets).filter(
      ([file, record]) => JSON.stringify(snippetsBefore[file]) !== JSON.stringify(record),
    ).length
  } new or changed`,
);
await engine.stop();

/** What the site shows beside a block: that the engine had nothing against it. */
function writeEvidence(questions: readonly Question[], verdicts: Records['verdicts']): void {
  const agreed = questions.filter(({ id }) => verdicts[id]!.errors.length === 0);
  const records = Object.fromEntries(
    agreed.map(({ platform, text }) => [blockDigest(platform, text), { engine: engine.version, date }]),
  );
  writeFileSync(
    join(contentRoot, 'evidence/powershell-engine.json'),
    `${JSON.stringify(records, undefined, 2)}\n`,
  );
}
