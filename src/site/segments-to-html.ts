import type { ComponentCall, Segment } from '../lib/guide/guide.ts';

/** HTML of a body, for feeds and everything else that is one text: `render` says what a call becomes. */
export function segmentsToHtml(
  segments: readonly Segment[],
  render: (call: ComponentCall, childrenHtml: string) => string,
): string {
  return segments
    .map((segment) =>
      typeof segment === 'string' ? segment : render(segment, segmentsToHtml(segment.children, render)),
    )
    .join('');
}
