import { join } from 'node:path';
import { takeLock } from '../workspace/folder-lock.ts';
import { projectRoot } from '../workspace/paths.ts';
import { stderr } from './terminal.ts';

/** Of what writes revisions and releases, one is under way at a time. */
export const recordsLock = join(projectRoot, '.cache/records-lock');

/** Does work that reads what is recorded and adds to it, when nobody else does; who waits is told for whom. */
export async function asOneRecorder<T>(work: () => T | Promise<T>): Promise<T> {
  const end = await takeLock(recordsLock, {
    onWait({ pid, since }) {
      const time = since.toTimeString().slice(0, 8);
      stderr.print(
        `labworks: something is being recorded or released since ${time}, in process ${pid}; this one waits for it.\n`,
      );
    },
  });
  try {
    return await work();
  } finally {
    end();
  }
}
