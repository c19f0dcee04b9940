import type { Corpus, CorpusGuide } from '../../lib/check/corpus.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import type { Engine } from '../../lib/engine.ts';
import { byFile } from '../check-content.ts';

type FoundByFile = ReadonlyMap<string, readonly Diagnostic[]>;

/**
 * What only the posts together tell, remembered: an edit that changes nothing which others can name, in a post of which nothing of the kind
 * is told, leaves it as it was. With a thousand posts the whole takes longer than the post.
 */
export function createAcrossPosts(engine: Pick<Engine, 'checkCorpus'>): (corpus: Corpus) => FoundByFile {
  let last:
    { readonly corpus: Corpus; readonly found: FoundByFile; readonly named: ReadonlySet<string> } | undefined;
  return (corpus) => {
    const isSame =
      last !== undefined &&
      isAround(last.corpus, corpus) &&
      last.corpus.guides.length === corpus.guides.length &&
      corpus.guides.every((guide, index) => isAsBefore(guide, last!.corpus.guides[index]!, last!.named));
    const found = isSame ? last!.found : byFile(engine.checkCorpus(corpus));
    last = { corpus, found, named: isSame ? last!.named : filesIn(found) };
    return found;
  };
}

/** All that are told something, or that something which is told leads to. */
function filesIn(found: FoundByFile): ReadonlySet<string> {
  const all = [...found.values()].flat();
  return new Set(all.flatMap(({ file, related = [] }) => [file, ...related.map((place) => place.file)]));
}

function isAsBefore(guide: CorpusGuide, before: CorpusGuide, named: ReadonlySet<string>): boolean {
  if (guide === before) return true;
  return (
    guide.file.path === before.file.path &&
    !named.has(guide.file.path) &&
    JSON.stringify(substanceOf(guide)) === JSON.stringify(substanceOf(before))
  );
}

/** What a post says that others, or the site, have to do with; wherever in it that stands. */
function substanceOf({ data, references, passages, links, anchors }: CorpusGuide): unknown {
  return [
    data,
    references.map(({ range: _range, ...reference }) => reference),
    passages.map(({ range: _range, ...passage }) => passage),
    links.map(({ url }) => url),
    anchors,
  ];
}

/** Whether all is the same but the posts. */
function isAround(before: Corpus, now: Corpus): boolean {
  const labs = [...now.labs];
  return (
    (['figures', 'pictures', 'today', 'revisions', 'site', 'published'] as const).every(
      (key) => before[key] === now[key],
    ) &&
    before.labs.size === labs.length &&
    labs.every(([id, lab]) => before.labs.get(id) === lab) &&
    [...before.comparisons].join() === [...now.comparisons].join()
  );
}
