import type { Post } from './corpus.ts';
import { urlOf } from './post-link.ts';
import type { PlanSummary } from './posts/records.ts';
import type { PlanView } from './types/labwork.ts';

/** The plan of a labwork with the addresses of its steps. */
export function planView(
  { devices, counts, complete }: PlanSummary,
  parts: readonly Pick<Post, 'data' | 'steps'>[],
): PlanView {
  const urls = new Map(
    parts.flatMap((part) => part.steps.map(({ id, anchor }) => [id, `${urlOf(part)}#${anchor}`])),
  );
  return {
    about: [
      `In the model of the lab the steps make ${String(counts.create)} things, change ${String(counts.change)} and remove ${String(counts.remove)}.`,
      complete
        ? 'Every command that changes a device is modelled, so that nothing else is touched.'
        : 'Not all of their commands are modelled: what those change stands here with a question mark.',
      'A machine of your own may have some of it already, or something in the way; nothing of this looks at it.',
    ].join(' '),
    devices: devices.map(({ device, title, platform, steps }) => ({
      device,
      // A switch often has the name of its model for a title.
      kind: [...new Set([title, platform])].filter((word) => word !== device).join(', '),
      steps: steps.map((step) => ({ ...step, url: urls.get(step.step) ?? '' })),
    })),
  };
}
