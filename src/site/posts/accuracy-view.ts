import { prettifyError } from 'zod';
import { accuracyReportSchema, formatFigure, formatShare } from '../../lib/engine.ts';
import type { Source } from '../../workspace/content.ts';
import type { AccuracyView } from '../types/accuracy.ts';

/** A report of a measurement as its program wrote it, `src/content/accuracy/<id>.json`. Throws where it is of another shape. */
export function accuracyView({ path, text }: Source): AccuracyView {
  const { data, error } = accuracyReportSchema.safeParse(JSON.parse(text));
  if (error) throw new Error(`${path} is no report: ${prettifyError(error)}`);
  const { title, date, engine, method, figures, causes } = data;
  return {
    id: path.replace(/^.*\//, '').replace(/\.json$/, ''),
    title,
    date,
    engine,
    method,
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
