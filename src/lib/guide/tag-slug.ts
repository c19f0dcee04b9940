import { slug } from 'github-slugger';

/** Signs that tell one name from another, and that a slug has no place for, in words. A sign before a name, as in `#fail`, is none. */
const words: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\p{L}\p{N}])#/gu, '-sharp'],
  [/(?<=[\p{L}\p{N}+])\+/gu, '-plus'],
  [/^\.(?=[\p{L}\p{N}])/u, 'dot-'],
];

/** The last part of a tag's address: `Hyper-V` is `hyper-v`, `C#` is `c-sharp`. Undefined where the tag has no letter or digit. */
export function tagSlug(tag: string): string | undefined {
  const spelled = words.reduce((text, [sign, word]) => text.replace(sign, () => word), spellingOf(tag));
  const made = slug(spelled).replace(/^[-_]+|[-_]+$/g, '');
  return /[\p{L}\p{N}]/u.test(made) ? made : undefined;
}

/** A tag without what does not make it another one: capitals, the form of its characters, and those that cannot be seen. */
export function spellingOf(tag: string): string {
  return tag
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .toLowerCase();
}
