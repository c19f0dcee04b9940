import { suggest } from '../diagnostics/suggest.ts';
import { deviceClassIds } from '../platforms/device-class.ts';
import type { FenceMeta, FenceWords, MetaWord } from './fence-words.ts';
import { commandWords, writtenWord } from './fence-words.ts';
import { foreignRule, translateWord } from './foreign-meta.ts';
import type { GuideRuleId } from './rules.ts';

/** What is wrong with a word of a fence. */
export interface FenceProblem {
  readonly rule: GuideRuleId;
  readonly message: string;
  readonly hint: string;
  /** What to write in its place, where that is certain; nothing where it is to be left out. */
  readonly replacement?: string;
}

export const roleWords: readonly string[] = ['verify', 'undo', 'example'];
/** What an output may assume of the world outside of the configuration, word by word. */
export const assumptions = { after: 'reload', partner: 'silent' } as const;
/** Words whose value is a reason for the reader. */
const reasons = {
  because: 'why',
  'cannot-undo': 'why',
  captured: 'where and when',
  allow: 'which rule and why',
} as const;

/** What words are called that do what one of ours does. */
const otherWords = Object.entries({
  verify: ['check', 'test', 'validate', 'verification', 'assert', 'confirm'],
  undo: ['rollback', 'revert', 'roll-back', 'backout', 'restore'],
  example: ['sample', 'demo', 'illustration', 'no-run', 'norun', 'skip'],
  because: ['why', 'reason'],
  'cannot-undo': ['irreversible', 'no-undo', 'noundo'],
  on: [...deviceClassIds, 'device', 'target', 'node', 'machine', 'computer', 'server', 'hosts'],
  platform: ['os', 'model', 'version'],
  captured: ['source', 'from', 'recorded'],
  allow: ['ignore', 'suppress', 'disable', 'allowed', 'nolint', 'waive'],
});

/** The first thing that is wrong with a word, beside those before it. */
export function problemOfWord(
  word: MetaWord,
  language: string,
  known: FenceWords,
  before: FenceMeta,
  all: readonly MetaWord[],
): FenceProblem | undefined {
  return (
    foreignWord(word, known, all) ??
    unknownWord(word, language, known) ??
    openQuote(word) ??
    missingValue(word, known) ??
    unwantedValue(word, known) ??
    wrongForm(word, known) ??
    repeatedWord(word, before) ??
    secondRole(word, before)
  );
}

/** What is wrong with the words together, each problem with the word that it is about. */
export function problemsOfMeta(meta: FenceMeta): [word: string, problem: FenceProblem][] {
  return [...roleProblems(meta), ...assumptionProblems(meta)];
}

/** A word as other programs have it. */
function foreignWord(word: MetaWord, known: FenceWords, all: readonly MetaWord[]): FenceProblem | undefined {
  // Lines in braces are a word of ours, and so is what has the name of one.
  if (word.open || (Object.hasOwn(known, word.name) && word.within !== 'braces')) return undefined;
  const translation = translateWord(word, known, all);
  if (!translation) return undefined;
  const { text, hint } = translation;
  const name = word.name === 'mark' ? `{${word.value ?? ''}}` : word.name;
  return {
    rule: foreignRule,
    message: `“${name}” is a word of another program’s code blocks.`,
    hint,
    ...(text !== undefined && { replacement: text }),
  };
}

function unknownWord({ name }: MetaWord, language: string, known: FenceWords): FenceProblem | undefined {
  if (Object.hasOwn(known, name)) return undefined;
  return wordProblem(`A block of ${language} has no word “${name}”.`, unknownHint(name, known));
}

