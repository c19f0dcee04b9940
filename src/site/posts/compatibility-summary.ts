import type { Compatibility } from '../../lib/check/compatibility.ts';
import { titleOf, yearOf } from '../../lib/engine.ts';
import type { CompatibilitySummary } from './records.ts';

/** The matrix of a labwork in words. */
export function compatibilitySummary({
  platforms,
  writtenFor,
  steps,
  notes,
  leftOut,
}: Compatibility): CompatibilitySummary {
  return {
    servers: platforms.map((server) => ({ year: yearOf(server), own: writtenFor.includes(server) })),
    steps: steps.map(({ step, title, cells }) => ({
      step,
      title,
      cells: cells.map(({ verdict, notes: numbers }) => ({ verdict, notes: numbers })),
    })),
    notes: notes.map(({ number, step, platforms: on, verdict, rule, message, why, hint }) => ({
      number,
      step,
      servers: titleOf(on),
      verdict,
      rule,
      message,
      why,
      hint,
    })),
    leftOut,
  };
}
