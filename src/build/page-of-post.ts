import { placeOfPost } from '../lib/engine.ts';

/** The file of a post's page: `src/content/debug/x.mdx` is in `debug/x/index.html`, and so is `src/content/debug/x/index.mdx`. */
export function pageFileOfPost(path: string): string {
  const { folder, slug } = placeOfPost(path);
  return `${folder}/${slug}/index.html`;
}
