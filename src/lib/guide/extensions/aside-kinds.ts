/** The kinds of asides, which are the alerts of GitHub. */
export const asideKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type AsideKind = (typeof asideKinds)[number];

/** The word that stands above an aside of a kind. */
export function asideLabel(kind: AsideKind): string {
  return kind[0]!.toUpperCase() + kind.slice(1);
}

/** What other programs call them. */
const otherNames: Readonly<Record<string, AsideKind>> = {
  info: 'note',
  abstract: 'note',
  summary: 'note',
  notice: 'note',
  hint: 'tip',
  success: 'tip',
  attention: 'warning',
  danger: 'caution',
  error: 'caution',
};

/** The kind of an aside by the word for it, in whatever case. */
export function asideKindOf(word: string): AsideKind | undefined {
  const name = word.toLowerCase();
  if ((asideKinds as readonly string[]).includes(name)) return name as AsideKind;
  return Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
}

/** The words for kinds that a hint may name. */
export const asideWords: readonly string[] = [...asideKinds, ...Object.keys(otherNames)];
