import type { Figure } from '../../lib/figure/figure.ts';

/** A drawing as pages show it: sanitised, and cut where the ids in it begin. */
export interface FigureView extends Figure {
  /** Of the file and of all that it was read with. */
  readonly digest: string;
}
