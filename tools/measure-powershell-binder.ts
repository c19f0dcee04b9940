// Holds the check of PowerShell commands against PowerShell's own binder, on lines made from the catalogue.
//
//   node tools/run.mjs tools/measure-powershell-binder.ts [--lines 24000] [--seed 1] [--platform P] [--report FILE] [--differences FILE]
//
// Needs a .NET SDK 10. The report is what the site's accuracy page shows; the differences are for whoever mends them.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../src/cli/files.ts';
import { windowsServers } from '../src/lib/dialect/platform.ts';
import { createEngine } from '../src/lib/engine.ts';
import { sliceOf } from '../src/lib/source/slice.ts';
import { createSourceFile } from '../src/lib/source/source-file.ts';
import type { Agreement } from '../test/powershell-engine/agreement.ts';
import { agreementOf } from '../test/powershell-engine/agreement.ts';
import { startEngine } from '../test/powershell-engine/engine.ts';
import { makeLines } from '../test/powershell-engine/lines.ts';
import { ask } from '../test/powershell-engine/records.ts';
import { standInLoader } from '../test/powershell-engine/load-stand-ins.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '24000' },
    seed: { type: 'string', default: '1' },
    platform: { type: 'string' },
    report: { type: 'string' },
    differences: { type: 'string' },
  },
});
const asked = windowsServers.filter((id) => values.platform === undefined || id === values.platform);
const each = Math.ceil(Number(values.lines) / asked.length);
const catalogue = loadCatalogue();
const engine = createEngine({ catalogue });
const judge = await startEngine();
const load = standInLoader(judge);
const count: Record<Agreement, number> = { same: 0, 'other reason': 0, 'false error': 0, missed: 0 };
const differences: string[] = [];
for (const platform of asked) {
  await load(platform);
  for (const { text, broken } of makeLines(catalogue, platform, each, Number(values.seed))) {
    const { diagnostics } = engine.checkScript(sliceOf(createSourceFile('line', text)), platform);
    const verdict = await ask(judge, { id: '', platform, text });
    const agreement = agreementOf(diagnostics, verdict);
    count[agreement] += 1;
    if (agreement === 'same') continue;
    differences.push(
      [
        `${agreement} | ${platform} | ${broken}`,
        `  ${text}`,
        `  engine: ${verdict.errors.map(({ id, column }) => `${id}@${column}`).join(' ') || 'binds'}`,
        `  ours:   ${diagnostics.map(({ rule, range, message }) => `${rule}@${range.start.column} ${message}`).join(' | ') || 'nothing'}`,
      ].join('\n'),
    );
  }
  console.log(platform, JSON.stringify(count));
}
await judge.stop();
if (values.differences) writeFileSync(values.differences, `${differences.join('\n')}\n`);
