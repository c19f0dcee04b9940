import { spawnSync } from 'node:child_process';

// What git knows of this checkout. Where there is no git, or no repository, there is nothing to know: a project may be a copy.

/** A state of the project that is known to be good. */
export interface GitState {
  readonly commit: string;
  /** As a sentence names it: `HEAD`, `origin/main`. */
  readonly name: string;
}

/**
 * Where the checkout has branched off from what others have (its upstream), else its last commit. What is not yet with others may be
 * written anew.
 */
export function sharedState(root: string): GitState {
  const upstream = git(root, 'rev-parse', '--abbrev-ref', '--symbolic-full-name', '@{upstream}');
  const shared = upstream === undefined ? undefined : git(root, 'merge-base', 'HEAD', upstream);
  return upstream === undefined || shared === undefined
    ? { commit: 'HEAD', name: 'HEAD' }
    : { commit: shared, name: upstream };
}

/** What has branched off from a commit that the user names. */
export function stateOf(name: string, root: string): GitState {
  // A shallow clone does not know what two commits have in common; what was at the one that is named then counts as a whole.
  return { commit: git(root, 'merge-base', 'HEAD', name) ?? name, name };
}

/** The files below a folder of the project in a state, as paths from the project's root; undefined where git does not know the state. */
export function filesInGit(
  root: string,
  { commit }: GitState,
  folder: string,
): readonly string[] | undefined {
  // Both the folder and what is listed are from where git runs, be the project a folder of a repository.
  const listed = git(root, 'ls-tree', '-r', '--name-only', '-z', commit, '--', `${folder}/`);
  return listed?.split('\0').filter(Boolean);
}

/** The text of a file of the project in a state. */
export function textInGit(root: string, { commit }: GitState, path: string): string | undefined {
  return git(root, 'cat-file', 'blob', `${commit}:./${path}`);
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
