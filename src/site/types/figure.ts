import type { Figure } from '../../lib/figure/figure.ts';
import type { PictureView } from './picture.ts';

/** A drawing as pages show it: sanitised, and cut where the ids in it begin. */
export interface DrawingView extends Figure {
  readonly kind: 'drawing';
  /** As posts name it. */
  readonly id: string;
  /** Of the drawing as a file of its own: `/figures/overlay.svg`. */
  readonly url: string;
  /** Of the file and of all that it was read with. */
  readonly digest: string;
}

/** A film or its captions, as they are served. */
export interface MediaView {
  readonly kind: 'media';
  /** As posts name it. */
  readonly id: string;
  /** `/pictures/p-<digest>.mp4` */
  readonly url: string;
  readonly type: string;
  readonly bytes: number;
  /** Pixels of a film, as it is shown; undefined where its container does not say. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  /** Of the file and of all that it was made with. */
  readonly digest: string;
}

/** What a post shows as a figure. */
export type FigureView = DrawingView | PictureView | MediaView;
