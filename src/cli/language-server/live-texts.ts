import { mtimeKey } from '../../workspace/mtime-key.ts';
import { readText } from '../../workspace/text-file.ts';
import type { ReadText } from '../../workspace/workspace.ts';

/** Texts as an editor has them, saved or not, over those that lie on the disk. Paths are absolute. */
export interface LiveTexts {
  /** The newest text of a file; undefined where it cannot be read. */
  readonly read: ReadText;
  readonly open: ReadonlyMap<string, string>;
  set(path: string, text: string): void;
  close(path: string): void;
  /** Something has happened on the disk: each file is asked again whether it is as it was. */
  refresh(): void;
}

interface DiskText {
  readonly key: string | undefined;
  readonly text: string | undefined;
  /** Of the refresh that it was last asked after. */
  asked: number;
}

export function createLiveTexts(): LiveTexts {
  const open = new Map<string, string>();
  const disk = new Map<string, DiskText>();
  let refreshes = 0;
  const fromDisk = (path: string): string | undefined => {
    const known = disk.get(path);
    if (known?.asked === refreshes) return known.text;
    const key = mtimeKey(path);
    if (known && known.key === key) {
      known.asked = refreshes;
      return known.text;
    }
    const found = key === undefined ? undefined : readText(path);
    const text = found && !('problem' in found) ? found.text : undefined;
    disk.set(path, { key, text, asked: refreshes });
    return text;
  };
  return {
    open,
    read: (path) => open.get(path) ?? fromDisk(path),
    set: (path, text) => open.set(path, text),
    close: (path) => open.delete(path),
    refresh: () => {
      refreshes += 1;
      for (const [path, { asked }] of disk) if (asked < refreshes - 1) disk.delete(path);
    },
  };
}
