import { commonEnds, wordsOf } from './diff-words.ts';
import type { ProjectionLine } from './projection-lines.ts';

/** A line and what became of it; one of both alone where it has no other. */
export interface LinePair {
  readonly before: ProjectionLine | undefined;
  readonly after: ProjectionLine | undefined;
}

/** Two lines are one, worded anew, where they share that much of their words. */
const alike = 0.5;

/** Above this number of comparisons, a line is compared with the one in its place alone. */
const mostComparisons = 20_000;

/**
 * Pairs the lines of one change so that their likeness is the greatest in all, both sides in their order. What is taken away stands before
 * what is added where nothing else decides.
 */
export function pairLines(before: readonly ProjectionLine[], after: readonly ProjectionLine[]): LinePair[] {
  const [one, other] = [before[0], after[0]];
  if (one && other && before.length === 1 && after.length === 1 && haveLongEnds(one, other))
    return [{ before: one, after: other }];
  const old = before.map(countWords);
  const fresh = after.map(countWords);
  if (before.length * after.length > mostComparisons) return pairByPlace(old, fresh);
  // most[i][j]: the greatest likeness of what begins with line i of the one and line j of the other.
  const most = Array.from({ length: old.length + 1 }, () => new Float64Array(fresh.length + 1));
  const paired = old.map((one) => fresh.map((other) => likeness(one, other)));
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--) {
      const like = paired[row]![column]!;
      paired[row]![column] = like < alike ? -1 : like + most[row + 1]![column + 1]!;
      most[row]![column] = Math.max(most[row + 1]![column]!, most[row]![column + 1]!, paired[row]![column]!);
    }
  const pairs: LinePair[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < fresh.length) {
    const best = most[row]![column]!;
    if (best === paired[row]![column]) pairs.push({ before: before[row++], after: after[column++] });
    else if (best === most[row + 1]![column]) pairs.push({ before: before[row++], after: undefined });
    else pairs.push({ before: undefined, after: after[column++] });
  }
  return [
    ...pairs,
    ...before.slice(row).map((line) => ({ before: line, after: undefined })),
    ...after.slice(column).map((line) => ({ before: undefined, after: line })),
  ];
}

/** True only of lines that are `alike`, and of most that are, without counting their words. */
function haveLongEnds(one: ProjectionLine, other: ProjectionLine): boolean {
  if (one.code !== other.code) return false;
  const { start, end } = commonEnds(one.text, other.text);
  const ends = `${one.text.slice(0, start)} ${one.text.slice(one.text.length - end)}`;
  return 2 * lettersIn(ends) > alike * (lettersIn(one.text) + lettersIn(other.text));
}

/** As many as `countWords` finds. */
function lettersIn(text: string): number {
  return text.replace(/\s+/g, '').length;
}

function pairByPlace(old: readonly CountedLine[], fresh: readonly CountedLine[]): LinePair[] {
  const pairs: LinePair[] = [];
  for (let place = 0; place < Math.max(old.length, fresh.length); place++) {
    const before = old[place];
    const after = fresh[place];
    if (before && after && likeness(before, after) >= alike)
      pairs.push({ before: before.line, after: after.line });
    else {
      if (before) pairs.push({ before: before.line, after: undefined });
      if (after) pairs.push({ before: undefined, after: after.line });
    }
  }
  return pairs;
}

interface CountedLine {
  readonly line: ProjectionLine;
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** A line of one revision is compared with those of several. */
const counted = new WeakMap<ProjectionLine, CountedLine>();

function countWords(line: ProjectionLine): CountedLine {
  const known = counted.get(line);
  if (known) return known;
  const fresh = countedLine(line);
  counted.set(line, fresh);
  return fresh;
}

/** Words by their letters: a long word that stayed says more than a comma that did. */
function countedLine(line: ProjectionLine): CountedLine {
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of wordsOf(line.text, line.code)) {
    if (word.trim() === '') continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total += word.length;
  }
  return { line, total, counts };
}

/** How alike two lines are, from 0 to 1; a line of code is like no line of text. */
function likeness(one: CountedLine, other: CountedLine): number {
  if (one.line.code !== other.line.code || one.total + other.total === 0) return 0;
  let common = 0;
  for (const [word, count] of one.counts)
    common += word.length * Math.min(count, other.counts.get(word) ?? 0);
  return (2 * common) / (one.total + other.total);
}
