import type { Kind } from '../guide/front-matter.ts';
import { kinds } from '../guide/front-matter.ts';
import { postEndings } from '../guide/post-place.ts';
import { captionEndings, filmEndings, pictureEndings } from '../picture/check-picture.ts';
import { didYouMean } from './findings.ts';

/** What the files under `src/content` are, each with the ids of its own. */
export type ContentCollection =
  | Kind
  | 'labs'
  | 'comparisons'
  | 'rules'
  | 'accuracy'
  | 'figures'
  | 'pictures'
  | 'evidence'
  | 'addresses'
  | 'ledger';

type ContentFolder = Exclude<ContentCollection, 'pictures'>;

/** What is read in a folder of `src/content`. */
interface ContentPlace {
  /** Of a path from the folder, with `/`; what it captures is the id. Nothing hidden is read. */
  readonly pattern: RegExp;
  /** The pattern in words. */
  readonly written: string;
}

const ending = pictureEndings.join('|');

const post: ContentPlace = {
  pattern: new RegExp(`^([^./][^/]*?)(?:/index)?\\.(?:${postEndings.join('|')})$`),
  written: 'NAME.mdx or NAME.md, or NAME/index.mdx with its pictures beside it',
};
const data: ContentPlace = { pattern: /^([^./][^/]*)\.ya?ml$/, written: 'NAME.yaml' };

/** By folder: the one list of what is read, for the check, the build and the command line. */
const places = {
  ...(Object.fromEntries(kinds.map((kind) => [kind, post])) as Record<Kind, ContentPlace>),
  labs: data,
  comparisons: data,
  figures: {
    pattern: new RegExp(`^([^./][^/]*)\\.(?:${ending})$`, 'i'),
    written: `NAME with one of the endings ${pictureEndings.join(', ')}`,
  },
  rules: { pattern: /^([^./][^/]*\/[^./][^/]*)\.md$/, written: 'ROOM/NAME.md' },
  accuracy: { pattern: /^([^./][^/]*)\.json$/, written: 'NAME.json' },
  addresses: { pattern: /^(published)\.txt$/, written: 'published.txt' },
  ledger: {
    pattern: /^([^./][^/]*\/[^./][^/]*\/\d+-[0-9a-f]{16})\.json$/,
    written: 'KIND/NAME/NUMBER-DIGEST.json, which `npx labworks publish` and `correct` write',
  },
  evidence: {
    pattern: /^(powershell-engine|rehearsal)\.json$/,
    written: 'powershell-engine.json or rehearsal.json',
  },
} as const satisfies Record<ContentFolder, ContentPlace>;

const folders = Object.keys(places) as ContentFolder[];

const besideEndings = [...pictureEndings, ...filmEndings, ...captionEndings].join('|');

/** A picture, a film or captions in the folder of a post, be it in a folder within. */
const beside = new RegExp(`^[^./][^/]*/(?:[^./][^/]*/)*[^./][^/]*\\.(?:${besideEndings})$`, 'i');

/** A file of the content, by what it is. */
export interface ContentFile {
  readonly collection: ContentCollection;
  /** Within its collection: `disk-full`, `powershell/syntax`; of a picture beside a post its path: `allegories/a-sandbox/rack.jpg`. */
  readonly id: string;
}

/** What the file at a path from `src/content`, with `/`, is read as; undefined where nothing reads it. */
export function placeInContent(path: string): ContentFile | undefined {
  const slash = path.indexOf('/');
  const collection = folders.find((folder) => folder === path.slice(0, Math.max(0, slash)));
  if (collection === undefined) return undefined;
  const within = path.slice(slash + 1);
  const id = places[collection].pattern.exec(within)?.[1];
  if (id !== undefined) return { collection, id };
  const isBeside = kinds.some((kind) => kind === collection) && beside.test(within);
  return isBeside ? { collection: 'pictures', id: path } : undefined;
}

/** What is read where a file lies that is not, for whoever put it there. */
export function readInstead(path: string): string {
  const slash = path.indexOf('/');
  const folder = path.slice(0, Math.max(0, slash));
  const collection = folders.find((known) => known === folder);
  if (collection) return `Read there is src/content/${collection}/${places[collection].written}.`;
  const otherwise = `Read are the folders ${folders.join(', ')}.`;
  return slash < 0 ? otherwise : didYouMean(folder, folders, otherwise);
}
