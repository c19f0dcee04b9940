import { resolve } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { LedgerBase } from '../lib/ledger/chain.ts';
import { checkRecorded, subjectsOf } from '../workspace/check-ledger.ts';
import type { ContentFiles } from '../workspace/content.ts';
import { listContent } from '../workspace/content.ts';
import { readLedger } from '../workspace/ledger.ts';
import { ledgerBaseOf, ledgerBases } from '../workspace/ledger-bases.ts';
import { contentFolder } from '../workspace/paths.ts';
import { today } from '../workspace/today.ts';
import type { TargetReport } from './check-targets.ts';
import { UsageError } from './usage.ts';

/**
 * Holds posts to what was recorded of them: all of the content with the ledger itself, or the named ones that are part of it. `files`: all
 * of the content, where all of it was checked.
 */
export function checkAgainstLedger(
  reports: readonly TargetReport[],
  files: ContentFiles | undefined,
  base: string | undefined,
): readonly Diagnostic[] {
  const posts = reports.flatMap(({ target, file, recorded }) => {
    const isContent = target && resolve(target.path).startsWith(contentFolder);
    return recorded && isContent ? [{ ...recorded, file }] : [];
  });
  if (!files && posts.length === 0) return [];
  const content = files ?? listContent();
  const ledger = readLedger(content.ledger);
  const found = checkRecorded(subjectsOf(posts, today(), content), ledger, files ? basesOf(base) : []);
  if (files) return found;
  const named = new Set(posts.map(({ file }) => file.path));
  return found.filter(({ file }) => named.has(file));
}

function basesOf(name: string | undefined): readonly LedgerBase[] {
  if (name === undefined) return ledgerBases();
  const base = ledgerBaseOf(name);
  if (!base) throw new UsageError(`git knows no commit “${name}” here.`);
  return [base];
}
