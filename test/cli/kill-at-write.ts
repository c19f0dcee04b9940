// Loaded before a command: kills it at the n-th change of the content that it makes, in the middle of it where it has one. `KILL_AT`
// is n; what was changed before is counted in the file that `KILL_LOG` names.
import fs, { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_AT: at, KILL_LOG: log } = process.env;
let left = Number(at);
const append = appendFileSync;
const changing = ['mkdirSync', 'openSync', 'writeFileSync', 'renameSync', 'rmSync', 'unlinkSync'] as const;
for (const name of changing) {
  const own = fs[name] as (...args: unknown[]) => unknown;
  const killed = (...args: unknown[]): unknown => {
    const isContent = String(args[0]).replaceAll('\\', '/').includes('/src/content/');
    if (!isContent || (name === 'openSync' && args[1] === 'r')) return own(...args);
    if (log !== undefined) append(log, `${name}\n`);
    if (--left !== 0) return own(...args);
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
