// Holds the check of PowerShell commands against PowerShell's own binder, on lines made from the catalogue.
//
//   node tools/run.mjs tools/measure-powershell-binder.ts [--lines 24000] [--seed 1] [--platform P] [--report] [--differences FILE]
//
// Needs a .NET SDK 10. --report writes what the site's accuracy page shows; the differences are for whoever mends them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { projectRoot } from '../src/workspace/paths.ts';
import {
  createCatalogue,
  createEngine,
  createSourceFile,
  sliceOf,
  windowsServers,
} from '../src/lib/engine.ts';
import type { Agreement } from '../test/powershell-engine/agreement.ts';
import { agreementOf, areSetsKnown, isBoundAlike } from '../test/powershell-engine/agreement.ts';
import { startEngine } from '../test/powershell-engine/engine.ts';
import { breaks, makeLines } from '../test/powershell-engine/lines.ts';
import { ask } from '../test/powershell-engine/records.ts';
import { standInLoader } from '../test/powershell-engine/load-stand-ins.ts';
import { causesOf } from './accuracy-causes.ts';
import type { Difference } from './accuracy-causes.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '24000' },
    seed: { type: 'string', default: '1' },
    platform: { type: 'string' },
    report: { type: 'boolean', default: false },
    differences: { type: 'string' },
  },
});
const asked = windowsServers.filter((id) => values.platform === undefined || id === values.platform);
const each = Math.ceil(Number(values.lines) / asked.length);
const source = loadCatalogue();
const catalogue = createCatalogue(source);
const engine = createEngine({ catalogue: source });
const judge = await startEngine();
const load = standInLoader(judge);
const count: Record<Agreement, number> = {
  same: 0,
  'other reason': 0,
  'false error': 0,
  missed: 0,
  'not judged': 0,
};
const bound = { alike: 0, all: 0 };
const differences: Difference[] = [];
for (const platform of asked) {
  await load(platform);
  for (const { text, broken } of makeLines(source, platform, each, Number(values.seed))) {
    const { diagnostics, commands } = engine.checkScript(sliceOf(createSourceFile('line', text)), platform);
    const verdict = await ask(judge, { id: '', platform, text });
    const setsKnown = areSetsKnown(commands, catalogue, platform);
    const agreement = agreementOf(diagnostics, verdict, text, setsKnown);
    count[agreement] += 1;
    const difference = { platform, broken, text, verdict, diagnostics };
    if (agreement !== 'same') differences.push({ ...difference, agreement });
    const [ours] = commands;
    const [theirs] = verdict.commands;
    if (agreement !== 'same' || verdict.errors.length > 0 || !ours?.binding || !theirs) continue;
    if (diagnostics.some(({ rule }) => rule === 'powershell/two-commands-on-one-line')) continue;
    bound.all += 1;
    if (isBoundAlike(ours.binding, theirs, text.startsWith("'one' |"))) bound.alike += 1;
    else
      differences.push({
        ...difference,
        agreement: 'bound otherwise',
        bound: { ours: ours.binding, theirs },
      });
  }
  console.log(platform, JSON.stringify({ ...count, bound }));
}
await judge.stop();
if (values.differences)
  writeFileSync(values.differences, differences.map((one) => `${describe(one)}\n`).join(''));
if (values.report) writeReport();

function describe({
  agreement,
  platform,
  broken,
  text,
  verdict,
  diagnostics,
  bound: both,
}: Difference): string {
  return [
    `${agreement} | ${platform} | ${broken}`,
    `  ${text}`,
    `  engine: ${verdict.errors.map(({ id, column }) => `${id}@${column}`).join(' ') || 'binds'}`,
    `  ours:   ${diagnostics.map(({ rule, range, message }) => `${rule}@${range.start.column} ${message}`).join(' | ') || 'nothing'}`,
    ...(both
      ? [
          `  sets: ${both.ours.parameterSet} ${both.theirs.set}`,
          `  ours: ${both.ours.arguments.map(({ parameter }) => parameter).join()} theirs: ${both.theirs.parameters.join()}`,
        ]
      : []),
  ].join('\n');
}

function writeReport(): void {
  const judged = each * asked.length - count['not judged'];
  const report = {
    title: 'Binding of parameters',
    date: new Date().toISOString().slice(0, 10),
    engine: judge.version,
    method:
      `Command lines made from the catalogue for every Windows Server from 2012 to 2025, the same for the same seed (${values.seed}): ` +
      `half of them right, half broken in one of ${breaks.length - 1} ways. Each was put to PowerShell’s own binder, over stand-ins ` +
      'with the parameters of the real commands, and to the check; verdict and rule are compared. The stand-ins are made from the same ' +
      'facts as the check: a fact that is wrong is wrong in both, and in no figure here.',
    figures: [
      { name: 'Lines judged', value: judged, of: null, required: 'at least 20,000' },
      { name: 'Same verdict, same rule', value: count.same, of: judged, required: 'at least 99.9 %' },
      {
        name: 'Errors that PowerShell does not have',
        value: count['false error'],
        of: judged,
        required: null,
      },
      { name: 'Errors missed', value: count.missed, of: judged, required: null },
      {
        name: 'Both refuse, for different reasons',
        value: count['other reason'],
        of: judged,
        required: null,
      },
      { name: 'Bound to the same set and parameters', value: bound.alike, of: bound.all, required: null },
    ],
    causes: causesOf(differences),
  };
  writeFileSync(
    join(projectRoot, 'src/content/accuracy/powershell-binder.json'),
    `${JSON.stringify(report, null, 2)}\n`,
  );
}
