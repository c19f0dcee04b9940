import type { Edit } from '../diagnostics/diagnostic.ts';

/** The text with all edits; of two that overlap, the one that begins first. Insertions at one place stand in their order. */
export function applied(text: string, edits: readonly Edit[]): string {
  let out = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done) continue;
    out += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return out + text.slice(done);
}
