import type { SwitchProfile } from '../profiles/profile.ts';
import type { Configuration } from '../state.ts';
import { lineRangesOf } from '../terminal-lines.ts';

/** Blocks whose lines are kept as they are, each as one text: below a block stand those that lie in it. */
export function lineBlocks({ lineBlocks: kept }: Configuration, { factory }: SwitchProfile): string[] {
  const blocks = new Map(kept);
  for (const opening of lineRangesOf([...kept.keys()], factory?.lines ?? []))
    if (!blocks.has(opening)) blocks.set(opening, new Map());
  const inner = new Map<string, string[]>();
  for (const key of blocks.keys()) {
    const [opening, within] = key.split('\n', 2);
    if (within !== undefined) inner.set(opening!, [...(inner.get(opening!) ?? []), key]);
  }
  return [...blocks]
    .filter(([key]) => !key.includes('\n'))
    .map(([opening, lines]) => {
      const own = ordered(opening, [...lines.values()]).map((line) => ` ${line}`);
      const within = (inner.get(opening) ?? []).flatMap((key) => [
        key.split('\n')[1]!,
        ...[...blocks.get(key)!.values()].map((line) => `  ${line}`),
      ]);
      const first = own.filter((line) => line.startsWith(' description '));
      const rest = own.filter((line) => !line.startsWith(' description '));
      return [opening.replace(/^line console/, 'line con'), ...first, ...within, ...rest].join('\n');
    });
}

/** Entries of an access list stand in the order of their numbers, which a Catalyst does not print. */
function ordered(opening: string, lines: readonly string[]): string[] {
  if (!/^ip access-list /.test(opening)) return [...lines];
  let last = 0;
  return lines
    .map((line) => {
      const found = /^(\d+) (.*)$/.exec(line);
      last = found ? Number(found[1]) : last + 10;
      return { at: last, text: found ? found[2]! : line };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => printedEntry(text));
}

/** An entry of an IPv4 list: `deny` is printed as wide as `permit` with its blank. Source: printed configurations of public repositories. */
export function printedEntry(line: string): string {
  return line.replace(/^((?:access-list \d+ )?deny) (?=\S)/, (_, words: string) => `${words}   `);
}
