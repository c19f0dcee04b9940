import { plainWords } from './plain-words.ts';

/** A passage that was put right: as a Debug File has it. */
export interface QuotedPassage {
  readonly was: string;
  readonly now: string;
}

/**
 * The lines of a projection before passages of it were put right: each `now` is replaced by its `was`. Undefined where one of them stands
 * nowhere, so that nobody can say what stood there.
 */
export function earlierLines(
  lines: readonly string[],
  changes: readonly QuotedPassage[],
): readonly string[] | undefined {
  let found: readonly string[] | undefined = lines;
  for (const change of changes) found = found && withoutChange(found, change);
  return found;
}

function withoutChange(lines: readonly string[], { was, now }: QuotedPassage): readonly string[] | undefined {
  const old = was.trim().split(/\r\n?|\n/);
  const fresh = now.trim().split(/\r\n?|\n/);
  if (fresh.length > 1) {
    const at = lines.findIndex((_, index) =>
      fresh.every((line, offset) => sameWords(lines[index + offset], line)),
    );
    if (at >= 0) return [...lines.slice(0, at), ...old, ...lines.slice(at + fresh.length)];
  }
  const words = plainWords(fresh);
  const at = lines.findIndex((line) => plainWords([line]).includes(words));
  if (at < 0) return undefined;
  const line = lines[at]!;
  // Marks of links and code in the line stay where the words are found as they are written.
  const text = line.includes(words)
    ? line.replace(words, () => old.join(' '))
    : plainWords([line]).replace(words, () => plainWords(old));
  return [...lines.slice(0, at), text, ...lines.slice(at + 1)];
}

function sameWords(line: string | undefined, other: string): boolean {
  return line !== undefined && line.trimEnd() === other.trimEnd();
}
