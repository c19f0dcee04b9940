import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { CorpusGuide } from './corpus.ts';
import { sameAddress } from './findings.ts';

/** Proves that no post lies where a labwork's own page is: `labworks/2.mdx` would be `/labworks/2/`. */
export function checkPostAddresses(guides: readonly CorpusGuide[]): Diagnostic[] {
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
