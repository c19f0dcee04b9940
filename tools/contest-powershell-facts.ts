// Finds facts about PowerShell's commands that the documentation's own examples contradict, and writes them down as contested: by them
// nothing is called wrong.
//
//   node tools/run.mjs tools/contest-powershell-facts.ts --docs DOCS [--dry]
//
// DOCS is a clone, which may be bare, of MicrosoftDocs/windows-powershell-docs. What a page describes among its parameters counts, what
// its syntax puts together, and its examples. An example counts against a fact unless it is known to be
// wrong (`measure-guides/wrong-examples.ts`), or its parameter is nearly the name of one that the command has. What is contested already
// stays so: to begin anew, the list is emptied first.
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { contestedFacts, createCatalogue, createEngine, parsePowerShell } from '../src/lib/engine.ts';
import type { PowerShellPlatform } from '../src/lib/dialects/powershell/platforms.ts';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { projectRoot } from '../src/workspace/paths.ts';
import { evidenceOf } from './measure-guides/example-evidence.ts';
import { callsOfSyntax, describedParameters, examplesOfPage } from './measure-guides/page-examples.ts';
import { headCommit, readCommandPages } from './measure-guides/read-pages.ts';

const { values } = parseArgs({
  options: { docs: { type: 'string' }, dry: { type: 'boolean', default: false } },
});
if (!values.docs) {
  console.error('usage: contest-powershell-facts.ts --docs DIR [--dry]');
  process.exit(2);
}
const source = loadCatalogue();
const catalogue = createCatalogue(source);
const engine = createEngine({ catalogue: source });
const contested = new Map(
  Object.entries(contestedFacts).map(([command, facts]) => [command, new Set(facts.split(' '))]),
);
for (const year of ['2016', '2019', '2022', '2025']) {
  const platform = `windows-server-${year}` as PowerShellPlatform;
  for (const { path, text } of readCommandPages(values.docs, `docset/winserver${year}-ps`)) {
    // What a page describes is no less there than what its examples use, even where its syntax has forgotten it.
    const command = basename(path, '.md');
    for (const name of describedParameters(text))
      contest(`${command} -${name} $value`, platform, (fact) => fact === `-${name}`);
    // The sets of a page are what it says of which parameters go together.
    for (const call of callsOfSyntax(text)) contest(call, platform, (fact) => fact.startsWith('*'));
    for (const example of examplesOfPage(text))
      // What cannot be read is no evidence of what would bind.
      if (!isUnreadable(example.text)) contest(example.text, platform);
  }
}
const sorted = [...contested].sort(([a], [b]) => (a < b ? -1 : 1));
const lines = sorted.map(([command, facts]) => `'${command}': '${[...facts].sort().join(' ')}',`);
if (!values.dry) {
  const path = join(projectRoot, 'src/lib/dialects/powershell/catalogue/overrides/contested-facts.ts');
  const head =
    '/**\n * Facts that the documentation’s own examples contradict, by command: `!Name`, mandatory by its syntax, is left out; `-Name`, not in its\n' +
    ' * syntax, is used; `=Name` is given a value that it does not take; `*Name` stands with parameters of other sets; `*`: several sets fit; `+`: a\n * value too many stands there; `&Name` is given twice, one time by a beginning of its name.\n' +
    ` * Source: the examples of MicrosoftDocs/windows-powershell-docs at ${headCommit(values.docs).slice(0, 12)}, read by \`tools/contest-powershell-facts.ts\`.\n */\n`;
  const code = `${head}export const contestedFacts: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`;
  writeFileSync(path, await format(code, { parser: 'typescript', printWidth: 110, singleQuote: true }));
}
console.log(`${sorted.length} commands, ${sorted.reduce((sum, [, facts]) => sum + facts.size, 0)} facts`);

function isUnreadable(text: string): boolean {
  return parsePowerShell(text).problems.length > 0;
}

/** Each binding that an example is refused for contests the facts that this stands on; `wanted`: of these, such alone. */
function contest(text: string, platform: PowerShellPlatform, wanted?: (fact: string) => boolean): void {
  for (const { command, fact, canBeContested, isWrong } of evidenceOf(text, platform, engine, catalogue)) {
    if (!canBeContested || (wanted ? !wanted(fact) : isWrong)) continue;
    if (values.dry) console.log(`${platform}: ${command} ${fact}`);
    contested.set(command, (contested.get(command) ?? new Set()).add(fact));
  }
}
