import type { LedgerBase } from '../lib/ledger/chain.ts';
import type { GitState } from './git.ts';
import { filesInGit, sharedState, stateOf } from './git.ts';
import { contentName, projectRoot } from './paths.ts';

const folder = `${contentName}/ledger`;

/** What git says was there, in the state that others have; none without git, or without a commit. */
export function ledgerBases(root = projectRoot): readonly LedgerBase[] {
  const base = baseAt(sharedState(root), root);
  return base ? [base] : [];
}

/** What has branched off from a commit that the user names; undefined where git does not know it. */
export function ledgerBaseOf(name: string, root = projectRoot): LedgerBase | undefined {
  return baseAt(stateOf(name, root), root);
}

function baseAt(state: GitState, root: string): LedgerBase | undefined {
  const listed = filesInGit(root, state, folder);
  if (!listed) return undefined;
  const entries = listed.filter((path) => path.endsWith('.json'));
  return {
    name: state.name,
    entries: new Set(entries.map((path) => path.slice(contentName.length + 1))),
  };
}
