import type { Guide, GuideLink } from '../guide/guide.ts';
import type { PictureReading } from '../picture/picture.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Lab } from '../lab/lab.ts';

/** What of a post the whole is checked by. */
export type CorpusGuide = Pick<
  Guide,
  'file' | 'data' | 'fields' | 'references' | 'passages' | 'links' | 'anchors'
>;

/** A picture of the content. */
export interface CorpusPicture {
  /** Ends with the name of its file. */
  readonly path: string;
  readonly reading: PictureReading;
}

/** All content, as far as posts can name it. */
export interface Corpus {
  readonly guides: readonly CorpusGuide[];
  readonly labs: ReadonlyMap<string, Lab>;
  /** Ids of the comparisons. */
  readonly comparisons: ReadonlySet<string>;
  /** Keys of the drawings and pictures, as posts name them; `pictureKey` makes them. */
  readonly figures: ReadonlySet<string>;
  /** What the pictures among them turned out to be, by key, as far as somebody has looked. */
  readonly pictures?: ReadonlyMap<string, CorpusPicture>;
  /** The day of the check, `2014-04-21`: posts of days that have not come are not published. Without one, every day has come. */
  readonly today?: string;
  /** The list of the addresses that were once published, one a line, where there is one and all posts are at hand. */
  readonly published?: SourceFile;
  /** The classes of the revisions that are recorded, the first one first, by subject: `field-notes/a-review`. */
  readonly revisions?: ReadonlyMap<string, readonly string[]>;
  /** What else the site has, where links within it are to be checked. */
  readonly site?: SiteAround;
}

/** The site around its posts. */
export interface SiteAround {
  /** Where it is published, without a slash at its end; undefined where nobody knows. */
  readonly origin: string | undefined;
  /** Paths from its root of the pages and files that are there whatever its posts say: `/about/`, `/favicon.svg`. */
  readonly addresses: ReadonlySet<string>;
  /** The anchors of those of them that are known by them. */
  readonly anchors?: ReadonlyMap<string, readonly string[]>;
  /** The file that says who the site is, and its links, where they are to be checked: all posts are at hand then. */
  readonly identity?: { readonly file: SourceFile; readonly links: readonly GuideLink[] };
}
