/** An address that leads to another one. */
export interface Redirect {
  /** `/2014/04/san-down/` */
  readonly from: string;
  readonly to: string;
  /** Of the post. */
  readonly title: string;
}
