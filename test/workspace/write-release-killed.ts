// Makes the release of a file of JSON in a folder, and is killed at its n-th change of the disk, in the middle of it where it has one.
import fs, { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [root, plan, at] = process.argv.slice(2) as [string, string, string];

let left = Number(at);
const changing = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'chmodSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
] as const;
for (const name of changing) {
  const own = fs[name] as (...args: unknown[]) => unknown;
  const killed = (...args: unknown[]): unknown => {
    if (--left > 0) return own(...args);
    if (name === 'writeFileSync') {
      const bytes = Buffer.from(args[1] as Uint8Array);
      own(args[0], bytes.subarray(0, bytes.length >> 1));
    }
    process.kill(process.pid, 'SIGKILL');
    return undefined;
  };
  Object.assign(fs, { [name]: killed });
}
syncBuiltinESMExports();

const { writeRelease } = await import('../../src/workspace/write-release.ts');
const { leftovers, files, status } = JSON.parse(readFileSync(plan, 'utf8')) as {
  leftovers: string[];
  files: { path: string; text: string }[];
  status: { path: string; text: string };
};
const bytesOf = ({ path, text }: { path: string; text: string }) => ({ path, bytes: Buffer.from(text) });
writeRelease({ leftovers, files: files.map(bytesOf), status: bytesOf(status) }, root);
