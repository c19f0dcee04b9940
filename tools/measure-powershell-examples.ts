// Holds the check of PowerShell commands against the examples of Microsoft's documentation: what it calls an error there should be
// one to PowerShell's own engine too.
//
//   git clone https://github.com/MicrosoftDocs/windows-powershell-docs DOCS
//   node tools/run.mjs tools/measure-powershell-examples.ts --docs DOCS [--report] [--differences FILE]
//
// Needs git, and a .NET SDK 10. DOCS may be bare; nothing of it is kept but counts and the lines of what differs.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue, projectRoot } from '../src/cli/files.ts';
import type { PlatformId } from '../src/lib/dialect/platform.ts';
import { createCatalogue } from '../src/lib/dialect/powershell/catalogue.ts';
import { layoutOf } from '../src/lib/dialect/powershell/set-layout.ts';
import { createEngine } from '../src/lib/engine.ts';
import { sliceOf } from '../src/lib/source/slice.ts';
import { createSourceFile } from '../src/lib/source/source-file.ts';
import { agreementOf, isTelling } from '../test/powershell-engine/agreement.ts';
import { startEngine } from '../test/powershell-engine/engine.ts';
import { standInLoader } from '../test/powershell-engine/load-stand-ins.ts';
import { ask } from '../test/powershell-engine/records.ts';
import type { Difference } from './accuracy-causes.ts';
import { causesOf } from './accuracy-causes.ts';

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
const platform: PlatformId = 'windows-server-2022';
const folder = 'docset/winserver2022-ps';
const source = loadCatalogue();
const catalogue = createCatalogue(source);
const engine = createEngine({ catalogue: source });
const commit = git(['rev-parse', 'HEAD']).trim();
const examples = readExamples();
const differences: Difference[] = [];
let refused = 0;
const judge = await startEngine();
await standInLoader(judge)(platform);
for (const text of examples) {
  const { diagnostics, commands } = engine.checkScript(sliceOf(createSourceFile('example', text)), platform);
  if (!diagnostics.some((one) => one.severity === 'error' && isTelling(one))) continue;
  refused += 1;
  const verdict = await ask(judge, { id: '', platform, text });
  const defaultSetKnown = commands.every(({ name }) => {
    const command = catalogue.command(name, platform);
    return !command || !layoutOf(command).defaultUnknown;
  });
  const agreement = agreementOf(diagnostics, verdict, defaultSetKnown);
  if (agreement === 'false error')
    differences.push({ agreement, platform, broken: 'documentation', text, verdict, diagnostics });
}
await judge.stop();
console.log(JSON.stringify({ commit, examples: examples.length, refused, false: differences.length }));
if (values.differences) writeFileSync(values.differences, differences.map(describe).join(''));
if (values.report) writeReport();

/** The commands of each block that is marked as PowerShell among a page's examples, without prompts and what they print. */
function readExamples(): readonly string[] {
  const found = new Set<string>();
  const paths = git(['ls-tree', '-r', '--name-only', 'HEAD', folder])
    .split('\n')
    .filter((path) => /\/[A-Z]\w+-\w+\.md$/.test(path));
  for (const path of paths) {
    const page = git(['show', `HEAD:${path}`]);
    const part = /^## EXAMPLES\s*$([\s\S]*?)^## /m.exec(page)?.[1] ?? '';
    for (const [, block = ''] of part.matchAll(/^```(?:powershell|PowerShell)[^\n]*\n([\s\S]*?)^```/gm)) {
      const text = commandsOf(block.replaceAll('\r', ''));
      if (text !== undefined) found.add(text);
    }
  }
  return [...found];
}

/** What stands after prompts, with the lines that go on after it; the whole block where there is no prompt. */
function commandsOf(block: string): string | undefined {
  const prompt = /^\s*PS [A-Za-z]+:[^>\n]*>+ ?/;
  const lines = block.trimEnd().split('\n');
  if (!lines.some((line) => prompt.test(line))) return block.trim() === '' ? undefined : block.trimEnd();
  const kept: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (prompt.test(line)) kept.push(line.replace(prompt, ''));
    else if (/^>> ?/.test(line)) kept.push(line.replace(/^>> ?/, ''));
    else if (isOpen) kept.push(line);
    isOpen = /[`|,{(]\s*$/.test(kept.at(-1) ?? '') && (isOpen || prompt.test(line) || /^>>/.test(line));
  }
  const text = kept.join('\n').trimEnd();
  return text === '' ? undefined : text;
}

function git(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', docs, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`git ${args[0]!}: ${stderr}`);
  return stdout;
}

function describe({ text, diagnostics }: Difference): string {
  const own = diagnostics.filter(({ severity }) => severity === 'error');
  return `${text}\n  ours: ${own.map(({ rule, message }) => `${rule} ${message}`).join(' | ')}\n\n`;
}

function writeReport(): void {
  const report = {
    title: 'Examples of Microsoft’s documentation',
    date: new Date().toISOString().slice(0, 10),
    engine: judge.version,
    method:
      `The PowerShell blocks under “Examples” on the pages for Windows Server 2022 of MicrosoftDocs/windows-powershell-docs at ` +
      `${commit.slice(0, 12)}, each once, without prompts and output. Where the check reports an error, PowerShell’s own engine was ` +
      'asked over stand-ins for the commands; an error that it does not have counts as false.',
    figures: [
      { name: 'Examples', value: examples.length, of: null, required: 'several thousand' },
      { name: 'Called wrong by the check', value: refused, of: examples.length, required: null },
      {
        name: 'Called wrong, and right to PowerShell',
        value: differences.length,
        of: examples.length,
        required: 'at most 0.5 %',
      },
    ],
    causes: causesOf(differences),
  };
  writeFileSync(
    join(projectRoot, 'src/content/accuracy/powershell-examples.json'),
    `${JSON.stringify(report, null, 2)}\n`,
  );
}
