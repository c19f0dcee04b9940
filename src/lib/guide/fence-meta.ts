import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { platformNamed } from '../platforms/platform-named.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { isPlatformId, platformIds } from '../platforms/platforms.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import type { FenceProblem } from './fence-problems.ts';
import {
  assumptions,
  lacksValue,
  problemOfWord,
  problemsOfMeta,
  roleWords,
  wordProblem,
} from './fence-problems.ts';
import type { FenceMeta, FenceWords, MetaWord } from './fence-words.ts';
import type { Role } from './guide.ts';
import { diagnose } from './rules.ts';

/** The meta of a fence while it is read. */
interface MetaDraft {
  role: Role;
  readonly ranges: Record<string, Range>;
  readonly values: Record<string, string>;
}

/**
 * Reads the words of a block of `language`, which may be those of `known`. Undefined where a quote is not closed: what stands behind
 * it cannot be told apart.
 */
export function readMeta(
  file: SourceFile,
  language: string,
  words: readonly MetaWord[],
  known: FenceWords,
  report: (diagnostic: Diagnostic) => void,
): FenceMeta | undefined {
  const meta: MetaDraft = { role: 'apply', ranges: {}, values: {} };
  for (const word of words) {
    const { name, range } = word;
    const problem = problemOfWord(word, language, known, meta, words);
    if (problem) report(wordDiagnostic(file, range, problem));
    const isKnown = Object.hasOwn(known, name);
    if (isKnown && word.open) return undefined;
    if (!problem) addWord(meta, word);
    // That its value is missing is told; that the word itself were missing is not.
    else if (isKnown && lacksValue(word, known)) meta.ranges[name] = range;
  }
  for (const [name, problem] of problemsOfMeta(meta))
    report(wordDiagnostic(file, meta.ranges[name]!, problem));
  return meta;
}

function wordDiagnostic(file: SourceFile, range: Range, problem: FenceProblem): Diagnostic {
  const { replacement, ...rest } = problem;
  if (replacement === undefined) return diagnose({ ...rest, file, range });
  // What is left out takes the blanks before it along.
  let start = range.start.offset;
  while (replacement === '' && /[ \t]/.test(file.text[start - 1] ?? '')) start--;
  // A word may stand right behind the language.
  const text = replacement !== '' && /\S/.test(file.text[start - 1] ?? ' ') ? ` ${replacement}` : replacement;
  return diagnose({
    ...rest,
    file,
    range,
    fix: {
      title: replacement === '' ? 'Leave it out' : `Write ${replacement}`,
      safety: 'safe',
      edits: [{ start, end: range.end.offset, text }],
    },
  });
}

/** The platform that the words name, if it is one. */
export function platformOf(
  file: SourceFile,
  { ranges, values }: FenceMeta,
  report: (diagnostic: Diagnostic) => void,
): PlatformId | undefined {
  const platform = values['platform'];
  if (platform === undefined || isPlatformId(platform)) return platform;
  const named = platformNamed(platform);
  const near = named ?? suggest(platform, platformIds);
  const problem = wordProblem(
    `There is no platform “${platform}”.`,
    near ? `Did you mean \`platform=${near}\`?` : `Platforms are ${platformIds.join(', ')}.`,
  );
  const replacement = named ? { replacement: `platform=${named}` } : {};
  report(wordDiagnostic(file, ranges['platform']!, { ...problem, ...replacement }));
  return undefined;
}

/** What an output assumes by a word, where it is the one thing to assume. */
export function assumptionOf<Word extends keyof typeof assumptions>(
  { values }: FenceMeta,
  word: Word,
): (typeof assumptions)[Word] | undefined {
  return values[word] === assumptions[word] ? assumptions[word] : undefined;
}

function addWord(meta: MetaDraft, { name, value, range }: MetaWord): void {
  if (roleWords.includes(name)) meta.role = name as Role;
  meta.ranges[name] = range;
  if (value !== undefined) meta.values[name] = value;
}
