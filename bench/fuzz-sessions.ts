// Tries to break the switch model: made-up sessions with slips, typed line by line.
//
//   node tools/run.mjs bench/fuzz-sessions.ts [--sessions 100000] [--seed 1]
//
// Exit code 1: something threw, a line took longer than the limit, or a refused line changed the state.
import { parseArgs } from 'node:util';
import type { IosPlatform } from '../src/lib/dialects/ios/tables/table-format.ts';
import { allAnswer, executeLine, openConsole, renderShow, stateJson } from '../src/lib/engine.ts';
import { createChance } from '../test/chance.ts';
import { randomSession } from '../test/lib/models/switch/random-session.ts';

const { values } = parseArgs({
  options: { sessions: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const sessions = Number(values.sessions);
const chance = createChance(Number(values.seed));
const platforms: readonly IosPlatform[] = ['catalyst-2960s', 'sg300', 'generic-ios'];
/** Milliseconds that no line may take; on a busy machine the odd one waits for its turn. */
const limit = 1000;
/** Lines of a session. */
const length = 12;

let accepted = 0;
let refused = 0;
let other = 0;
let slowest = 0;
const faults: string[] = [];
const began = process.cpuUsage();
for (let index = 0; index < sessions && faults.length < 10; index++) {
  const platform = platforms[index % platforms.length]!;
  let console = openConsole(platform);
  for (const line of randomSession(chance, platform, length)) {
    // A state is a value that nobody changes; its text is compared now and then to prove that too.
    const proof = index % 50 === 0 ? JSON.stringify(stateJson(console)) : undefined;
    const start = performance.now();
    try {
      const typed = executeLine(line, console);
      if (typed.step.kind === 'refused' || typed.refused) {
        refused++;
        if (typed.console !== console)
          faults.push(`${platform}: the refused line changed the state: ${line}`);
      } else if (typed.command) accepted++;
      else other++;
      if (proof !== undefined && JSON.stringify(stateJson(console)) !== proof)
        faults.push(`${platform}: the state before was changed: ${line}`);
      console = typed.console;
    } catch (error) {
      faults.push(`${platform}: ${line}\n${String((error as Error).stack)}`);
    }
    const took = performance.now() - start;
    slowest = Math.max(slowest, took);
    if (took > limit) faults.push(`${platform}: ${took.toFixed(0)} ms: ${line}`);
  }
  if (index % 20 === 0) {
    for (const show of ['show running-config', 'show vlan brief', 'show interfaces status', 'show vlan'])
      renderShow(show.split(' '), console.state, allAnswer);
  }
}
const { user, system } = process.cpuUsage(began);
console.log(
  `${sessions} sessions, ${accepted + refused + other} lines in ${((user + system) / 1e6).toFixed(1)} s of processor time: ` +
    `${accepted} accepted, ${refused} refused, ${other} blank, comments or unknown; slowest line ${slowest.toFixed(0)} ms.`,
);
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
