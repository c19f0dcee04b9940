import type { Segment } from '../lib/guide/guide.ts';

/** An excerpt as lists show it: without notes and their marks, and without anchors, which would be there twice. */
export function listExcerpt(segments: readonly Segment[]): Segment[] {
  return segments
    .filter((segment) => typeof segment === 'string' || segment.component !== 'Note')
    .map((segment) =>
      typeof segment === 'string'
        ? segment
            .replace(/<sup class="note-ref">.*?<\/sup>/g, '')
            .replace(
              /(<[a-z0-9]+)([^>]*?)\sid="[^"]*"/g,
              (_match, tag: string, attributes: string) => tag + attributes,
            )
        : segment,
    );
}
