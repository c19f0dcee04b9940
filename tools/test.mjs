// `npm test`: everything, in the order in which a mistake shows soonest. Says what it does, and ends with a count.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowser } from './find-browser.mjs';
import { reportJudge } from './report-judge.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), 'labworks-test-'));
const count = { passed: 0, failed: 0, skipped: 0 };

/** Runs one stage; a failing stage is counted and the others still run. */
function stage(title, tool, args, env = {}) {
  const started = performance.now();
  console.log(`\n— ${title}`);
  const { status } = spawnSync(process.execPath, [join(root, 'tools/run.mjs'), tool, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  console.log(`  ${status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

function check(title, tool, args) {
  count[stage(title, tool, args) ? 'passed' : 'failed'] += 1;
}

/** Stages that have nothing to do with each other and use one core each; what each printed is shown when it is done. */
async function checkTogether(stages) {
  await Promise.all(
    stages.map(async ([title, tool, args]) => {
      const started = performance.now();
      const child = spawn(process.execPath, [join(root, 'tools/run.mjs'), tool, ...args], { cwd: root });
      let printed = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => (printed += String(chunk)));
      const status = await new Promise((done) => child.once('close', done));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`\n— ${title}\n${printed}  ${status === 0 ? 'ok' : 'FAILED'}, ${seconds} s`);
      count[status === 0 ? 'passed' : 'failed'] += 1;
    }),
  );
}

function vitest(title, config, env) {
  const report = join(reports, `${config}.json`);
  const ok = stage(
    title,
    'vitest',
    ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  );
  let counted = false;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    count.passed += result.numPassedTests;
    count.failed += result.numFailedTests;
    count.skipped += result.numPendingTests;
    counted = result.numFailedTests > 0;
  } catch {
    // No report: the runner itself failed, and is counted below.
  }
  if (!ok && !counted) count.failed += 1;
}

const only = process.argv[2];
const wants = (name) => only === undefined || only === name;

await checkTogether([
  ...(wants('lint')
    ? [
        ['format', 'prettier', ['--check', '.', '--log-level', 'warn']],
        ['lint', 'eslint', ['--max-warnings', '0', '.']],
      ]
    : []),
  ...(wants('types') ? [['types', 'astro', ['check', '--minimumFailingSeverity', 'warning']]] : []),
]);
if (wants('unit')) {
  console.log(`\n— ${reportJudge()}`);
  if (process.env['POWERSHELL_FACTS'] === undefined)
    console.log(
      '  skipped: the PowerShell catalogue is not rebuilt from its facts, which POWERSHELL_FACTS would name; its digest is proved',
    );
  vitest('unit tests', 'vitest.config.ts');
}
if (wants('site')) {
  check('content', 'src/cli/main.ts', ['check']);
  check('build', 'tools/build.ts', []);
  const browser = provideBrowser((line) => console.log(`\n  ${line}`));
  vitest('the site, built and served', 'vitest.site.config.ts', { CHROME_PATH: browser });
}

rmSync(reports, { recursive: true, force: true });
const { passed, failed, skipped } = count;
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
