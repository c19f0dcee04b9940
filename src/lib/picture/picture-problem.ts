/** Why a picture cannot be shown. */
export interface PictureProblem {
  readonly kind: 'unreadable' | 'too-large';
  /** Ends a sentence that begins with the picture. */
  readonly problem: string;
  readonly hint: string;
}
