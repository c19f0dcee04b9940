import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { digestOf } from './digest.ts';
import { clearWay, makeFolder } from './write-file.ts';

// One at a time in a folder. Who wants the lock puts a file of its own name beside those of others, and has the lock where no other's
// owner lives; else it takes its file away and waits. So nothing is ever taken from a live owner: removing the file of one who is gone
// removes that file and no newer one, as no name is used twice. proper-lockfile, the library for this, does not look whether its
// owner lives, and loses its lock where a build keeps the process busy for ten seconds.

/** Who has the lock. */
export interface LockOwner {
  readonly pid: number;
  readonly since: Date;
}

export interface LockOptions {
  /** Called once for each owner that is waited for. */
  readonly onWait?: (owner: LockOwner) => void;
  /** Called where others took the lock for abandoned, because this process was stopped for minutes. */
  readonly onLost?: () => void;
  /** In milliseconds: the owner touches its file so often … */
  readonly heartbeat?: number;
  /** … and is taken for gone when it has not while somebody waited for so long: its process id is another's now, or of another machine. */
  readonly patience?: number;
}

/** What stands in the name of a lock's file, so that there is no moment in which it is there and says nothing. */
interface Claim extends LockOwner {
  readonly name: string;
  readonly machine: string;
}

/** When a file was touched last, and since when this process sees that it has not been. */
interface Silence {
  readonly mtime: number;
  readonly since: number;
}

/** Files of this process. */
const own = new Set<string>();

const machine = digestOf(hostname())
  .replace(/[^a-zA-Z0-9]/g, '')
  .slice(0, 8);

/** Waits until nobody else has the lock of the folder, and takes it; gives what releases it. It ends with the process in any case. */
export async function takeLock(
  folder: string,
  { onWait, onLost, heartbeat = 2000, patience = 30_000 }: LockOptions = {},
): Promise<() => void> {
  const name = `${process.pid}-${Date.now()}-${machine}-${randomBytes(6).toString('hex')}`;
  const path = join(folder, name);
  clearWay(path);
  makeFolder(folder);
  const silences = new Map<string, Silence>();
  const told = new Set<string>();
  own.add(name);
  for (;;) {
    writeFileSync(path, '');
    const owner = claimsIn(folder).find(
      (claim) => claim.name !== name && isHeld(folder, claim, silences, patience),
    );
    if (!owner) break;
    rmSync(path, { force: true });
    if (!told.has(owner.name)) onWait?.(owner);
    told.add(owner.name);
    // Two who began at the same moment must not go on doing so.
    await sleep(100 + Math.random() * 200);
  }
  const release = () => {
    clearInterval(beating);
    process.off('exit', release);
    own.delete(name);
    rmSync(path, { force: true });
  };
  const beating = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      release();
      onLost?.();
    }
  }, heartbeat);
  beating.unref();
  process.on('exit', release);
  return release;
}

/** The oldest first: who waits is younger than whom it waits for. */
function claimsIn(folder: string): Claim[] {
  const claims = readdirSync(folder).flatMap((name): Claim[] => {
    const [, pid, since, machine] = /^(\d+)-(\d+)-(\w+)-\w+$/.exec(name) ?? [];
    return machine === undefined ? [] : [{ name, pid: Number(pid), since: new Date(Number(since)), machine }];
  });
  return claims.sort((a, b) => a.since.getTime() - b.since.getTime());
}

/** False where the owner is gone; its file is then removed. */
function isHeld(folder: string, claim: Claim, silences: Map<string, Silence>, patience: number): boolean {
  const path = join(folder, claim.name);
  const mtime = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (mtime === undefined) return false;
  let silence = silences.get(claim.name);
  if (silence?.mtime !== mtime) silences.set(claim.name, (silence = { mtime, since: performance.now() }));
  const isSilent = performance.now() - silence.since > patience;
  if (!isSilent && (claim.machine !== machine || isAlive(claim))) return true;
  rmSync(path, { force: true });
  return false;
}

function isAlive({ pid, name }: Claim): boolean {
  // In a container every build may have the same process id.
  if (pid === process.pid) return own.has(name);
  try {
    // Signal 0 is none: it asks whether one could be sent.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
