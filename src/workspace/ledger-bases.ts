import { spawnSync } from 'node:child_process';
import type { LedgerBase } from '../lib/ledger/chain.ts';
import { contentName, projectRoot } from './paths.ts';

const folder = `${contentName}/ledger`;

/**
 * What git says was there: where the checkout has branched off from what others have (its upstream), else its last commit. Entries that are
 * not yet with others may be written anew. None without git, or without a commit.
 */
export function ledgerBases(root = projectRoot): readonly LedgerBase[] {
  const upstream = git(root, 'rev-parse', '--abbrev-ref', '--symbolic-full-name', '@{upstream}');
  const shared = upstream === undefined ? undefined : git(root, 'merge-base', 'HEAD', upstream);
  const base =
    upstream === undefined || shared === undefined
      ? baseAt('HEAD', 'HEAD', root)
      : baseAt(shared, upstream, root);
  return base ? [base] : [];
}

/** What has branched off from a commit that the user names; undefined where git does not know it. */
export function ledgerBaseOf(name: string, root = projectRoot): LedgerBase | undefined {
  // A shallow clone does not know what two commits have in common; what was at the one that is named then counts as a whole.
  return baseAt(git(root, 'merge-base', 'HEAD', name) ?? name, name, root);
}

function baseAt(commit: string, name: string, root: string): LedgerBase | undefined {
  const listed = git(
    root,
    'ls-tree',
    '-r',
    '--name-only',
    '-z',
    '--full-tree',
    commit,
    '--',
    ...inRepository(root),
  );
  if (listed === undefined) return undefined;
  const within = prefixOf(root) + contentName.length + 1;
  const entries = listed.split('\0').filter((path) => path.endsWith('.json'));
  return { name, entries: new Set(entries.map((path) => path.slice(within))) };
}

/** The project may be a folder of a repository. */
function inRepository(root: string): string[] {
  const prefix = git(root, 'rev-parse', '--show-prefix') ?? '';
  return [`${prefix}${folder}`];
}

function prefixOf(root: string): number {
  return (git(root, 'rev-parse', '--show-prefix') ?? '').length;
}

/** What git prints, without the line break at its end; undefined where it is not there or says no. */
function git(root: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', root, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
  });
  return status === 0 ? stdout.replace(/\n$/, '') : undefined;
}
