// Proves that no published content can be changed in silence, and that nobody is bothered for nothing:
//
//   node tools/run.mjs tools/silent-changes.ts [--more] [--at-once]
//
// It makes a clone of the project in a temporary folder, with a small content of its own (`test/fixtures/recorded`) that is recorded and
// committed. In it each change of `silent-changes/changes.ts` is made, `npx labworks check` run, and the change taken back. Prints of each
// whether it was caught, by which rules, and the command that the message names.
//
//   --more       many more changes of the same kinds
//   --at-once    run the checks in this process, by the clone's own code, rather than in one of their own each
//
// Exit codes: 0 all silent changes are caught with a command to run, and no innocent one; 1 not so; 2 the comparison could not be made.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findNode } from './run.mjs';
import type { ContentChange } from './silent-changes/changes.ts';
import { innocent, moreInnocent, moreSilent, silent } from './silent-changes/changes.ts';
import { createRecordedProject } from './silent-changes/project.ts';

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly hint: string | null;
}

type Check = () => Promise<readonly Told[]>;

const { values } = parseArgs({
  options: { more: { type: 'boolean', default: false }, 'at-once': { type: 'boolean', default: false } },
});
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'silent-changes-')));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(2));
try {
  process.exitCode = await tryAll();
} catch (error) {
  console.error(`silent-changes: ${(error as Error).stack}`);
  process.exitCode = 2;
}

async function tryAll(): Promise<number> {
  const project = createRecordedProject(temporary);
  // Git is asked for the base in the folder that the user is in.
  process.chdir(temporary);
  const check = values['at-once'] ? await checkHere(temporary) : checkApart(temporary);
  const before = await check();
  if (before.length > 0) throw new Error(`it has problems before any change: ${before[0]!.message}`);
  let failed = 0;
  const attempt = async (change: ContentChange, problemOf: (told: readonly Told[]) => string | undefined) => {
    change.apply(project);
    const wrong = problemOf(await check());
    if (wrong !== undefined) failed++;
    project.restore();
  };
  console.log('Silent changes:');
  for (const change of silent) await attempt(change, (told) => sayCaught(change, told, true));
  for (const change of values.more ? moreSilent : [])
    await attempt(change, (told) => sayCaught(change, told, false));
  console.log('\nInnocent changes:');
  for (const change of [...innocent, ...(values.more ? moreInnocent : [])])
    await attempt(change, (told) => sayFree(change, told));
  console.log(failed === 0 ? '\nAll as it should be.' : `\n${failed} not as they should be.`);
  return failed === 0 ? 0 : 1;
}

/** What is wrong, undefined where nothing is. */
function sayCaught(
  { name }: ContentChange,
  told: readonly Told[],
  needsCommand: boolean,
): string | undefined {
  const caught = told.filter(({ severity }) => severity !== 'info');
  const rules = [...new Set(caught.map(({ rule }) => rule))];
  const command = caught
    .flatMap(({ hint }) => /`((?:npx labworks|git checkout) [^`]+)`/.exec(hint ?? '')?.[1] ?? [])
    .at(0);
  const isMute = needsCommand && command === undefined;
  const wrong = rules.length === 0 ? 'NOT CAUGHT' : isMute ? 'NO COMMAND' : undefined;
  console.log(
    `  ${wrong ?? 'caught'}  ${name}: ${rules.join(', ')}${command === undefined ? '' : `: ${command}`}`,
  );
  return wrong;
}

function sayFree({ name }: ContentChange, told: readonly Told[]): string | undefined {
  const [first] = told.filter(
    ({ rule, severity }) => /^(?:ledger|release)\//.test(rule) && severity !== 'info',
  );
  console.log(`  ${first ? 'CAUGHT' : 'free'}  ${name}${first ? `: ${first.rule}: ${first.message}` : ''}`);
  return first?.rule;
}

function checkApart(root: string): Check {
  return () => {
    const { stdout, stderr, status } = spawnSync(
      findNode(),
      ['tools/labworks.mjs', 'check', '--format', 'json'],
      { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    if (status === 2) throw new Error(stderr);
    return Promise.resolve(toldIn(stdout));
  };
}

/** The check prints its report; here it is taken from what it prints. */
async function checkHere(root: string): Promise<Check> {
  const { run } = (await import(pathToFileURL(join(root, 'src/cli/commands/check.ts')).href)) as {
    run(args: string[]): Promise<number>;
  };
  return async () => {
    const { write } = process.stdout;
    let printed = '';
    process.stdout.write = ((data: string | Uint8Array) => {
      printed += String(data);
      return true;
    }) as typeof write;
    try {
      await run(['--format', 'json']);
    } finally {
      process.stdout.write = write;
    }
    return toldIn(printed);
  };
}

function toldIn(json: string): readonly Told[] {
  const { files } = JSON.parse(json) as { files: readonly { diagnostics: readonly Told[] }[] };
  return files.flatMap(({ diagnostics }) => diagnostics);
}
