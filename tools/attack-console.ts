// How a modelled switch over SSH stands up to peers that mean no good: `node tools/run.mjs tools/attack-console.ts [clients] [at once] [seed]`.
// The switch is a process of its own, whose memory is looked at; somebody asks it for the time all the while.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attackConsole } from './attack-console/attack.ts';

const [clients = 1000, atOnce = 50, seed = 1] = process.argv.slice(2).map(Number);
const root = join(import.meta.dirname, '..');
const args = ['console', '--platform', 'catalyst-2960s', '--listen', '127.0.0.1:0', '--password', 'lab'];
const server = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...args], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const port = await new Promise<number>((resolve, reject) => {
  let text = '';
  server.stdout.on('data', (data: Buffer) => {
    text = `${text}${data.toString()}`.slice(-10_000);
    const found = /ssh -p (\d+)/.exec(text);
    if (found) resolve(Number(found[1]));
  });
  server.once('exit', () => reject(new Error('the switch did not start')));
});
const begin = performance.now();
const report = await attackConsole({
  port,
  user: 'admin',
  password: 'lab',
  clients,
  atOnce,
  seed,
  patienceMs: 10_000,
});
const seconds = (performance.now() - begin) / 1000;
const waits = [...report.waits].sort((a, b) => a - b);
const at = (part: number) => `${waits[Math.floor((waits.length - 1) * part)]!.toFixed(0)} ms`;
console.log(
  [
    `${String(report.clients)} clients, ${String(atOnce)} at once, in ${seconds.toFixed(0)} s; ${String(report.satDown)} came to a prompt`,
    `sent ${String(report.bytesSent)} bytes, received ${String(report.bytesReceived)}`,
    `asked for the time ${String(waits.length)} times meanwhile: half of them within ${at(0.5)}, nine of ten within ${at(0.9)}, all within ${at(1)}`,
    `the switch is ${server.exitCode === null ? 'still there' : 'gone'}${memoryOf(server.pid)}`,
  ].join('\n'),
);
server.kill('SIGTERM');

/** The most that it ever had, where the system says so. */
function memoryOf(pid: number | undefined): string {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
    return found ? `, at most ${(Number(found[1]) / 1024).toFixed(0)} MiB` : '';
  } catch {
    return '';
  }
}
