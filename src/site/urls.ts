import { slug } from 'github-slugger';

/** `Hyper-V` as `hyper-v`: the last part of a tag's path. Tags of one slug are one tag. */
export function tagSlug(tag: string): string {
  return slug(tag.normalize('NFKC'));
}

export function tagUrl(tag: string): string {
  return `/tags/${tagSlug(tag)}/`;
}

/** `/rules/powershell/unknown-parameter/` */
export function ruleUrl(rule: string): string {
  return `/rules/${rule}/`;
}

export function labUrl(lab: string): string {
  return `/labs/${lab}/`;
}

export function labworkUrl(number: number): string {
  return `/labworks/${number}/`;
}
