import type { ChildProcess } from 'node:child_process';
import { fork, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { RecordedProject } from '../../tools/silent-changes/project.ts';
import { createRecordedProject } from '../../tools/silent-changes/project.ts';
import type { HostedCommand, HostedOutcome } from './command-host.ts';
import type { Outcome } from './run-cli.ts';
import { labworks } from './run-cli.ts';

/** A project with a ledger, and its command line. */
export interface CorrectedProject extends RecordedProject {
  labworks(...args: readonly string[]): Outcome;
  /** The same command line in a process that is there already, which is many times faster. */
  hosted(args: readonly string[], options?: Omit<HostedCommand, 'args'>): Promise<HostedOutcome>;
  git(...args: readonly string[]): string;
  /** The content as it is now, by paths from its folder. */
  files(): ReadonlyMap<string, string>;
  /** What of the content is otherwise than it was when it was committed: its paths, with a sign as git has it. */
  changed(): readonly string[];
  /** Puts the content back as it was committed. */
  reset(): void;
}

/** In a folder that is removed when the tests of the file are over. */
export function recordedProject(): CorrectedProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'labworks-recorded-')));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const content = join(root, 'src/content');
  const git = (...args: readonly string[]) => {
    const author = ['-c', 'user.name=A', '-c', 'user.email=a@blog.example', '-c', 'commit.gpgsign=false'];
    const { status, stdout, stderr } = spawnSync('git', [...author, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stdout}${stderr}`);
    return stdout;
  };
  return {
    ...createRecordedProject(root),
    labworks: (...args) => labworks(args, '', root, {}, root),
    hosted: commandHost(root),
    git,
    files: () =>
      new Map(
        readdirSync(content, { recursive: true, withFileTypes: true })
          .filter((file) => file.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .map((path) => [path.slice(content.length + 1), readFileSync(path, 'latin1')] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    changed: () =>
      git('status', '--porcelain', '--untracked-files=all', '--', 'src/content')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.replace('src/content/', '')),
    reset: () => {
      git('checkout', '--quiet', '--', 'src/content', 'public/bundles');
      git('clean', '--quiet', '--force', '-d', '--', 'src/content', 'public/bundles');
    },
  };
}

/** Started with the first command, and ended with the tests of the file. */
function commandHost(root: string): CorrectedProject['hosted'] {
  let host: ChildProcess | undefined;
  afterAll(() => void host?.kill());
  return (args, options) => {
    host ??= fork(join(import.meta.dirname, 'command-host.ts'), [root], {
      cwd: root,
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    const { promise, resolve, reject } = Promise.withResolvers<HostedOutcome>();
    const onExit = () => reject(new Error('The host of the commands has ended.'));
    host.once('exit', onExit);
    host.once('message', (outcome) => {
      host?.off('exit', onExit);
      resolve(outcome as HostedOutcome);
    });
    host.send({ args, ...options });
    return promise;
  };
}
