import type { Post } from './corpus.ts';
import { urlOf } from './post-link.ts';
import type { CompatibilitySummary } from './posts/records.ts';
import type { CompatibilityView } from './types/labwork.ts';
import { ruleUrl } from './urls.ts';

/** The matrix of a labwork with the addresses of its steps and rules. */
export function compatibilityView(
  summary: CompatibilitySummary,
  parts: readonly Pick<Post, 'data' | 'steps'>[],
): CompatibilityView {
  const { servers, steps, notes } = summary;
  const urls = new Map(
    parts.flatMap((part) => part.steps.map(({ id, anchor }) => [id, `${urlOf(part)}#${anchor}`])),
  );
  const urlOfStep = (step: string) => urls.get(step) ?? '';
  return {
    about: aboutOf(summary),
    servers,
    steps: steps.map((step) => ({ ...step, url: urlOfStep(step.step) })),
    notes: notes.map(({ rule, ...note }) => ({
      ...note,
      url: urlOfStep(note.step),
      rule: rule === undefined ? undefined : { id: rule, url: ruleUrl(rule) },
    })),
  };
}

function aboutOf({ servers, steps, leftOut }: CompatibilitySummary): string {
  const own = servers.filter((server) => server.own).map(({ year }) => year);
  const silent = steps.some(({ cells }) => cells.some(({ verdict }) => verdict === 'unknown'));
  return [
    'The PowerShell of every step, bound again as if the host were of each version of Windows Server.',
    own.length > 0 && `The lab has ${listed(own)}, and the posts are written for that.`,
    leftOut.length > 0 &&
      `What runs on ${listed(leftOut)} is not part of the table: a switch does not mind which Windows is at the other end of the cable.`,
    silent && 'Where our facts do not reach they are silent, and say neither yes nor no.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** `['a', 'b', 'c']` as `a, b and c`. */
function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}` : (words[0] ?? '');
}
