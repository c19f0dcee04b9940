import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Guide } from '../guide/guide.ts';
import { originRange } from '../source/slice.ts';
import type { DeviceHistory } from './run-device.ts';
import { diagnose } from './rules.ts';

/** A finding with the post that it is told in. */
export interface FindingInGuide {
  readonly guide: Guide;
  readonly diagnostic: Diagnostic;
}

/** At the last command since which something holds; nothing where no command of the guide made it so. */
export function told(
  history: DeviceHistory,
  holds: (state: unknown) => boolean,
  rule: Parameters<typeof diagnose>[0]['rule'],
  finding: { readonly message: string; readonly hint: string; readonly why?: string },
): FindingInGuide[] {
  let before = history.start;
  let held = holds(before);
  let found: FindingInGuide[] = [];
  for (const { placed, ran, code } of history.blocks) {
    if (ran.role !== 'apply') continue;
    for (const [index, { state }] of ran.results.entries()) {
      if (state === before) continue;
      const holdsNow = holds(state);
      if (holdsNow && !held) {
        const { start, end } = ran.commands[index]!;
        const { guide } = placed;
        found = [
          {
            guide,
            diagnostic: diagnose({
              rule,
              file: guide.file,
              range: originRange(code.read, start, end),
              ...finding,
            }),
          },
        ];
      }
      held = holdsNow;
      before = state;
    }
  }
  return found;
}

/** Four cables of a bundle say the same of one command. */
export function isFirstAtItsPlace(): (finding: FindingInGuide) => boolean {
  const places = new Set<string>();
  return ({ guide, diagnostic: { rule, range } }) => {
    const place = `${guide.file.path} ${rule} ${String(range.start.offset)}`;
    return places.has(place) ? false : places.add(place).has(place);
  };
}
