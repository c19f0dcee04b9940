import type { Kind } from '../../lib/guide/front-matter.ts';
import type { Segment } from '../../lib/guide/guide.ts';
import type { Standing } from './correction.ts';
import type { FigureView } from './figure.ts';
import type { PostTag } from './post-tag.ts';

/** A post in a list. */
export interface PostLink {
  readonly url: string;
  readonly kind: Kind;
  readonly title: string;
  readonly date: string;
  readonly summary: string;
  readonly tags: readonly PostTag[];
  readonly minutes: number;
  /** `Labworks 2, part 1`, `Fail File 1`, `Allegory`. */
  readonly label: string;
  /** Said beside its title; undefined of a post that was never found wrong. */
  readonly standing?: Standing | undefined;
  /** Present where the post has an excerpt cut: its segments without notes and anchors, ended by “Continue reading” in lists. */
  readonly excerpt: readonly Segment[] | undefined;
  /** The picture that the post begins with. */
  readonly cover?: Thumbnail | undefined;
  /** By id, those that the excerpt names. */
  readonly figures: Readonly<Record<string, FigureView>>;
}

/** A picture that is shown small, cut to one proportion. */
export interface Thumbnail {
  readonly url: string;
  /** Whether the page is seen through it. */
  readonly transparent: boolean;
}

/** A post by its name alone. */
export interface RelatedLink extends Pick<PostLink, 'url' | 'title'> {
  /** `Labworks 2`, `Fail File 1`, `Allegory`. */
  readonly label: string;
}

/** A tag as a post shows it. */
export interface TagLink {
  /** As it was written. */
  readonly name: string;
  readonly url: string;
}

/** A tag with its posts, newest first. */
export interface TagView extends TagLink {
  /** `hyper-v` */
  readonly slug: string;
  /** As the newest post writes it. */
  readonly name: string;
  readonly posts: readonly PostLink[];
}
