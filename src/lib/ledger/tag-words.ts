/** What is said in the tag of a component, or of a picture, by the names of what says it: `alt`, `caption`, `title`. */
export interface TagWords {
  readonly isPicture: boolean;
  readonly words: ReadonlyMap<string, string>;
}

const tag = /^<\/?([A-Z]\w*)((?: [\w-]+="[^"]*")*) ?\/?>$/;
const image = /^!\[(.*)\]\((\S*?)(?: "(.*)")?\)$/;

/** What a line of a projection says that is a tag or a picture alone; undefined of any other line. */
export function tagWords(line: string): TagWords | undefined {
  const [, name = '', attributes] = tag.exec(line) ?? [];
  if (attributes !== undefined) {
    const found = attributes.matchAll(/ ([\w-]+)="([^"]*)"/g);
    const words = [...found].map(
      ([, key = '', value = '']) => [key, value.replaceAll('&quot;', '"')] as const,
    );
    return { isPicture: name === 'Figure' || name === 'Video', words: new Map(words) };
  }
  const [, alt, src = '', title] = image.exec(line) ?? [];
  if (alt === undefined || alt.includes('](')) return undefined;
  // By the name of its file: the key that the line has of it is none that its author writes.
  const file = src.slice(src.lastIndexOf('/') + 1);
  const words = [
    ['alt', alt],
    ...(title === undefined ? [] : [['title', title] as const]),
    ['src', file],
  ] as const;
  return { isPicture: true, words: new Map(words) };
}

/** What of a picture readers are told, then its file; what else is in its tag is of the look. */
const ofPicture = ['alt', 'title', 'caption', 'transcript', 'src'];

/** What was said before and is said now, where it differs: a line each. */
export function changedWords(
  before: TagWords | undefined,
  after: TagWords | undefined,
): { readonly kind: 'picture' | 'words'; readonly was: string; readonly now: string } {
  const isPicture = before?.isPicture ?? after?.isPicture ?? false;
  const all = new Set([...(after?.words.keys() ?? []), ...(before?.words.keys() ?? [])]);
  const names = (isPicture ? ofPicture : [...all]).filter(
    (name) => before?.words.get(name) !== after?.words.get(name),
  );
  const linesOf = (one: TagWords | undefined) =>
    names.flatMap((name) => one?.words.get(name) || []).join('\n');
  return { kind: isPicture ? 'picture' : 'words', was: linesOf(before), now: linesOf(after) };
}
