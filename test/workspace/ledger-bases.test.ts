import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLedger } from '../../src/workspace/ledger.ts';
import { ledgerBaseOf, ledgerBases } from '../../src/workspace/ledger-bases.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const git = (cwd: string, ...args: readonly string[]) => {
  const { status, stderr, stdout } = spawnSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@blog.example', '-c', 'commit.gpgsign=false', ...args],
    { cwd, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
};

/** Commits entries of a project that is `within` the repository. */
function commit(folder: string, within: string, ...names: readonly string[]): void {
  writeFiles(
    join(folder, within),
    Object.fromEntries(names.map((name) => [`src/content/ledger/debug/x/${name}.json`, name])),
  );
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', names.join(' '));
}

function repository(within = ''): string {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main');
  if (within !== '') mkdirSync(join(folder, within), { recursive: true });
  return folder;
}

const seen = (root: string) => ledgerBases(root).map(({ name, entries }) => [name, ...[...entries].sort()]);
const entry = (name: string) => `ledger/debug/x/${name}.json`;

describe('what git knows of the ledger', () => {
  it('is nothing without git, and without a commit', () => {
    expect(ledgerBases(temporaryFolder())).toEqual([]);
    expect(ledgerBases(repository())).toEqual([]);
  });

  it('is what the last commit has, where there is no upstream', () => {
    const folder = repository();
    commit(folder, '', '1-a');
    commit(folder, '', '2-b');
    expect(seen(folder)).toEqual([['HEAD', entry('1-a'), entry('2-b')]]);
  });

  it('is the same of a project in a folder of the repository, of any name', () => {
    const folder = repository('the blög');
    commit(folder, 'the blög', '1-a');
    commit(folder, '', '1-other');
    expect(seen(join(folder, 'the blög'))).toEqual([['HEAD', entry('1-a')]]);
  });

  it('is where the branch has left its upstream, in a whole clone, after a rebase and in a shallow one', () => {
    const origin = repository();
    commit(origin, '', '1-a');
    const clone = temporaryFolder();
    git(clone, 'clone', '--quiet', origin, 'here');
    const here = join(clone, 'here');
    commit(here, '', '2-mine');
    expect(seen(here)).toEqual([['origin/main', entry('1-a')]]);
    commit(origin, '', '2-theirs');
    git(here, 'fetch', '--quiet');
    // What others have got since is not part of this branch yet.
    expect(seen(here)).toEqual([['origin/main', entry('1-a')]]);
    git(here, 'rebase', '--quiet', 'origin/main');
    expect(seen(here)).toEqual([['origin/main', entry('1-a'), entry('2-theirs')]]);
    git(clone, 'clone', '--quiet', '--depth', '1', `file://${origin}`, 'shallow');
    const shallow = join(clone, 'shallow');
    expect(seen(shallow)).toEqual([['origin/main', entry('1-a'), entry('2-theirs')]]);
    commit(shallow, '', '3-mine');
    expect(seen(shallow)).toEqual([['origin/main', entry('1-a'), entry('2-theirs')]]);
  });

  it('is what a commit has that somebody names, and nothing where git does not know it', () => {
    const folder = repository();
    commit(folder, '', '1-a');
    const first = git(folder, 'rev-parse', 'HEAD');
    commit(folder, '', '2-b');
    expect([...ledgerBaseOf(first, folder)!.entries]).toEqual([entry('1-a')]);
    expect(ledgerBaseOf('nowhere', folder)).toBeUndefined();
    expect(ledgerBaseOf('--all', folder)).toBeUndefined();
  });
});

describe('an entry of the ledger', () => {
  it('is not read where it is longer than any can be', () => {
    const folder = temporaryFolder();
    const deep = `${'['.repeat(2_000_001)}${']'.repeat(2_000_001)}`;
    writeFiles(folder, { 'deep.json': deep });
    const { entries, diagnostics } = readLedger([join(folder, 'deep.json')]);
    expect(entries.size).toBe(0);
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      ['ledger/entry', expect.stringContaining('more than 4000000 characters')],
    ]);
  });
});
