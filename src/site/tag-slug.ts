import { slug } from 'github-slugger';

/** `Hyper-V` as `hyper-v`: the last part of a tag's path. */
export function tagSlug(tag: string): string {
  return slug(tag.normalize('NFKC'));
}