function unknownHint(name: string, known: FenceWords): string {
  if (known === commandWords && name === 'captured') return '`captured` belongs to the output block.';
  if (known === commandWords && name === 'del')
    return 'All lines of the block would run, those that are to be gone as well. Show the change as a `diff`.';
  if (known === commandWords && /^(?:apply|run|do|execute)$/i.test(name))
    return 'A block without a role is applied. Remove it.';
  const meant = otherWords.find(
    ([word, others]) => Object.hasOwn(known, word) && others.includes(name.toLowerCase()),
  );
  const near = meant?.[0] ?? suggest(name, Object.keys(known));
  if (near) return `Did you mean “${near}”?`;
  const names = Object.entries(known).map(([word, form]) => writtenWord(word, form));
  return names.length > 0 ? `Known here: ${names.join(', ')}.` : 'Remove it.';
}

function openQuote({ name, open, within }: MetaWord): FenceProblem | undefined {
  if (!open) return undefined;
  if (within === 'braces')
    return wordProblem(`The brace of “${name}” is not closed.`, 'Write lines as `{2,4-5}`.');
  return wordProblem(
    `The quote of “${name}” is not closed.`,
    'Write `name="text"`; the text itself can have no `"`.',
  );
}

export function lacksValue({ name, value }: MetaWord, known: FenceWords): boolean {
  return (known[name] === 'value' || known[name] === 'lines') && !value;
}

function missingValue(word: MetaWord, known: FenceWords): FenceProblem | undefined {
  const { name } = word;
  if (!lacksValue(word, known)) return undefined;
  if (Object.hasOwn(reasons, name)) {
    const what = reasons[name as keyof typeof reasons];
    return reasonProblem(`“${name}” gives no reason.`, `Say ${what}: \`${name}="…"\`.`);
  }
  const assumed = assumptions[name as keyof typeof assumptions];
  const written = assumed ? `${name}=${assumed}` : writtenWord(name, known[name]!);
  return wordProblem(`“${name}” needs a value.`, `Write \`${written}\` without blanks around the sign.`);
}

function unwantedValue({ name, value }: MetaWord, known: FenceWords): FenceProblem | undefined {
  if (known[name] !== 'flag' || value === undefined) return undefined;
  return wordProblem(`“${name}” takes no value.`, `Write only \`${name}\`.`);
}

function wrongForm({ name, value, within }: MetaWord, known: FenceWords): FenceProblem | undefined {
  const form = known[name]!;
  const written = `Write \`${writtenWord(name, form)}\`.`;
  if (form === 'lines' && within !== 'braces')
    return wordProblem(
      `“${name}” names no lines in braces.`,
      /^[\d\s,-]*$/.test(value ?? '') ? written : `${written} Single words of a line cannot be marked.`,
    );
  if (form === 'number' && value !== undefined && !/^\d{1,6}$/.test(value))
    return wordProblem(
      `“${name}” is followed by what is no number.`,
      'Write `numbers`, or `numbers=10` to begin with 10.',
    );
  return undefined;
}

function repeatedWord({ name }: MetaWord, { ranges }: FenceMeta): FenceProblem | undefined {
  if (!Object.hasOwn(ranges, name)) return undefined;
  return conflict(`“${name}” is there twice.`, 'Keep one of them.');
}

function secondRole({ name }: MetaWord, { role }: FenceMeta): FenceProblem | undefined {
  if (role === 'apply' || !roleWords.includes(name)) return undefined;
  return conflict(`A block cannot be both ${role} and ${name}.`, 'Keep one of them, or make two blocks.');
}

function* roleProblems({ role, ranges }: FenceMeta): Generator<[string, FenceProblem]> {
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

function* assumptionProblems({ values }: FenceMeta): Generator<[string, FenceProblem]> {
  for (const [name, only] of Object.entries(assumptions)) {
    const value = values[name];
    if (value === undefined || value === only) continue;
    const hint = `The one thing to assume here is \`${name}=${only}\`.`;
    yield [name, wordProblem(`An output cannot be “${name}=${value}”.`, hint)];
  }
}

export function wordProblem(message: string, hint: string): FenceProblem {
  return { rule: 'guide/unknown-meta', message, hint };
}

function conflict(message: string, hint: string): FenceProblem {
  return { rule: 'guide/conflicting-meta', message, hint };
}

export function reasonProblem(message: string, hint: string): FenceProblem {
  return { rule: 'guide/missing-reason', message, hint };
}
