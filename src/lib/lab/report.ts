import type { LabRuleId } from './rules.ts';

/** Told of what is wrong in a lab, at the value of a field or at its key. */
export type ReportInLab = (
  rule: LabRuleId,
  path: readonly PropertyKey[],
  message: string,
  hint: string,
  part?: 'key' | 'value',
) => void;

/** Two things of a lab of one name, or one thing that is listed twice. */
export function reportDuplicateName(
  report: ReportInLab,
  path: readonly PropertyKey[],
  message: string,
  hint: string,
): void {
  report('lab/duplicate-name', path, message, hint);
}

/** A name that no device of the lab has. */
export function reportUnknownDevice(
  report: ReportInLab,
  path: readonly PropertyKey[],
  message: string,
  hint: string,
  part?: 'key' | 'value',
): void {
  report('lab/unknown-device', path, message, hint, part);
}
