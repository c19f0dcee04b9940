import { holdsUnknown, unknownValue } from '../../unknown-value.ts';

/**
 * What `show … | include RE` and its like leave of a text: the words behind the bar, as typed. Undefined where the words are none of
 * `include`, `exclude`, `begin` and `section`, or the pattern is one that is not known to mean the same here as on the switch. Of a line
 * with something that is not known it may not be known whether it is left.
 */
export function applyModifier(text: string, modifier: string): string | undefined {
  const [, typed, rest] = /^\s*(\S+)\s(.*)$/.exec(modifier) ?? [];
  if (typed === undefined || rest === undefined) return undefined;
  const word = ['include', 'exclude', 'begin', 'section'].find((one) => one.startsWith(typed.toLowerCase()));
  const [, excluded, pattern = rest] = (word === 'section' && /^(exclude|include) (.*)$/.exec(rest)) || [];
  const expression = iosExpression(pattern);
  if (!word || !expression) return undefined;
  const lines = text.split('\n');
  const fits = (line: string) => expression.test(line);
  const isOpen = (line: string) =>
    line === unknownValue || (holdsUnknown(line) && !fits(line) && mayHoldUnknown(pattern));
  const kept = (line: string, keep: boolean) => (isOpen(line) ? [unknownValue] : keep ? [line] : []);
  switch (word) {
    case 'include':
      return joined(lines.flatMap((line) => kept(line, fits(line))));
    case 'exclude':
      return joined(lines.flatMap((line) => kept(line, !fits(line))));
    case 'begin': {
      const first = lines.findIndex(fits);
      const isBefore = lines.slice(0, first < 0 ? undefined : first).some(isOpen);
      return joined([...(isBefore ? [unknownValue] : []), ...(first < 0 ? [] : lines.slice(first))]);
    }
    default: {
      const inSection = sectionLines(lines, fits);
      return joined(lines.flatMap((line, at) => kept(line, inSection[at] !== (excluded === 'exclude'))));
    }
  }
}

/** What is not known are numbers and addresses: a pattern all of whose alternatives have another letter fits the rest of a line or not at all. */
function mayHoldUnknown(pattern: string): boolean {
  return pattern.split('|').some((part) => !/[g-z]/i.test(part));
}

/** Lines of which one is not known, one after the other, are one. */
function joined(lines: readonly string[]): string {
  return lines.filter((line, at) => line !== unknownValue || lines[at - 1] !== unknownValue).join('\n');
}

/** A section is a line that fits, with the lines below it that are indented deeper. */
function sectionLines(lines: readonly string[], fits: (line: string) => boolean): boolean[] {
  let depth: number | undefined;
  return lines.map((line) => {
    const indentation = /^\s*/.exec(line)![0].length;
    if (depth !== undefined && indentation > depth) return true;
    depth = fits(line) ? indentation : undefined;
    return depth !== undefined;
  });
}

/**
 * A regular expression of IOS: `.`, `*`, `+`, `?`, `^`, `$`, sets, alternatives and groups as everywhere; `_` is a blank, a comma, a
 * brace, a parenthesis or an end of the line; braces, and a backslash before a letter or digit, stand for themselves. Undefined for one
 * that is not whole, or that repeats much or repeats what repeats, which can take
 * forever.
 */
function iosExpression(pattern: string): RegExp | undefined {
  if (pattern === '' || pattern.length > 200) return undefined;
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === '\\') {
      const next = pattern[++at];
      if (next === undefined) return undefined;
      source += escaped(next);
    } else if (character === '[') {
      const set = /^\[(\^?)(\]?[^\]]*)\]/.exec(pattern.slice(at));
      if (!set) return undefined;
      source += `[${set[1]!}${set[2]!.replaceAll(/[\\[\]]/g, (special) => `\\${special}`)}]`;
      at += set[0].length - 1;
    } else if (character === '_') source += String.raw`(?:^|$|[\s,{}()])`;
    else if (character === '{' || character === '}') source += escaped(character);
    else source += character;
  }
  const repeats = source.match(/[*+?]/g)?.length ?? 0;
  if (/\)[*+?]|[*+?]{2}|\(\?(?!:\^)/.test(source) || repeats > 4) return undefined;
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}

function escaped(character: string): string {
  return /[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
