/** What is shown of a page where somebody shares a link to it. */
export interface ShareImage {
  /** The page's path: `/labworks/wiring-a-rack-part-2/`; `/` for all pages that have none of their own. */
  readonly id: string;
  /** `/pictures/p-<digest>.png` */
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What is written in it. */
  readonly alt: string;
}
