import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { CorpusGuide } from './corpus.ts';
import { sameAddress } from './findings.ts';

/**
 * Proves that no post lies where a labwork's own page is, as `labworks/2.mdx` would at `/labworks/2/`, and that what can be pointed at
 * on a post's page has an id of its own.
 */
export function checkPostAddresses(guides: readonly CorpusGuide[]): Diagnostic[] {
  return [...checkLabworkPages(guides), ...guides.flatMap(checkIds)];
}

function checkIds({ file, references, passages }: CorpusGuide): Diagnostic[] {
  const comparisons = references.filter(({ kind }) => kind === 'comparison');
  const ids = [
    ...comparisons.map(({ name, range }) => ({
      id: `comparison-${name}`,
      range,
      what: `comparison “${name}”`,
    })),
    ...passages.map(({ id, range }) => ({
      id: `correction-${id}`,
      range,
      what: `corrected passage “${id}”`,
    })),
  ];
  const seen = new Set<string>();
  return ids.flatMap(({ id, range, what }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `A ${what} is on this page already, at #${id}.`;
    return [sameAddress(file, range, message, `Show it once, and link to it: \`[…](#${id})\`.`)];
  });
}

function checkLabworkPages(guides: readonly CorpusGuide[]): Diagnostic[] {
  const pages = new Set(
    guides.flatMap(({ data }) => (data?.kind === 'labworks' ? [String(data.labwork)] : [])),
  );
  return guides.flatMap((guide) => {
    const { data, file } = guide;
    if (data?.kind !== 'labworks' || !pages.has(data.slug)) return [];
    const message = `The post has the address of labwork ${data.slug}, /labworks/${data.slug}/.`;
    const hint = `Name the file otherwise, for example labwork-${data.labwork}-part-${data.part}.mdx.`;
    return [sameAddress(file, rangeOfField(guide, 'labwork'), message, hint)];
  });
}
