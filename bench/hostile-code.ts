// Scripts and configurations just below the size limit whose shape is made to be slow, each through all that a check does.
//
//   node tools/run.mjs bench/hostile-code.ts [--only WORD] [--all]
//
// Told is what is wrong, with `--all` what each took. Processor time is that of the whole process, its cleaning of memory and its
// compiling beside it included; the first inputs of a run pay for the warming up.
// Exit code 1: one threw, or took longer than two seconds of processor time.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  allAnswer,
  applyFixes,
  createEngine,
  createSourceFile,
  iosPlatforms,
  longestScript,
  mostScriptLines,
  printShow,
  rules,
  simulateScript,
  sliceOf,
  toJson,
  toPretty,
  toSarif,
} from '../src/lib/engine.ts';
import type { PlatformId } from '../src/lib/platforms/platforms.ts';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { iosShapes } from './hostile-ios.ts';
import { powershellShapes } from './hostile-powershell.ts';
import { textOf } from './hostile-shapes.ts';

export interface HostileInput {
  readonly name: string;
  readonly run: () => void;
}

const engine = createEngine({ catalogue: loadCatalogue() });
const tool = { name: 'hostile', version: '0', url: '', docsUrl: () => '', severities: rules };
const shows = [
  'show running-config',
  'show vlan brief',
  'show vlan',
  'show interfaces status',
  'show interfaces description',
  'show interfaces trunk',
  'show interfaces switchport',
  'show etherchannel summary',
];

/** The check of a script, and every view of what it finds. */
function check(text: string, platform: PlatformId): void {
  const file = createSourceFile('hostile', text);
  const { diagnostics } = engine.checkScript(sliceOf(file), platform);
  const reports = [{ file, diagnostics, commands: [] }];
  toPretty(diagnostics, new Map([[file.path, file]]));
  toJson(reports, () => '');
  toSarif(reports, tool, { exitCode: 0, failures: [] });
  applyFixes(text, diagnostics, () => true);
}

export const hostileCode: readonly HostileInput[] = [
  ...powershellShapes.map((shape) => ({
    name: `powershell: ${shape[0]}`,
    run: () => check(textOf(shape, longestScript, mostScriptLines), 'windows-server-2012-r2'),
  })),
  ...iosShapes.flatMap((shape) =>
    iosPlatforms.flatMap((platform) => [
      {
        name: `${platform}: ${shape[0]}`,
        run: () => check(textOf(shape, longestScript, mostScriptLines), platform),
      },
      {
        name: `${platform}: ${shape[0]}, simulated`,
        run: () => {
          const code = sliceOf(createSourceFile('hostile', textOf(shape, longestScript, mostScriptLines)));
          const { state } = simulateScript(code, { platform }).console;
          for (const show of shows) printShow(show, state, allAnswer);
        },
      },
    ]),
  ),
];

/** Milliseconds of processor time. */
const limit = 2000;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { only: { type: 'string', default: '' }, all: { type: 'boolean', default: false } },
  });
  const chosen = hostileCode.filter((one) => one.name.includes(values.only));
  let slow = 0;
  for (const { name, run } of chosen) {
    const before = process.cpuUsage();
    const began = performance.now();
    let problem = '';
    try {
      run();
    } catch (error) {
      problem = String(error);
    }
    const { user, system } = process.cpuUsage(before);
    const milliseconds = Math.round((user + system) / 1000);
    const wall = Math.round(performance.now() - began);
    const bad = milliseconds > limit || problem !== '';
    if (bad) slow++;
    if (bad || values.all)
      console.log(`${name}: ${String(milliseconds)} ms (by the clock ${String(wall)} ms) ${problem}`);
  }
  console.log(`${String(slow)} of ${String(chosen.length)} took more than ${String(limit)} ms or threw.`);
  process.exitCode = slow > 0 ? 1 : 0;
}
