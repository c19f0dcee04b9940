// Rehearses host scripts of bundles in PowerShell, against stand-ins for Windows, and writes down what held.
//
//   npm run rehearse [WORDS]      only scenarios whose name has WORDS in it, and nothing is written down
//
// Needs a .NET SDK 10. Every scenario is some processes of PowerShell: all of them take an hour.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canRehearse, findPwsh, pwshVersion } from '../test/rehearsal/pwsh.ts';
import type { Outcome } from '../test/rehearsal/rehearse.ts';
import { referenceOf, rehearse } from '../test/rehearsal/rehearse.ts';
import { scenariosOf } from '../test/rehearsal/scenarios.ts';
import { fixtureScripts, ownScripts, subjectOf } from '../test/rehearsal/subjects.ts';

if (!canRehearse()) {
  console.error('The rehearsal needs a .NET SDK 10 or newer (https://dot.net) on Linux or macOS.');
  process.exit(2);
}
const words = process.argv.slice(2).join(' ');
const [only, wanted] = words.includes('|') ? words.split('|') : ['', words];
const folder = mkdtempSync(join(tmpdir(), 'labworks-rehearsal-'));
const pwsh = findPwsh();
console.log(`PowerShell ${pwshVersion}`);
let count = 0;
let failed = 0;
const tell = (script: string, { id, runs, faults }: Outcome) => {
  console.log(`${faults.length === 0 ? 'held  ' : 'FAILED'} ${script}: ${id} (${runs} runs)`);
  for (const fault of faults) console.log(fault.replace(/^/gm, '    '));
  if (faults.length > 0) failed++;
};
try {
  for (const bundled of [...fixtureScripts(), ...ownScripts()]) {
    if (!bundled.id.startsWith(only!)) continue;
    const subject = subjectOf(bundled, join(folder, String(count++)));
    const { reference, outcome } = await referenceOf(pwsh, subject, join(folder, String(count++)));
    tell(bundled.id, outcome);
    if (!reference) continue;
    const scenarios = scenariosOf(reference).filter(({ id }) => id !== 'clean' && id.includes(wanted!));
    console.log(`${bundled.id}: ${scenarios.length} scenarios; ${reference.changes.length} changes`);
    const queue = [...scenarios];
    const worker = async () => {
      for (let scenario = queue.shift(); scenario; scenario = queue.shift()) {
        const own = join(folder, String(count++));
        tell(bundled.id, await rehearse(pwsh, subject, scenario, own, reference));
        rmSync(own, { recursive: true, force: true });
      }
    };
    await Promise.all([worker(), worker()]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;
