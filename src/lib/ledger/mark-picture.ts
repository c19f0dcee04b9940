import { foldSpaces } from '../source/fold-spaces.ts';

/** Where a picture stands in a post. */
export interface PicturePlace {
  readonly start: number;
  readonly end: number;
  /** It stands among blocks, and what is put around it has to stand so as well. */
  readonly isBlock: boolean;
}

/** A component with nothing in it; values of its attributes may have the sign that ends it. */
const component = /<(?:Figure|Video)\s(?:[^>"'{]|"[^"]*"|'[^']*')*\/>/g;
const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const image = /!\[((?:[^\]\\]|\\.)*)\]\(\s*([^)\s]+)(?:\s+"([^"]*)")?\s*\)/g;

/** The pictures of a post of which all of `words` are said, a line each. */
export function picturesThatSay(text: string, words: string): readonly PicturePlace[] {
  const wanted = words.split('\n').map(foldSpaces);
  const holdsAll = (values: readonly string[]) => wanted.every((word) => values.includes(word));
  const components = [...text.matchAll(component)]
    .filter(([tag]) =>
      holdsAll(
        [...tag.matchAll(attribute)].map(([, , one = '', other = '']) => foldSpaces(decoded(one || other))),
      ),
    )
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length, isBlock: true }));
  const images = [...text.matchAll(image)]
    .filter(([, alt = '', url = '', title = '']) =>
      holdsAll([
        foldSpaces(alt.replace(/\\(?=[^\w\s])/g, '')),
        url.slice(url.lastIndexOf('/') + 1),
        foldSpaces(title),
      ]),
    )
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length, isBlock: false }));
  return [...components, ...images];
}

/** The picture in whose words a place is; undefined where it is in none. */
export function pictureAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): PicturePlace | undefined {
  return placesOf(text).find((place) => place.start <= start && end <= place.end);
}

function placesOf(text: string): readonly PicturePlace[] {
  const places = (pattern: RegExp, isBlock: boolean) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      isBlock,
    }));
  return [...places(component, true), ...places(image, false)];
}

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  '#39': "'",
  lt: '<',
  gt: '>',
  amp: '&',
};

function decoded(value: string): string {
  return value.replace(/&(quot|apos|#39|lt|gt|amp);/g, (_, name: string) => entities[name] ?? '');
}
