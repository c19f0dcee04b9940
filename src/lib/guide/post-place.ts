import { kinds } from './front-matter.ts';

/** How a post is written: Markdown with components, or Markdown with HTML. */
export type PostFormat = 'mdx' | 'md';

const formats = { mdx: 'mdx', md: 'md', markdown: 'md' } as const satisfies Record<string, PostFormat>;

/** What the names of posts end with, without the dot. */
export const postEndings = Object.keys(formats) as readonly (keyof typeof formats)[];

const ending = new RegExp(`\\.(${postEndings.join('|')})$`);
const index = new RegExp(`^index\\.(?:${postEndings.join('|')})$`);

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
  const hasFolder = isIndex(name) && kinds.some((kind) => kind === above);
  return hasFolder
    ? { folder: above, slug: folder, hasFolder }
    : { folder, slug: withoutEnding(name), hasFolder };
}

/** The format that the name of a file says it is written in; MDX where it says none. */
export function formatOfPost(path: string): PostFormat {
  const found = ending.exec(path)?.[1];
  return found === undefined ? 'mdx' : formats[found as keyof typeof formats];
}

/** Whether a file is a post by its name. */
export function isPostFile(path: string): boolean {
  return ending.test(path);
}

/** Whether a file of this name is the post that its folder is named after. */
export function isIndex(name: string): boolean {
  return index.test(name);
}

export function withoutEnding(name: string): string {
  return name.replace(ending, () => '');
}
