/** A tag of a post. */
export interface PostTag {
  /** As it was written. */
  readonly name: string;
  /** `hyper-v`: tags of one slug are one tag. */
  readonly slug: string;
}
