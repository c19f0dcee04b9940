// Runs commands of a project one after another in this process, which loads them once: its folder is the argument, each message a command,
// each answer what came of it. A command may be killed at the n-th change of the content that it makes, in the middle of it where it has
// one: from there on nothing is changed any more, whatever its own code does to clean up, as after SIGKILL.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface HostedCommand {
  readonly args: readonly string[];
  /** From 1; where it is left out, nothing is killed. */
  readonly killAt?: number | undefined;
}

export interface HostedOutcome {
  /** Null where the command was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The changes of the content that were made or begun. */
  readonly changes: readonly string[];
}

class Killed extends Error {}

const root = process.argv[2]!;
let killAt = 0;
let isDead = false;
let changes: string[] = [];

const changing = [
  ...['mkdirSync', 'openSync', 'writeFileSync', 'renameSync', 'rmSync', 'unlinkSync', 'chmodSync'],
] as readonly ('mkdirSync' | 'openSync')[];
for (const name of changing) {
  const own = fs[name] as (...args: unknown[]) => unknown;
  const watched = (...args: unknown[]): unknown => {
    const path = String(args[0]).replaceAll('\\', '/');
    const isContent = path.includes('/src/content/') || path.includes('/public/bundles/');
    if (!isContent || (name === 'openSync' && args[1] === 'r')) return own(...args);
    if (isDead) throw new Killed();
    changes.push(`${name} ${path.slice(root.length + 1)}`);
    if (changes.length !== killAt) return own(...args);
    if ((name as string) === 'writeFileSync') {
      const bytes = Buffer.from(args[1] as Uint8Array);
      own(args[0], bytes.subarray(0, bytes.length >> 1));
    }
    isDead = true;
    throw new Killed();
  };
  Object.assign(fs, { [name]: watched });
}
syncBuiltinESMExports();

// What is recorded, checked and released needs nobody else's machine.
net.Socket.prototype.connect = () => {
  throw new Error('No command of a project asks the network.');
};
globalThis.fetch = () => Promise.reject(new Error('No command of a project asks the network.'));

const printed = { out: '', err: '' };
const keep = (side: keyof typeof printed) => (data: string | Uint8Array) => {
  printed[side] += Buffer.from(data as Uint8Array).toString();
  return true;
};
process.stdout.write = keep('out');
process.stderr.write = keep('err');

const { runCommandLine } = (await import(pathToFileURL(join(root, 'src/cli/command-line.ts')).href)) as {
  readonly runCommandLine: (args: string[]) => Promise<number>;
};

process.on('message', ({ args, killAt: at = 0 }: HostedCommand) => {
  Object.assign(printed, { out: '', err: '' });
  killAt = at;
  isDead = false;
  changes = [];
  void runCommandLine([...args]).then((code) => {
    const outcome: HostedOutcome = { code: isDead ? null : code, ...printed, changes };
    isDead = false;
    process.send!(outcome);
  });
});
