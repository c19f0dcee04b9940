import type { LabworkView } from '../../site/types/labwork.ts';
import { longDay } from '../chrome/format.ts';

/** Why nobody should run a bundle any more, in a sentence; undefined where nothing is known against it. */
export function whyBarred({
  withdrawal,
  bundle,
}: Pick<LabworkView, 'bundle' | 'withdrawal'>): string | undefined {
  if (withdrawal) return `Withdrawn ${longDay(withdrawal.date)}: ${withdrawal.summary}`;
  return bundle.yanked === undefined ? undefined : `Release ${bundle.version} is yanked: ${bundle.yanked}`;
}
