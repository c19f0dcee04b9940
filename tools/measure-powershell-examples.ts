// Holds the check of PowerShell commands against the examples of Microsoft's documentation, for every Windows Server that has pages.
//
//   git clone https://github.com/MicrosoftDocs/windows-powershell-docs DOCS
//   node tools/run.mjs tools/measure-powershell-examples.ts --docs DOCS [--report] [--differences FILE]
//
// Needs git, and a .NET SDK 10. DOCS may be bare; nothing of it is stored but counts and the lines of what differs. An example that the
// check calls wrong counts against a fact, unless PowerShell's own parser cannot read it, or it was looked at and found wrong
// (`measure-guides/wrong-examples.ts`).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { projectRoot } from '../src/workspace/paths.ts';
import type { PowerShellPlatform } from '../src/lib/dialects/powershell/platforms.ts';
import { createCatalogue, createEngine, createSourceFile, sliceOf } from '../src/lib/engine.ts';
import { agreementOf, areSetsKnown, isTelling } from '../test/powershell-engine/agreement.ts';
import { startEngine } from '../test/powershell-engine/engine.ts';
import { standInLoader } from '../test/powershell-engine/load-stand-ins.ts';
import { ask } from '../test/powershell-engine/records.ts';
import type { Difference } from './accuracy-causes.ts';
import { causesOf } from './accuracy-causes.ts';
import { evidenceOf } from './measure-guides/example-evidence.ts';
import { examplesOfPage } from './measure-guides/page-examples.ts';
import { headCommit, readCommandPages } from './measure-guides/read-pages.ts';

const { values } = parseArgs({
  options: {
    docs: { type: 'string' },
    report: { type: 'boolean', default: false },
    differences: { type: 'string' },
  },
});
if (!values.docs) {
  console.error('usage: measure-powershell-examples.ts --docs DIR [--report] [--differences FILE]');
  process.exit(2);
}
const docs = values.docs;
const source = loadCatalogue();
const catalogue = createCatalogue(source);
const engine = createEngine({ catalogue: source });
const commit = headCommit(docs);

interface Counts {
  examples: number;
  /** Called wrong by the check. */
  refused: number;
  /** Of these, what PowerShell's own parser cannot read either. */
  unreadable: number;
  /** Of these, what can be read, and nobody has found wrong. */
  against: number;
}
const counts = new Map<string, Counts>();
/** The facts that the examples contradict which nobody has found wrong. */
const contradicted = new Set<string>();
const differences: Difference[] = [];
const judge = await startEngine();
const load = standInLoader(judge);
for (const year of ['2016', '2019', '2022', '2025']) counts.set(year, await measure(year));
await judge.stop();

const total = (of: keyof Counts) => [...counts.values()].reduce((sum, one) => sum + one[of], 0);
const falseOverStandIns = differences.filter(({ agreement }) => agreement === 'false error').length;
console.log(JSON.stringify({ commit, ...Object.fromEntries(counts), falseOverStandIns }));
console.log([...contradicted].join('\n'));
if (values.differences) writeFileSync(values.differences, differences.map(describe).join(''));
if (values.report) writeReport();

/** Holds the examples for one server against the check, and asks the engine about those that it calls wrong. */
async function measure(year: string): Promise<Counts> {
  const platform = `windows-server-${year}` as PowerShellPlatform;
  await load(platform);
  const pages = readCommandPages(docs, `docset/winserver${year}-ps`);
  const examples = new Set(pages.flatMap(({ text }) => examplesOfPage(text).map((one) => one.text)));
  const count: Counts = { examples: examples.size, refused: 0, unreadable: 0, against: 0 };
  for (const text of examples) {
    const code = sliceOf(createSourceFile('example', text));
    const { diagnostics, commands } = engine.checkScript(code, platform);
    if (!diagnostics.some((one) => one.severity === 'error' && isTelling(one))) continue;
    count.refused += 1;
    const verdict = await ask(judge, { id: '', platform, text });
    if (!verdict.parses) count.unreadable += 1;
    const open = evidenceOf(text, platform, engine, catalogue).filter((one) => one.isError && !one.isWrong);
    if (verdict.parses && open.length > 0) {
      count.against += 1;
      for (const { command, fact } of open) contradicted.add(`${year} ${command} ${fact}`);
    }
    const setsKnown = areSetsKnown(commands, catalogue, platform);
    const agreement = agreementOf(diagnostics, verdict, text, setsKnown);
    if (agreement === 'false error' || agreement === 'other reason')
      differences.push({ agreement, platform, broken: 'documentation', text, verdict, diagnostics });
  }
  return count;
}

function describe({ agreement, text, verdict, diagnostics }: Difference): string {
  const own = diagnostics.filter(({ severity }) => severity === 'error');
  return `${agreement}\n${text}\n  engine: ${verdict.errors.map(({ id, line }) => `${id}@${line}`).join(' ')}\n  ours: ${own.map(({ rule, message }) => `${rule} ${message}`).join(' | ')}\n\n`;
}

function writeReport(): void {
  const report = {
    title: 'Examples of Microsoft’s documentation',
    date: new Date().toISOString().slice(0, 10),
    engine: judge.version,
    method:
      'The PowerShell blocks under “Examples” (marked as such, or showing a prompt) on the pages for Windows Server 2016, 2019, 2022 and ' +
      `2025 of MicrosoftDocs/windows-powershell-docs at ${commit.slice(0, 12)}, each once for a server, without prompts and output. An ` +
      'example that the check calls wrong was put to PowerShell’s own parser. Where that can read it, it counts against the fact by which ' +
      'it was called wrong, unless somebody has looked at it and found it wrong. These texts were not met blind: what the examples ' +
      'contradict is contested, and calls nothing wrong any more. Over stand-ins, which are made from the same facts, ' +
      'the engine’s binder was asked as well.',
    figures: [
      { name: 'Examples', value: total('examples'), of: null, required: 'several thousand' },
      { name: 'Called wrong by the check', value: total('refused'), of: total('examples'), required: null },
      {
        name: 'Of these, PowerShell’s parser cannot read',
        value: total('unreadable'),
        of: total('refused'),
        required: null,
      },
      ...[...counts].map(([year, { examples, against }]) => ({
        name: `Called wrong for Windows Server ${year}, and nobody found the example wrong`,
        value: against,
        of: examples,
        required: 'at most 0.1 %',
      })),
      {
        name: 'Called wrong, and right to PowerShell’s binder over stand-ins',
        value: falseOverStandIns,
        of: total('examples'),
        required: null,
      },
    ],
    causes: causesOf(differences),
  };
  writeFileSync(
    join(projectRoot, 'src/content/accuracy/powershell-examples.json'),
    `${JSON.stringify(report, null, 2)}\n`,
  );
}
