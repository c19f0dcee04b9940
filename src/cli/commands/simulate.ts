import { parseArgs } from 'node:util';
import { simulationJson, simulationPretty } from '../views/simulation.ts';
import type { Shown, SimulationReport } from '../views/simulation.ts';
import type { ModeId } from '../../lib/dialects/ios/tables/table-format.ts';
import {
  allAnswer,
  createSourceFile,
  iosPlatforms,
  modeTitles,
  printShow,
  simulateScript,
  toPretty,
} from '../../lib/engine.ts';
import { scriptSlice } from '../check-targets.ts';
import { tooLong } from '../script-length.ts';
import { filesUnder } from '../../workspace/list-files.ts';
import { shownPath } from '../../workspace/paths.ts';
import { kindOfPath, readText } from '../../workspace/text-file.ts';
import type { Failure } from '../targets.ts';
import { choose } from '../choose.ts';
import { printError, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';

const modes = Object.keys(modeTitles) as ModeId[];

export const help = `npx labworks simulate FILE… --platform P [options]

Types each file into a switch fresh from the factory: what the switch makes of every line, its state after the last one, and what
it shows when asked. A folder stands for all .ios, .cfg and .txt files in it.

  --platform P     ${iosPlatforms.join(', ')}
  --as F           session: what somebody types at the prompt; config: a configuration file
                   (default: what the text reads as)
  --mode M         the mode of the first line: ${modes.join(', ')}
                   (default: priv-exec; config where the text begins with a command of it)
  --show COMMAND   print this at the end, as the switch would: "show vlan brief"; may be given more than once.
                   Every port is taken to be cabled, and every partner to answer
  --format F       pretty or json (default: pretty)

Exit codes: 0 the switch takes all lines (warnings do not count), 1 it refuses one, 2 a file could not be read or the tool failed.
`;

export function run(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      platform: { type: 'string' },
      as: { type: 'string' },
      mode: { type: 'string' },
      show: { type: 'string', multiple: true, default: [] },
      format: { type: 'string', default: 'pretty' },
    },
  });
  const format = choose('--format', values.format, ['pretty', 'json']);
  if (values.platform === undefined)
    throw new UsageError(`simulate needs --platform: one of ${iosPlatforms.join(', ')}.`);
  const platform = choose('--platform', values.platform, iosPlatforms);
  const as = values.as === undefined ? undefined : choose('--as', values.as, ['session', 'config'] as const);
  const mode = values.mode === undefined ? undefined : choose('--mode', values.mode, modes);
  if (positionals.length === 0) throw new UsageError('name at least one file to simulate.');

  const failures: Failure[] = [];
  const reports: SimulationReport[] = [];
  for (const path of pathsOf(positionals, failures)) {
    const read = readText(path);
    const problem = 'problem' in read ? read.problem : tooLong(read.text);
    if ('problem' in read || problem !== undefined) {
      failures.push({ shown: shownPath(path), problem: problem! });
      continue;
    }
    const file = createSourceFile(shownPath(path), read.text);
    const result = simulateScript(scriptSlice(file), { platform, as, mode });
    const shows = values.show.map((command): Shown => ({
      command,
      answer: printShow(command, result.console.state, allAnswer),
    }));
    reports.push({ file, result, shows });
  }
  for (const { shown, problem } of failures) printError(`${shown} cannot be simulated: ${problem}.`);
  if (format === 'json') stdout.write(simulationJson(reports));
  else {
    const { painter } = stdout;
    const sources = new Map(reports.map(({ file }) => [file.path, file]));
    for (const report of reports) {
      const diagnostics = report.result.lines.flatMap((line) => line.diagnostics);
      const problems = toPretty(diagnostics, sources, painter);
      stdout.print([simulationPretty(report, painter), problems].filter(Boolean).join('\n'));
    }
  }
  const refused = reports.some(({ result }) => result.lines.some(({ status }) => status === 'diagnostic'));
  return failures.length > 0 ? 2 : refused ? 1 : 0;
}

function pathsOf(words: readonly string[], failures: Failure[]): string[] {
  const paths = new Set<string>();
  for (const word of words) {
    const what = kindOfPath(word);
    if (what === 'file') paths.add(word);
    else if (what === 'folder') {
      const found = filesUnder(word, ['.ios', '.cfg', '.txt']);
      for (const path of found) paths.add(path);
      if (found.length === 0)
        failures.push({ shown: word, problem: 'no file in it is one of .ios, .cfg, .txt' });
    } else failures.push({ shown: word === '' ? '“”' : word, problem: what.problem });
  }
  return [...paths];
}
