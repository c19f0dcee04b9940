import { readFileSync } from 'node:fs';
import type { Difference } from './differences.ts';

/** Differences that are meant, and why. */
export interface Allowed {
  readonly input: string;
  readonly why: string;
}

/** Groups of alike differences that are printed in full, and names that are listed of a group. */
const mostGroups = 40;
const mostNames = 8;

export function readAllowed(file: string): readonly Allowed[] {
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const isEntry = (entry: Partial<Allowed> | null) =>
    typeof entry?.input === 'string' && typeof entry.why === 'string' && entry.why.trim() !== '';
  if (!Array.isArray(list) || !list.every(isEntry))
    throw new Error(`${file} is no list of { "input": "…", "why": "…" }`);
  return list as readonly Allowed[];
}

/** Prints all of them, those that are meant apart with their reasons; gives how many are not. */
export function printDifferences(differences: readonly Difference[], allowed: readonly Allowed[]): number {
  const patterns = allowed.map((entry) => ({ ...entry, pattern: patternOf(entry.input) }));
  const meant = new Map<Allowed, Difference[]>(patterns.map((entry) => [entry, []]));
  const unmeant = differences.filter((difference) => {
    const entry = patterns.find(({ pattern }) => pattern.test(difference.input));
    if (entry) meant.get(entry)!.push(difference);
    return !entry;
  });
  printGroups(unmeant);
  for (const [{ input, why }, found] of meant) {
    console.log(`\n${found.length} differences are meant: ${input}\n  ${why}`);
    for (const name of namesOf(found)) console.log(`    ${name}`);
    if (found.length === 0) console.log('    Nothing differs there: take the entry out.');
  }
  if (differences.length > 0) console.log();
  return unmeant.length;
}

/** One change in the code shows in many places: each change is printed once, with where else it was found. */
function printGroups(differences: readonly Difference[]): void {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const changes = difference.excerpt.filter((line) => /^[-+]/.test(line));
    // Numbers differ from place to place.
    const key = changes.length > 0 ? likeness(changes[0]!, changes.at(-1)!) : difference.output;
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  for (const group of [...groups.values()].slice(0, mostGroups)) {
    const { input, output, excerpt } = group[0]!;
    console.log(`\n${input}\n  ${output}`);
    for (const line of excerpt) console.log(`    ${line}`);
    if (group.length === 1) continue;
    console.log(`  and the like ${group.length - 1} more times:`);
    for (const name of namesOf(group.slice(1))) console.log(`    ${name}`);
  }
  if (groups.size > mostGroups) console.log(`\n… and ${groups.size - mostGroups} other kinds of difference.`);
}

/** The words that only one of two lines has, without the markup around them. */
function likeness(removed: string, added: string): string {
  const words = (line: string) => new Set(line.slice(1).match(/[\p{L}\p{N}-]+/gu) ?? []);
  const [old, now] = [words(removed), words(added)];
  const only = (some: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...some].filter((word) => !other.has(word) && !/\d/.test(word)).join(' ');
  const change = `${only(old, now)} > ${only(now, old)}`;
  // Where no word differs it is numbers, digests or signs: alike where all around them is.
  return change === ' > ' ? `${removed} ${added}`.replace(/[\da-f]{6,}|\d+/g, '#') : change;
}

function namesOf(differences: readonly Difference[]): readonly string[] {
  const names = differences.map(({ input, output }) => `${input} (${output})`);
  return names.length > mostNames
    ? [...names.slice(0, mostNames), `… and ${names.length - mostNames} more`]
    : names;
}

/** A regular expression where it stands between slashes, else a glob. */
function patternOf(input: string): RegExp {
  if (/^\/.+\/$/.test(input)) return new RegExp(input.slice(1, -1), 'u');
  const source = input.replace(/\*\*|[*?]|[.+^${}()|[\]\\/]/g, (part) =>
    part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : `\\${part}`,
  );
  return new RegExp(`^${source}$`, 'u');
}
