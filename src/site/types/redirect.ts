/** An address that leads to another one. */
export interface Redirect {
  /** `/2014/04/disk-full/` */
  readonly from: string;
  readonly to: string;
  /** Of the post. */
  readonly title: string;
}
