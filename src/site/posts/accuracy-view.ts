import type { AccuracyReport } from '../../lib/accuracy/report.ts';
import { formatFigure, formatShare } from '../../lib/engine.ts';
import type { AccuracyView } from '../types/accuracy.ts';

/** A report of a measurement as its page shows it. */
export function accuracyView(id: string, report: AccuracyReport): AccuracyView {
  const { title, date, engine, method, texts, figures, causes } = report;
  return {
    id,
    title,
    date,
    engine,
    method,
    texts,
    figures: figures.map((figure) => ({
      name: figure.name,
      count: formatFigure(figure),
      share: formatShare(figure),
      // No line begins with the sign.
      required: figure.required?.replaceAll(' %', '\u00a0%'),
    })),
    causes,
  };
}
