import type { Kind, PostDataOf } from '../../lib/guide/front-matter.ts';
import type { Publication } from '../../lib/guide/publication.ts';
import type { Heading, Segment, Step } from '../../lib/guide/guide.ts';
import type { BlockView } from './block.ts';
import type { ComparisonView } from './comparison.ts';
import type { CorrectionView, RevisionView, Standing } from './correction.ts';
import type { FigureView } from './figure.ts';
import type { LabView } from './lab.ts';
import type { LabworkView, PartSummary } from './labwork.ts';
import type { PostLink, RelatedLink, TagLink } from './post-link.ts';
import type { ReplyView } from './reply.ts';
import type { ShareImage } from './share-image.ts';

// The view models: everything a page or component needs, made once by site/ from the engine's values. Pages and components
// import these shapes and no decision is left to them. All are plain data.

/** A post as its page shows it. */
export interface PostView<K extends Kind = Kind> {
  readonly data: PostDataOf<K>;
  /** `/labworks/wiring-a-rack-part-2/` */
  readonly url: string;
  /** What the post is called above its title: `Labworks 2`, `Fail File 1`, `Allegory`. */
  readonly label: string;
  /** Other than `published` only where more is shown than readers see: the page says so. */
  readonly publication: Publication;
  /** The command that records what has changed in it; only while the site is served. */
  readonly unrecorded: string | undefined;
  readonly minutes: number;
  readonly steps: readonly Step[];
  readonly headings: readonly Heading[];
  /** What shows the picture that it begins with. */
  readonly cover: Segment | undefined;
  readonly body: readonly Segment[];
  /** Whether its first paragraph is long enough to begin with an initial, where the kind has one. */
  readonly initial: boolean;
  /** By block id; what `<CommandBlock block="…">` shows. */
  readonly blocks: Readonly<Record<string, BlockView>>;
  readonly lab: LabView | undefined;
  /** By id, those that the post's components or front matter name. */
  readonly comparisons: Readonly<Record<string, ComparisonView>>;
  /** By id, those that the post's components name. */
  readonly figures: Readonly<Record<string, FigureView>>;
  /** For whoever is shown a link to it. */
  readonly shareImage: ShareImage | undefined;
  /** What was corrected in this post, newest first; of a Debug File, the correction it is about. */
  readonly corrections: readonly CorrectionView[];
  /** Revisions, newest first; the first publication is the last one. */
  readonly changelog: readonly RevisionView[];
  /** The day of the last revision that is more than editorial. */
  readonly updated: string;
  /** What took the post back; undefined of a post that stands. */
  readonly withdrawal: RevisionView | undefined;
  readonly standing: Standing | undefined;
  readonly labwork: LabworkView | undefined;
  /** Of a part of a labwork. */
  readonly part: PartSummary | undefined;
  /** Its tags, in its own order. */
  readonly tags: readonly TagLink[];
  /** Undefined on a site that does not say how it is answered. */
  readonly reply: ReplyView | undefined;
  /** Posts that have most in common with it, the nearest first. */
  readonly related: readonly RelatedLink[];
  readonly older: PostLink | undefined;
  readonly newer: PostLink | undefined;
  /** Digest of everything the page is made from; the key of incremental builds. */
  readonly digest: string;
}
