import type { AccuracyReport } from '../../lib/accuracy/report.ts';

/** A measurement against the real thing as `/accuracy/` shows it. */
export interface AccuracyView extends Pick<
  AccuracyReport,
  'title' | 'date' | 'engine' | 'method' | 'texts' | 'causes'
> {
  /** The file's name without extension. */
  readonly id: string;
  readonly figures: readonly {
    readonly name: string;
    /** `1,990 of 2,000` */
    readonly count: string;
    /** `99.5 %`; empty for a number of its own. */
    readonly share: string;
    /** What was to be reached, in words. */
    readonly required: string | undefined;
  }[];
}
