// Asks PowerShell's own engine about what the tests hold our check against, and writes its verdicts as records.
//
//   npm run judge
//
// Needs a .NET SDK 10. A difference to the records of before is told; whether it is right is for the reader of the change.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, projectRoot } from '../src/workspace/paths.ts';
import { hasDotnet, startEngine } from '../test/powershell-engine/engine.ts';
import { standInLoader } from '../test/powershell-engine/load-stand-ins.ts';
import { lists, questionsOf } from '../test/powershell-engine/questions.ts';
import { askAll, evidenceOf, readRecords, writeRecords } from '../test/powershell-engine/records.ts';
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
const changesIn = (before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>) =>
  Object.entries(now).filter(([id, verdict]) => JSON.stringify(before[id]) !== JSON.stringify(verdict))
    .length;
const tell = (
  list: string,
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
) => console.log(`${list}: ${Object.keys(now).length} asked, ${changesIn(before, now)} new or changed`);
for (const list of [...lists, 'content'] as const) {
  const questions = questionsOf(list);
  const records = { engine: engine.version, date, verdicts: await askAll(engine, questions, load) };
  tell(list, readRecords(list)?.verdicts ?? {}, records.verdicts);
  writeRecords(list, records);
  if (list === 'content') {
    const evidence = evidenceOf(questions, records);
    mkdirSync(join(contentFolder, 'evidence'), { recursive: true });
    writeFileSync(
      join(contentFolder, 'evidence/powershell-engine.json'),
      `${JSON.stringify(evidence, undefined, 2)}\n`,
    );
  }
}
const snippets = await askSnippets(engine);
tell('snippets', readSnippetRecords()?.verdicts ?? {}, snippets);
writeSnippetRecords({ engine: engine.version, date, verdicts: snippets });
await engine.stop();
