import { createSourceFile } from '../../lib/engine.ts';
import type { Segment } from '../../lib/guide/guide.ts';
import { createHighlight } from './highlight.ts';
import { languagesOf, withListings } from './listings.ts';
import { markdownSegments } from './markdown-segments.ts';

/** How a bundle is run, as its README says, for the page of its labwork: below a heading of the second level. */
export async function makeInstructions(markdown: string): Promise<readonly Segment[]> {
  const segments = markdownSegments(createSourceFile('README.md', markdown), { headingShift: 1 });
  return withListings(segments, await createHighlight(languagesOf(segments)));
}
