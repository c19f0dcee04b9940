// Rehearses host scripts of bundles in PowerShell, against stand-ins for Windows, and writes down what held.
//
//   npm run rehearse                    what was not rehearsed yet of the scripts as they are now
//   npm run rehearse -- 9 killed-after  only scripts whose name begins so, and scenarios that have the words in their name
//   npm run rehearse -- --minutes 20    as far as it comes in that time
//
// Needs a .NET SDK 10. Runs are in runspaces of two processes that stay; of a sample each is a process of its own as well, and both are to come
// to the same. What held is kept below `.cache`, so that a run that was broken off goes on where it was.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../src/workspace/paths.ts';
import { createChance } from '../test/chance.ts';
import { canRehearse, findPwsh, pwshVersion } from '../test/rehearsal/pwsh.ts';
import { writeRecords } from '../test/rehearsal/records.ts';
import type { Outcome, Stage } from '../test/rehearsal/rehearse.ts';
import { referenceOf, rehearse, rehearseTwice } from '../test/rehearsal/rehearse.ts';
import { createResidents } from '../test/rehearsal/resident.ts';
import { inBothWays, scenariosOf } from '../test/rehearsal/scenarios.ts';
import type { BundledScript } from '../test/rehearsal/subjects.ts';
import { fixtureScripts, ownScripts, subjectOf } from '../test/rehearsal/subjects.ts';
import { digestOfRehearsal } from '../test/rehearsal/windows.ts';

if (!canRehearse()) {
  console.error('The rehearsal needs a .NET SDK 10 or newer (https://dot.net) on Linux or macOS.');
  process.exit(2);
}
const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string' } },
  allowPositionals: true,
});
const [script = '', ...words] = positionals;
/** When no further scenario is begun. */
const deadline = values.minutes === undefined ? Infinity : Date.now() + Number(values.minutes) * 60_000;
const wanted = words.join(' ');
const keptFile = join(projectRoot, '.cache/rehearsal/held.json');
type Held = Pick<Outcome, 'processes' | 'runspaces'>;
/** By the digest of a script and of the rehearsal: how many runs each scenario took that held. */
const kept = (existsSync(keptFile) ? JSON.parse(readFileSync(keptFile, 'utf8')) : {}) as Record<
  string,
  Record<string, Held>
>;
const folder = mkdtempSync(join(tmpdir(), 'labworks-rehearsal-'));
const pwsh = findPwsh();
console.log(`PowerShell ${pwshVersion}`);
let count = 0;
let failed = 0;
const next = () => join(folder, String(count++));

const residents = createResidents(pwsh, 2);

async function rehearseScript(bundled: BundledScript, set: 'fixture' | 'content'): Promise<void> {
  const { digest } = bundled;
  const held = (kept[`${digest} ${digestOfRehearsal()}`] ??= {});
  let failedHere = 0;
  const tell = ({ id, processes, runspaces, faults }: Outcome) => {
    const word = faults.length === 0 ? 'held  ' : 'FAILED';
    console.log(`${word} ${bundled.id}: ${id} (${processes} processes, ${runspaces} runspaces)`);
    for (const fault of faults) console.log(fault.replace(/^/gm, '    '));
    if (faults.length > 0) failedHere++;
    else held[id] = { processes, runspaces };
    mkdirSync(dirname(keptFile), { recursive: true });
    writeFileSync(keptFile, JSON.stringify(kept));
  };
  const subject = subjectOf(bundled, next());
  const stage: Stage = { pwsh, residents, openings: { folder: next(), known: new Map() } };
  const { reference, outcome } = await referenceOf(stage, subject, next());
  if (!reference) {
    tell(outcome);
    failed++;
    return;
  }
  const all = scenariosOf(reference);
  const twice = inBothWays(all);
  // In an order of chance that is the same each time: a rehearsal that is broken off has seen some of each kind.
  const chance = createChance(all.length);
  const queue = all
    .map((scenario) => ({ scenario, turn: chance() }))
    .sort((one, other) => one.turn - other.turn)
    .map(({ scenario }) => scenario)
    .filter(({ id }) => held[id] === undefined && id.includes(wanted));
  console.log(
    `${bundled.id}: ${all.length} scenarios, ${queue.length} to rehearse, one of 16 in both ways; ${reference.changes.length} changes`,
  );
  const worker = async () => {
    for (let scenario = queue.shift(); scenario && Date.now() < deadline; scenario = queue.shift()) {
      const own = next();
      const play = twice.has(scenario.id) ? rehearseTwice : rehearse;
      tell(await play(stage, subject, scenario, own, reference));
      rmSync(own, { recursive: true, force: true, maxRetries: 10 });
    }
  };
  await Promise.all([worker(), worker()]);
  failed += failedHere;
  const ids = all.map(({ id }) => id);
  const done = ids.flatMap((id) => held[id] ?? []);
  const sum = (of: keyof Held) => done.reduce((total, one) => total + one[of], 0);
  const [processes, runspaces] = [sum('processes'), sum('runspaces')];
  console.log(
    `${bundled.id}: ${done.length} of ${ids.length} scenarios held, in ${processes} processes and ${runspaces} runspaces`,
  );
  // What fails is no evidence, however much else holds.
  if (failedHere === 0 && processes > 0)
    writeRecords(set, digest, {
      powershell: pwshVersion,
      date: new Date().toISOString().slice(0, 10),
      scenarios: done.length,
      of: ids.length,
      processes,
      ...(runspaces > 0 ? { runspaces } : {}),
    });
}

try {
  for (const bundled of fixtureScripts())
    if (bundled.id.startsWith(script)) await rehearseScript(bundled, 'fixture');
  for (const bundled of await ownScripts())
    if (bundled.id.startsWith(script)) await rehearseScript(bundled, 'content');
} finally {
  residents.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
process.exitCode = failed > 0 ? 1 : 0;
