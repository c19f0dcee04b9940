import type { Segment } from '../lib/guide/guide.ts';

/** An initial is two lines high: a paragraph that has fewer would stand beside it like a label. */
const leastCharacters = 120;

/** Whether a post opens with a paragraph that an initial may begin. */
export function opensWithInitial([first]: readonly Segment[]): boolean {
  if (typeof first !== 'string') return false;
  const paragraph = /^<p>(.*?)(?:<\/p>|$)/s.exec(first)?.[1] ?? '';
  return paragraph.replace(/<[^>]*>/g, '').trim().length >= leastCharacters;
}
