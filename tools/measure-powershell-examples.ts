// Holds the check of PowerShell commands against the examples of Microsoft's documentation: what it calls an error there should be
// one to PowerShell's own engine too.
//
//   git clone https://github.com/MicrosoftDocs/windows-powershell-docs DOCS
//   node tools/run.mjs tools/measure-powershell-examples.ts --docs DOCS [--report] [--differences FILE]
//
// Needs git, and a .NET SDK 10. DOCS may be bare; nothing of it is stored but counts and the lines of what differs.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { projectRoot } from '../src/workspace/paths.ts';
import type { PowerShellPlatform } from '../src/lib/dialects/powershell/platforms.ts';
import { createCatalogue, createEngine, createSourceFile, sliceOf } from '../src/lib/engine.ts';
import { agreementOf, areDefaultSetsKnown, isTelling } from '../test/powershell-engine/agreement.ts';
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
const prompt = /^\s*PS [A-Za-z]+:[^>\n]*>+ ?/m;
const platform: PowerShellPlatform = 'windows-server-2022';
const folder = 'docset/winserver2022-ps';
const source = loadCatalogue();
const catalogue = createCatalogue(source);
const engine = createEngine({ catalogue: source });
const commit = git(['rev-parse', 'HEAD']).trim();
const examples = readExamples();
const differences: Difference[] = [];
let refused = 0;
const countOf = (agreement: Difference['agreement']) =>
  differences.filter((one) => one.agreement === agreement).length;
const judge = await startEngine();
await standInLoader(judge)(platform);
for (const text of examples) {
  const { diagnostics, commands } = engine.checkScript(sliceOf(createSourceFile('example', text)), platform);
  if (!diagnostics.some((one) => one.severity === 'error' && isTelling(one))) continue;
  refused += 1;
  const verdict = await ask(judge, { id: '', platform, text });
  const defaultSetKnown = areDefaultSetsKnown(commands, catalogue, platform);
  const agreement = agreementOf(diagnostics, verdict, text, defaultSetKnown);
  if (agreement === 'false error' || agreement === 'other reason')
    differences.push({ agreement, platform, broken: 'documentation', text, verdict, diagnostics });
}
await judge.stop();
console.log(
  JSON.stringify({
    commit,
    examples: examples.length,
    refused,
    false: countOf('false error'),
    otherReason: countOf('other reason'),
  }),
);
if (values.differences) writeFileSync(values.differences, differences.map(describe).join(''));
if (values.report) writeReport();

/** The commands of each block that is marked as PowerShell among a page's examples, without prompts and what they print. */
function readExamples(): readonly string[] {
  const found = new Set<string>();
  const paths = git(['ls-tree', '-r', '--name-only', 'HEAD', folder])
    .split('\n')
    .filter((path) => /\/[A-Z]\w+-\w+\.md$/.test(path));
  // All pages in one go: each comes after a line with its size, in bytes.
  const pages = spawnSync('git', ['-C', docs, 'cat-file', '--batch'], {
    input: paths.map((path) => `HEAD:${path}\n`).join(''),
    maxBuffer: 2 ** 28,
  }).stdout;
  for (let at = 0; at < pages.length;) {
    const head = pages.indexOf('\n', at);
    const size = Number(pages.toString('utf8', at, head).split(' ')[2]);
    const page = pages.toString('utf8', head + 1, head + 1 + size).replaceAll('\r', '');
    at = head + size + 2;
    const part = /^## EXAMPLES\s*$([\s\S]*?)^## /m.exec(page)?.[1] ?? '';
    for (const [, language = '', block = ''] of part.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```/gm)) {
      // A block without a language may be output: it counts where it shows a prompt.
      if (!/^powershell$/i.test(language) && !(language === '' && prompt.test(block))) continue;
      const text = commandsOf(block);
      if (text !== undefined) found.add(text);
    }
  }
  return [...found];
}

/** What stands after prompts, with the lines that go on after it; the whole block where there is no prompt. */
function commandsOf(block: string): string | undefined {
  const lines = block.trimEnd().split('\n');
  if (!lines.some((line) => prompt.test(line))) return block.trim() === '' ? undefined : block.trimEnd();
  const code: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (prompt.test(line)) code.push(line.replace(prompt, ''));
    else if (/^>> ?/.test(line)) code.push(line.replace(/^>> ?/, ''));
    else if (isOpen) code.push(line);
    isOpen = /[`|,{(]\s*$/.test(code.at(-1) ?? '') && (isOpen || prompt.test(line) || /^>>/.test(line));
  }
  const text = code.join('\n').trimEnd();
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
      `The PowerShell blocks under “Examples” (marked as such, or showing a prompt) on the pages for Windows Server 2022 of MicrosoftDocs/windows-powershell-docs at ` +
      `${commit.slice(0, 12)}, each once, without prompts and output. Where the check reports an error, PowerShell’s own engine was ` +
      'asked over stand-ins for the commands; an error that it does not have counts as false.',
    figures: [
      { name: 'Examples', value: examples.length, of: null, required: 'several thousand' },
      { name: 'Called wrong by the check', value: refused, of: examples.length, required: null },
      {
        name: 'Called wrong, and right to PowerShell',
        value: countOf('false error'),
        of: examples.length,
        required: 'at most 0.5 %',
      },
      {
        name: 'Both call it wrong, for different reasons',
        value: countOf('other reason'),
        of: examples.length,
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
