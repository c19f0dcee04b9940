import { changed } from '../layered-map.ts';
import type { Entry } from '../layered-map.ts';

// A switch has its terminal lines in ranges, each a block of its configuration. `line vty 0 15` configures all the blocks that lie in it, and a
// range that begins or ends within a block divides that.

type Blocks = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface TerminalLines {
  readonly first: number;
  readonly last: number;
}

/** The blocks of lines that a switch has: those that are configured, and those of the factory as far as nobody has divided them. */
export function lineRangesOf(configured: readonly string[], factory: readonly string[]): string[] {
  return factory.filter((block) => {
    const own = rangeOf(block);
    return !own || !configured.some((other) => touches(own, rangeOf(other)));
  });
}

/** The blocks that a line such as `line vty 0 15` is about; itself, where it is about none of these. `blocks`: those that are configured. */
export function rangesIn(line: string, blocks: Iterable<string>, factory: readonly string[]): string[] {
  const range = rangeOf(line);
  if (!range) return [line];
  const configured = [...blocks];
  const all = [...configured.filter((block) => rangeOf(block)), ...lineRangesOf(configured, factory)];
  const within = all
    .map((block) => rangeOf(block)!)
    .filter((own) => touches(range, own))
    .map(({ first, last }) => ({ first: Math.max(first, range.first), last: Math.min(last, range.last) }))
    .sort((a, b) => a.first - b.first);
  const covered = within.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return covered < range.last - range.first + 1 ? [textOf(range)] : within.map(textOf);
}

/** The blocks after a line that divides some of them; each part has the settings of the whole. */
export function splitRanges(blocks: Blocks, line: string, factory: readonly string[]): Blocks {
  const range = rangeOf(line);
  if (!range) return blocks;
  const all = [
    ...[...blocks.keys()].filter((block) => rangeOf(block)),
    ...lineRangesOf([...blocks.keys()], factory),
  ];
  const entries = all.flatMap((block): Entry<string, ReadonlyMap<string, string>>[] => {
    const own = rangeOf(block)!;
    if (!touches(range, own) || (range.first <= own.first && range.last >= own.last)) return [];
    const lines = blocks.get(block) ?? new Map<string, string>();
    const parts = [
      { first: own.first, last: range.first - 1 },
      { first: Math.max(own.first, range.first), last: Math.min(own.last, range.last) },
      { first: range.last + 1, last: own.last },
    ].filter(({ first, last }) => first <= last && last <= own.last && first >= own.first);
    return [[block, undefined], ...parts.map((part) => [textOf(part), lines] as const)];
  });
  return entries.length === 0 ? blocks : changed(blocks, entries);
}

function rangeOf(block: string): TerminalLines | undefined {
  const found = /^line vty (\d+)(?: (\d+))?$/.exec(block);
  return found ? { first: Number(found[1]), last: Number(found[2] ?? found[1]) } : undefined;
}

function textOf({ first, last }: TerminalLines): string {
  return first === last ? `line vty ${String(first)}` : `line vty ${String(first)} ${String(last)}`;
}

function touches(one: TerminalLines, other: TerminalLines | undefined): boolean {
  return other !== undefined && one.first <= other.last && other.first <= one.last;
}
