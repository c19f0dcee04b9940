import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeInField } from '../guide/field-ranges.ts';
import { addressOfAlias } from '../guide/aliases.ts';
import type { Corpus } from './corpus.ts';
import { sameAddress } from './findings.ts';
import { addressesOf } from './site-addresses.ts';

/**
 * Proves that the old addresses of posts are free: no page lies there, and no other post had it. Capitals do not count: some disks do not
 * know them.
 */
export function checkAliases(corpus: Corpus): Diagnostic[] {
  const { guides, site } = corpus;
  if (guides.every(({ data }) => !data || data.aliases.length === 0)) return [];
  const { pages, unpublished } = addressesOf(corpus, site?.addresses ?? new Set());
  const taken = new Map([...pages.keys(), ...unpublished.keys()].map((path) => [plain(path), path]));
  const first = new Map<string, string>();
  return guides.flatMap((guide) =>
    (guide.data?.aliases ?? []).flatMap((written, index): Diagnostic[] => {
      const key = plain(addressOfAlias(written));
      const page = taken.get(key);
      const other = first.get(key);
      first.set(key, other ?? guide.file.path);
      if (page === undefined && other === undefined) return [];
      const message =
        page === undefined
          ? `${written} is an old address of ${other === guide.file.path ? 'this post' : other!} already.`
          : `There is a page at ${page}, which readers would not see any more.`;
      const hint = 'Remove it here, or choose the address that the post really had.';
      return [sameAddress(guide.file, rangeInField(guide, `aliases.${index}`, written), message, hint)];
    }),
  );
}

function plain(path: string): string {
  return path.toLowerCase().replace(/\/$/, '');
}
