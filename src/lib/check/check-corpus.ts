import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkDebugFile, checkPassage } from './check-corrections.ts';
import { checkLostAddresses } from './check-lost-addresses.ts';
import { checkLinks } from './check-links.ts';
import { checkReference, checkReferencesOfFields } from './check-references.ts';
import { checkRevisions } from './check-revisions.ts';
import { checkSeries } from './check-series.ts';
import { checkAliases } from './check-aliases.ts';
import { checkDates } from './check-dates.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPostAddresses } from './check-post-addresses.ts';
import { checkTags } from './check-tags.ts';
import { checkUnusedPictures } from './check-unused-pictures.ts';
import type { Corpus } from './corpus.ts';

/**
 * Proves that everything a post names or links to is there, that labworks have each part once, that corrections agree with their Debug File, and
 * that all that has an address has its own.
 */
export function checkCorpus(corpus: Corpus): Diagnostic[] {
  const ofPosts = corpus.guides.flatMap((guide) => [
    ...guide.references.flatMap((reference) => checkReference(reference, guide, corpus) ?? []),
    ...checkReferencesOfFields(guide, corpus),
    ...guide.passages.flatMap((passage) => checkPassage(passage, guide, corpus)),
    ...checkDebugFile(guide, corpus),
  ]);
  return [
    ...ofPosts,
    ...checkSeries(corpus.guides, corpus.today),
    ...checkNumbers(corpus.guides),
    ...checkTags(corpus.guides),
    ...checkPostAddresses(corpus.guides),
    ...checkAliases(corpus),
    ...checkLostAddresses(corpus),
    ...checkRevisions(corpus.guides),
    ...checkLinks(corpus),
    ...checkUnusedPictures(corpus),
    ...checkDates(corpus.guides, corpus.today),
  ];
}
