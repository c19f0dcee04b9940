import { suggest } from '../diagnostics/suggest.ts';
import { kinds } from '../guide/front-matter.ts';

/** An address or anchor that is most likely meant. */
export interface Nearest {
  readonly name: string;
  /** It is the only one that differs in nothing but the way it is written, so that it can be put in the other's place. */
  readonly certain: boolean;
}

/**
 * The address of the site that another one, which is not there, was most likely meant to be. A post of that very name is it, in whatever
 * folder: only one post has the name, as a rule. In a folder that the site has for something else, such as tags, no post was meant.
 */
export function nearestAddress(
  address: string,
  all: Iterable<string>,
  isPost: (address: string) => boolean,
): Nearest | undefined {
  // Who links to a page of the rules says so: their names are words of everybody's trade.
  const isOfRules = address.startsWith(rulesRoot);
  const known = [...all].filter((other) => isOfRules || other === rulesRoot || !other.startsWith(rulesRoot));
  const alike = known.filter((other) => plainAddress(other) === plainAddress(address));
  if (alike.length === 1) return { name: alike[0]!, certain: true };
  const name = lastPart(address);
  const ofThatName = name === '' ? [] : known.filter((other) => lastPart(other) === name);
  const folder = folderOf(address);
  const isOfOthers =
    !kinds.some((kind) => folder === `/${kind}/`) &&
    known.some((other) => folder !== '/' && !isPost(other) && `${plainAddress(other)}/` === folder);
  if (ofThatName.length === 1)
    return { name: ofThatName[0]!, certain: isPost(ofThatName[0]!) && !isOfOthers };
  const beside = known.filter((other) => folderOf(other) === folder);
  const near = suggest(address, beside) ?? ofNearName(name, known) ?? mostWordsAlike(name, known);
  return near === undefined ? undefined : { name: near, certain: false };
}

const rulesRoot = '/rules/';

/** In whatever folder. */
function ofNearName(name: string, all: readonly string[]): string | undefined {
  const byName = new Map(all.map((other) => [lastPart(other), other]));
  const near = suggest(name, byName.keys());
  return near === undefined ? undefined : byName.get(near);
}

/** The anchor of a page that another one was most likely meant to be. `#2-6` and `#2:6` are step 2:6. */
export function nearestAnchor(anchor: string, all: readonly string[]): Nearest | undefined {
  const alike = all.filter((other) => plainAnchor(other) === plainAnchor(anchor));
  if (alike.length === 1) return { name: alike[0]!, certain: true };
  // Others leave out the signs within a word: `router’s` and `v2.1` are `routers` and `v21` there, `router-s` and `v2-1` here.
  const ofSameLetters = all.filter((other) => lettersOf(other) === lettersOf(anchor));
  if (ofSameLetters.length === 1) return { name: ofSameLetters[0]!, certain: true };
  const near = suggest(anchor, all) ?? mostWordsAlike(anchor, all);
  return near === undefined ? undefined : { name: near, certain: false };
}

/** Without what people write in one way or another: capitals, a slash at the end, the name of the file. */
function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/\/index(?:\.(?:html?|mdx?))?$/, () => '')
    .replace(/\.(?:html?|mdx?)$|\/+$/, () => '')
    .replace(/[_ ]|%20/g, '-');
}

function plainAnchor(anchor: string): string {
  const words = anchor.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return words
    .replace(/^-+|-+$/g, '')
    .replace(/^(?:step-)?(\d+-\d+)$/, (_match, step: string) => `step-${step}`);
}

function lettersOf(anchor: string): string {
  const plain = plainAnchor(anchor);
  return plain.startsWith('step-') ? plain : plain.replaceAll('-', '');
}

function folderOf(address: string): string {
  return plainAddress(address).replace(/[^/]*$/, '');
}

function lastPart(address: string): string {
  return plainAddress(address).replace(/^.*\//, '');
}

/** Of names of several words: the one that has at least half of all their words in common. */
function mostWordsAlike(name: string, all: readonly string[]): string | undefined {
  const words = new Set(wordsOf(name));
  if (words.size < 2) return undefined;
  let best: string | undefined;
  let most = 0.5;
  for (const other of all) {
    const others = new Set(wordsOf(other));
    const common = [...words].filter((word) => others.has(word)).length;
    const share = (2 * common) / (words.size + others.size);
    if (share > most || (share === most && best === undefined)) {
      best = other;
      most = share;
    }
  }
  return best;
}

function wordsOf(name: string): string[] {
  return lastPart(name)
    .replace(/\.[a-z]+$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
