import { kinds } from './front-matter.ts';

/** Where a post lies: `…/<folder>/<slug>.mdx`, or with what belongs to it `…/<folder>/<slug>/index.mdx`. */
export interface PostPlace {
  /** The name of the folder that says the kind; it need not be one. */
  readonly folder: string;
  readonly slug: string;
  /** Whether the post has a folder of its own. */
  readonly hasFolder: boolean;
}

export function placeOfPost(path: string): PostPlace {
  const parts = path.replaceAll('\\', '/').split('/');
  const [above = '', folder = '', name = ''] = ['', '', ...parts].slice(-3);
  const hasFolder = name === 'index.mdx' && kinds.some((kind) => kind === above);
  return hasFolder
    ? { folder: above, slug: folder, hasFolder }
    : { folder, slug: name.replace(/\.mdx$/, ''), hasFolder };
}
