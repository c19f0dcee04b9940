import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import { frontMatterProblem } from '../guide/read-front-matter.ts';
import { spellingOf, tagSlug } from '../guide/tag-slug.ts';
import type { CorpusGuide } from './corpus.ts';
import { sameAddress } from './findings.ts';

/** A tag where it was first seen. */
interface FirstTag {
  readonly name: string;
  readonly guide: CorpusGuide;
  readonly field: string;
}

/**
 * Proves that a post has each tag once, and that tags which are not the same have not the same address. Tags that differ in capitals
 * alone are one tag.
 */
export function checkTags(guides: readonly CorpusGuide[]): Diagnostic[] {
  const first = new Map<string, FirstTag>();
  return guides.flatMap((guide) => {
    const own = new Set<string>();
    return (guide.data?.tags ?? []).flatMap((name, index): Diagnostic[] => {
      const slug = tagSlug(name);
      // A tag without an address does not fit the front matter.
      if (slug === undefined) return [];
      const field = `tags.${index}`;
      const known = first.get(slug);
      if (!known) first.set(slug, { name, guide, field });
      else if (spellingOf(known.name) !== spellingOf(name)) return [otherTag(guide, field, name, known)];
      if (own.has(slug))
        return [
          frontMatterProblem(
            guide.file,
            rangeOfField(guide, field),
            `The tag “${name}” is there twice.`,
            'Remove one of the two.',
          ),
        ];
      own.add(slug);
      return [];
    });
  });
}

function otherTag(guide: CorpusGuide, field: string, name: string, known: FirstTag): Diagnostic {
  const { file } = known.guide;
  const problem = sameAddress(
    guide.file,
    rangeOfField(guide, field),
    `The tag “${name}” has the address of “${known.name}”, /tags/${tagSlug(name) ?? ''}/.`,
    'Write both in one way, or name one of them otherwise.',
  );
  const related = {
    file: file.path,
    range: rangeOfField(known.guide, known.field),
    message: `“${known.name}” stands here`,
  };
  return { ...problem, related: [related] };
}
