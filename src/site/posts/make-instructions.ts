import { createSourceFile } from '../../lib/engine.ts';
import type { Segment } from '../../lib/guide/guide.ts';
import { createHighlight } from './highlight.ts';
import { languagesOf, withListings } from './listings.ts';
import { markdownSegments } from './markdown-segments.ts';

/** How a bundle is run, as its README says, for the page of its labwork: below a heading of the second level. */
export async function makeInstructions(markdown: string): Promise<readonly Segment[]> {
  const segments = markdownSegments(createSourceFile('README.md', markdown), { headingShift: 1 });
  return withListings(segments.map(withApostrophes), await createHighlight(languagesOf(segments)));
}

/** A README is ASCII; a page has the apostrophes of its text, and leaves those of code and tags. */
function withApostrophes(segment: Segment): Segment {
  if (typeof segment !== 'string') return segment;
  return segment.replace(/<code>.*?<\/code>|<[^>]*>|(?<=\p{L})'(?=\p{L})/gsu, (match) =>
    match === "'" ? '’' : match,
  );
}
