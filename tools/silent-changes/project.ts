import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyProject, replaceContent } from '../copy-project.ts';
import { findNode } from '../run.mjs';

const fixture = join(import.meta.dirname, '../../test/fixtures/recorded');

/** A clone of the project with a content of its own, all of which is recorded, released and committed. */
export interface RecordedProject {
  readonly root: string;
  /** Reads and writes files by their paths from the content folder; `undefined` removes one. */
  read(path: string): string;
  bytes(path: string): Uint8Array;
  write(path: string, content: string | Uint8Array | undefined): void;
  /** Replaces the first `from` of a file, which must be there. */
  readonly replace: (path: string, from: string, to: string) => void;
  /** The entries of a subject, in the order of their numbers. */
  entriesOf(subject: string): readonly string[];
  /** Puts back all that was written since it was made. */
  restore(): void;
}

/** Makes the clone in an empty folder. */
export function createRecordedProject(root: string): RecordedProject {
  copyProject(root);
  replaceContent(root, fixture);
  const content = join(root, 'src/content');
  const run = (command: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  };
  run(findNode(), 'src/cli/main.ts', 'publish', '--all');
  run(findNode(), 'src/cli/main.ts', 'release', '51', '--yes');
  run('git', 'init', '--quiet', '--initial-branch=main');
  run('git', 'add', 'src/content', 'public/bundles');
  const author = ['-c', 'user.name=An author', '-c', 'user.email=author@blog.example'];
  run('git', ...author, 'commit', '--quiet', '--no-gpg-sign', '--message', 'Publish');
  const before = new Map<string, Uint8Array | undefined>();
  const write = (path: string, bytes: string | Uint8Array | undefined) => {
    const file = join(content, path);
    if (bytes === undefined) return rmSync(file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  const project: RecordedProject = {
    root,
    read: (path) => readFileSync(join(content, path), 'utf8'),
    bytes: (path) => readFileSync(join(content, path)),
    write: (path, bytes) => {
      if (!before.has(path)) before.set(path, bytesOf(join(content, path)));
      write(path, bytes);
    },
    replace: (path, from, to) => {
      const text = project.read(path);
      if (!text.includes(from)) throw new Error(`${path} does not have “${from}”`);
      project.write(
        path,
        text.replace(from, () => to),
      );
    },
    entriesOf: (subject) =>
      readdirSync(join(content, 'ledger', subject))
        .sort((a, b) => parseInt(a) - parseInt(b))
        .map((name) => `ledger/${subject}/${name}`),
    restore: () => {
      for (const [path, bytes] of before) write(path, bytes);
      before.clear();
    },
  };
  return project;
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
