// Rehearses host scripts of bundles in PowerShell, against stand-ins for Windows, and writes down what held.
//
//   npm run rehearse                    what was not rehearsed yet of the scripts as they are now
//   npm run rehearse -- 9 killed-after  only scripts whose name begins so, and scenarios that have the words in their name
//
// Needs a .NET SDK 10. Every scenario is some processes of PowerShell, and all of them may take an hour: what held is kept below `.cache`, so
// that a run that was broken off goes on where it was.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../src/workspace/paths.ts';
import { canRehearse, findPwsh, pwshVersion } from '../test/rehearsal/pwsh.ts';
import { writeRecords } from '../test/rehearsal/records.ts';
import type { Outcome } from '../test/rehearsal/rehearse.ts';
import { referenceOf, rehearse } from '../test/rehearsal/rehearse.ts';
import { scenariosOf } from '../test/rehearsal/scenarios.ts';
import type { BundledScript } from '../test/rehearsal/subjects.ts';
import { fixtureScripts, ownScripts, subjectOf } from '../test/rehearsal/subjects.ts';

if (!canRehearse()) {
  console.error('The rehearsal needs a .NET SDK 10 or newer (https://dot.net) on Linux or macOS.');
  process.exit(2);
}
const [script = '', ...words] = process.argv.slice(2);
const wanted = words.join(' ');
const keptFile = join(projectRoot, '.cache/rehearsal/held.json');
/** By the digest of a script: how many processes each scenario took that held. */
const kept = (existsSync(keptFile) ? JSON.parse(readFileSync(keptFile, 'utf8')) : {}) as Record<
  string,
  Record<string, number>
>;
const folder = mkdtempSync(join(tmpdir(), 'labworks-rehearsal-'));
const pwsh = findPwsh();
console.log(`PowerShell ${pwshVersion}`);
let count = 0;
let failed = 0;
const next = () => join(folder, String(count++));

async function rehearseScript(bundled: BundledScript, set: 'fixture' | 'content'): Promise<void> {
  const { digest } = bundled;
  const held = (kept[digest] ??= {});
  const tell = ({ id, runs, faults }: Outcome) => {
    console.log(`${faults.length === 0 ? 'held  ' : 'FAILED'} ${bundled.id}: ${id} (${runs} runs)`);
    for (const fault of faults) console.log(fault.replace(/^/gm, '    '));
    if (faults.length > 0) failed++;
    else held[id] = runs;
    mkdirSync(dirname(keptFile), { recursive: true });
    writeFileSync(keptFile, JSON.stringify(kept));
  };
  const subject = subjectOf(bundled, next());
  const { reference, outcome } = await referenceOf(pwsh, subject, next());
  tell(outcome);
  if (!reference) return;
  const all = scenariosOf(reference);
  const queue = all.filter(({ id }) => held[id] === undefined && id.includes(wanted));
  console.log(
    `${bundled.id}: ${all.length} scenarios, ${queue.length} to rehearse; ${reference.changes.length} changes`,
  );
  const worker = async () => {
    for (let scenario = queue.shift(); scenario; scenario = queue.shift()) {
      const own = next();
      tell(await rehearse(pwsh, subject, scenario, own, reference));
      rmSync(own, { recursive: true, force: true });
    }
  };
  await Promise.all([worker(), worker()]);
  const ids = all.map(({ id }) => id);
  const done = ids.filter((id) => held[id] !== undefined);
  const runs = done.reduce((sum, id) => sum + held[id]!, 0);
  console.log(`${bundled.id}: ${done.length} of ${ids.length} scenarios held, in ${runs} processes`);
  // What fails is no evidence, however much else holds.
  if (failed === 0)
    writeRecords(set, digest, {
      powershell: pwshVersion,
      date: new Date().toISOString().slice(0, 10),
      scenarios: done.length,
      of: ids.length,
      processes: runs,
    });
}

try {
  for (const bundled of fixtureScripts())
    if (bundled.id.startsWith(script)) await rehearseScript(bundled, 'fixture');
  for (const bundled of await ownScripts())
    if (bundled.id.startsWith(script)) await rehearseScript(bundled, 'content');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;
