import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { PlatformId } from '../platforms/platform.ts';
import { isPlatformId, platformIds } from '../platforms/platform.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import type { FenceWords, MetaWord } from './fence-words.ts';
import { commandWords } from './fence-words.ts';
import type { Role } from './guide.ts';
import { diagnose } from './rules.ts';
import type { GuideRuleId } from './rules.ts';

/** What the words of a fence say. */
export interface FenceMeta {
  readonly role: Role;
  /** By word: where it stands. */
  readonly ranges: Readonly<Record<string, Range>>;
  /** By word: its value, where it takes one. */
  readonly values: Readonly<Record<string, string>>;
}

/** A `Fence`'s meta while it is read. */
interface MetaDraft {
  role: Role;
  readonly ranges: Record<string, Range>;
  readonly values: Record<string, string>;
}

interface Problem {
  readonly rule: GuideRuleId;
  readonly message: string;
  readonly hint: string;
}

const roleWords: readonly string[] = ['verify', 'undo', 'example'];
/** What an output may assume of the world outside of the configuration, word by word. */
const assumptions = { after: 'reload', partner: 'silent' } as const;
/** Words whose value is a reason for the reader. */
const reasons = { because: 'why', 'cannot-undo': 'why', captured: 'where and when' } as const;

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
    const problem =
      unknownWord(word, language, known) ??
      openQuote(word) ??
      missingValue(word, known) ??
      unwantedValue(word, known) ??
      repeatedWord(word, meta) ??
      secondRole(word, meta);
    if (problem) report(diagnose({ ...problem, file, range }));
    const isKnown = Object.hasOwn(known, name);
    if (isKnown && word.open) return undefined;
    if (!problem) addWord(meta, word);
    // What it lacks is told, so that it is there at all is not told as well.
    else if (isKnown && lacksValue(word, known)) meta.ranges[name] = range;
  }
  for (const [name, problem] of [...roleProblems(meta), ...assumptionProblems(meta)])
    report(diagnose({ ...problem, file, range: meta.ranges[name]! }));
  return meta;
}

/** The platform that the words name, if it is one. */
export function platformOf(
  file: SourceFile,
  { ranges, values }: FenceMeta,
  report: (diagnostic: Diagnostic) => void,
): PlatformId | undefined {
  const platform = values['platform'];
  if (platform === undefined || isPlatformId(platform)) return platform;
  const near = suggest(platform, platformIds);
  const problem = wordProblem(
    `There is no platform “${platform}”.`,
    near ? `Did you mean \`platform=${near}\`?` : `Platforms are ${platformIds.join(', ')}.`,
  );
  report(diagnose({ ...problem, file, range: ranges['platform']! }));
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

function unknownWord({ name }: MetaWord, language: string, known: FenceWords): Problem | undefined {
  if (Object.hasOwn(known, name)) return undefined;
  return wordProblem(`A block of ${language} has no word “${name}”.`, unknownHint(name, known));
}

function unknownHint(name: string, known: FenceWords): string {
  if (known === commandWords && name === 'captured') return '`captured` belongs to the output block.';
  const near = suggest(name, Object.keys(known));
  if (near) return `Did you mean “${near}”?`;
  const names = Object.entries(known).map(([word, valued]) => (valued ? `${word}=…` : word));
  return names.length > 0 ? `Known here: ${names.join(', ')}.` : 'Remove it.';
}

function openQuote({ name, open }: MetaWord): Problem | undefined {
  if (!open) return undefined;
  return wordProblem(
    `The quote of “${name}” is not closed.`,
    'Write `name="text"`; the text itself can have no `"`.',
  );
}

function lacksValue({ name, value }: MetaWord, known: FenceWords): boolean {
  return known[name] === true && !value;
}

function missingValue(word: MetaWord, known: FenceWords): Problem | undefined {
  const { name } = word;
  if (!lacksValue(word, known)) return undefined;
  if (Object.hasOwn(reasons, name)) {
    const what = reasons[name as keyof typeof reasons];
    return reasonProblem(`“${name}” gives no reason.`, `Say ${what}: \`${name}="…"\`.`);
  }
  const value = assumptions[name as keyof typeof assumptions] ?? '…';
  return wordProblem(
    `“${name}” needs a value.`,
    `Write \`${name}=${value}\` without blanks around the sign.`,
  );
}

function unwantedValue({ name, value }: MetaWord, known: FenceWords): Problem | undefined {
  if (known[name] || value === undefined) return undefined;
  return wordProblem(`“${name}” takes no value.`, `Write only \`${name}\`.`);
}

function repeatedWord({ name }: MetaWord, { ranges }: FenceMeta): Problem | undefined {
  if (!Object.hasOwn(ranges, name)) return undefined;
  return conflict(`“${name}” is there twice.`, 'Keep one of them.');
}

function secondRole({ name }: MetaWord, { role }: FenceMeta): Problem | undefined {
  if (role === 'apply' || !roleWords.includes(name)) return undefined;
  return conflict(`A block cannot be both ${role} and ${name}.`, 'Keep one of them, or make two blocks.');
}

/** What the words together say wrong of the block's role, each with the word that it is about. */
function* roleProblems({ role, ranges }: FenceMeta): Generator<[string, Problem]> {
  if (ranges['because'] && role !== 'example') {
    const hint = 'Add `example`, or remove the reason.';
    yield ['because', conflict('“because” belongs to an example.', hint)];
  }
  if (ranges['cannot-undo'] && role !== 'apply') {
    const hint = 'Write it on the block that changes the device.';
    yield ['cannot-undo', conflict(`“cannot-undo” does not go with ${role}.`, hint)];
  }
  if (role === 'example' && !ranges['because']) {
    const message = 'The example does not say why it is not part of the bundle.';
    yield ['example', reasonProblem(message, 'Add `because="…"`; readers see the reason.')];
  }
}

function* assumptionProblems({ values }: FenceMeta): Generator<[string, Problem]> {
  for (const [name, only] of Object.entries(assumptions)) {
    const value = values[name];
    if (value === undefined || value === only) continue;
    const hint = `The one thing to assume here is \`${name}=${only}\`.`;
    yield [name, wordProblem(`An output cannot be “${name}=${value}”.`, hint)];
  }
}

function wordProblem(message: string, hint: string): Problem {
  return { rule: 'guide/unknown-meta', message, hint };
}

function conflict(message: string, hint: string): Problem {
  return { rule: 'guide/conflicting-meta', message, hint };
}

function reasonProblem(message: string, hint: string): Problem {
  return { rule: 'guide/missing-reason', message, hint };
}
