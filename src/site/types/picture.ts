/** A picture as pages show it: files that were made of it, without anything that a camera or a program wrote beside the pixels. */
export interface PictureView {
  readonly kind: 'picture';
  /** As posts name it. */
  readonly id: string;
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** The best first, each in several widths, the narrowest first. */
  readonly sources: readonly { readonly type: string; readonly files: readonly PictureFile[] }[];
  /** For browsers that know none of the sources, and for feeds. */
  readonly fallback: PictureFile;
  /** All of its pixels. */
  readonly original: PictureFile & { readonly format: string; readonly bytes: number };
  /** What moves, where the picture does; the rest is its first frame then. */
  readonly animation: PictureFile | undefined;
  /** Whether the page is seen through it, which is dark for some readers. */
  readonly transparent: boolean;
  /** Of the file and of all that these were made with. */
  readonly digest: string;
}

/** One file that a picture is shown as. */
export interface PictureFile {
  /** `/pictures/p-<digest>.avif` */
  readonly url: string;
  readonly width: number;
}
