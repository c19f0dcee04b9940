import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkDebugFile, checkPassage } from './check-corrections.ts';
import { checkReference, checkReferencesOfFields } from './check-references.ts';
import { checkOtherParts } from './check-series.ts';
import type { Corpus } from './corpus.ts';

/** Proves that everything a post names is there, that labworks have each part once, and that corrections agree with their Debug File. */
export function checkCorpus(corpus: Corpus): Diagnostic[] {
  return corpus.guides.flatMap((guide) => [
    ...guide.references.flatMap((reference) => checkReference(reference, guide, corpus) ?? []),
    ...checkReferencesOfFields(guide, corpus),
    ...checkOtherParts(guide, corpus),
    ...guide.passages.flatMap((passage) => checkPassage(passage, guide, corpus)),
    ...checkDebugFile(guide, corpus),
  ]);
}
