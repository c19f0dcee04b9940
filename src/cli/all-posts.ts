import { join } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { kinds, placeOfPost } from '../lib/engine.ts';
import type { Guide } from '../lib/guide/guide.ts';
import { postsIn } from '../workspace/find-pictures.ts';
import type { Workspace } from '../workspace/workspace.ts';

// A post that is checked alone needs few others read. Only what a link leads to can be anywhere: the page of a tag, a labwork, an address
// of before.

/** Whether it says of a link that it leads nowhere, which only all posts together tell. */
export function isOfLink({ rule }: Diagnostic): boolean {
  return rule === 'guide/broken-link' || rule === 'guide/indirect-link';
}

/** With all posts that lie near to them and in the project's own content, of which the nearest of one name wins. */
export function withAllPosts(
  known: readonly Guide[],
  { roots }: Workspace,
  readPost: (path: string) => Guide | undefined,
): readonly Guide[] {
  const all = new Map(known.map((guide) => [nameOf(guide), guide]));
  for (const path of roots.flatMap((root) => kinds.flatMap((kind) => postsIn(join(root, kind))))) {
    const guide = readPost(path);
    if (guide && !all.has(nameOf(guide))) all.set(nameOf(guide), guide);
  }
  return [...all.values()];
}

function nameOf({ file }: Guide): string {
  const { folder, slug } = placeOfPost(file.path);
  return `${folder}/${slug}`;
}
