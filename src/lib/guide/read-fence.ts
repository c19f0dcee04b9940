import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from './rules.ts';
import type { GuideRuleId } from './rules.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { dialectIds, isPlatformId, platformIds } from '../platforms/platforms.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Role } from './guide.ts';

/** Languages of blocks that hold commands. */
export const commandLanguages = dialectIds;
/** Languages of blocks that are only shown. */
export const staticLanguages = ['text', 'yaml', 'json', 'bash', 'log'] as const;
const languages: readonly string[] = [...commandLanguages, 'output', ...staticLanguages];

/** The line that opens a code block, read by its language. */
export interface Fence {
  readonly language: string;
  /** Of language and meta. */
  readonly range: Range;
  readonly meta: Readonly<Record<string, Range>>;
  readonly role: Role;
  readonly on: string | undefined;
  readonly platform: PlatformId | undefined;
  readonly because: string | undefined;
  readonly cannotUndo: string | undefined;
  readonly captured: string | undefined;
  readonly after: 'reload' | undefined;
  readonly partner: 'silent' | undefined;
}

interface MetaWord {
  readonly name: string;
  /** Undefined for a word without `=`. */
  readonly value: string | undefined;
  /** It has an opening quote without a closing one. */
  readonly open: boolean;
  readonly range: Range;
}

const roleWords: readonly string[] = ['verify', 'undo', 'example'];
/** Words of each sort of block: true where the word takes a value. */
const commandWords: Readonly<Record<string, boolean>> = {
  on: true,
  platform: true,
  verify: false,
  undo: false,
  example: false,
  because: true,
  'cannot-undo': true,
};
const outputWords: Readonly<Record<string, boolean>> = { captured: true, after: true, partner: true };
/** What an output may assume of the world outside of the configuration, word by word. */
const assumptions = { after: 'reload', partner: 'silent' } as const;
/** Words whose value is a reason for the reader. */
const reasons = { because: 'why', 'cannot-undo': 'why', captured: 'where and when' } as const;

/** Reads the fence whose first mark stands at `start`. */
export function readFence(file: SourceFile, start: number, report: (diagnostic: Diagnostic) => void): Fence {
  const line = /^(?:`+|~+)[ \t]*(\S*)[ \t]*([^\r\n]*)/.exec(lineFrom(file.text, start));
  const [whole = '', language = '', rest = ''] = line ?? [];
  const metaStart = start + whole.length - rest.length;
  const metaEnd = metaStart + rest.trimEnd().length;
  const languageStart = start + whole.indexOf(language, /^(?:`+|~+)[ \t]*/.exec(whole)?.[0].length ?? 0);
  const range = language
    ? rangeAt(file, languageStart, rest.trimEnd() ? metaEnd : languageStart + language.length)
    : rangeAt(file, start, start + whole.trimEnd().length);
  const tell = (rule: GuideRuleId, at: Range, message: string, hint: string) =>
    report(diagnose({ rule, file, range: at, message, hint }));

  const words = readWords(file, metaStart, metaEnd);
  if (!languages.includes(language)) {
    const near = suggest(language, languages);
    tell(
      'guide/unknown-language',
      language ? rangeAt(file, languageStart, languageStart + language.length) : range,
      language
        ? `“${language}” is no language of code blocks here.`
        : 'The code block does not name its language.',
      near
        ? `Did you mean “${near}”?`
        : `Commands are ${commandLanguages.join(' or ')}, what they print is output; shown only: ${staticLanguages.join(', ')}.`,
    );
    return { ...emptyFence, language, range };
  }
  const isCommand = (commandLanguages as readonly string[]).includes(language);
  const known = isCommand ? commandWords : language === 'output' ? outputWords : {};
  const meta: Record<string, Range> = {};
  const values: Record<string, string> = {};
  let role: Role = 'apply';
  for (const word of words) {
    const { name, value } = word;
    if (!Object.hasOwn(known, name)) {
      tell(
        'guide/unknown-meta',
        word.range,
        `A block of ${language} has no word “${name}”.`,
        unknownHint(name, known, isCommand),
      );
      continue;
    }
    if (word.open) {
      tell(
        'guide/unknown-meta',
        word.range,
        `The quote of “${name}” is not closed.`,
        'Write `name="text"`; the text itself can have no `"`.',
      );
      return { ...emptyFence, language, range };
    }
    if (known[name] && !value) {
      if (!Object.hasOwn(reasons, name)) {
        tell(
          'guide/unknown-meta',
          word.range,
          `“${name}” needs a value.`,
          `Write \`${name}=${assumptions[name as keyof typeof assumptions] ?? '…'}\` without blanks around the sign.`,
        );
      } else
        tell(
          'guide/missing-reason',
          word.range,
          `“${name}” gives no reason.`,
          `Say ${reasons[name as keyof typeof reasons]}: \`${name}="…"\`.`,
        );
      meta[name] = word.range;
      continue;
    }
    if (!known[name] && value !== undefined) {
      tell('guide/unknown-meta', word.range, `“${name}” takes no value.`, `Write only \`${name}\`.`);
      continue;
    }
    if (Object.hasOwn(meta, name)) {
      tell('guide/conflicting-meta', word.range, `“${name}” is there twice.`, 'Keep one of them.');
      continue;
    }
    if (roleWords.includes(name)) {
      if (role !== 'apply') {
        tell(
          'guide/conflicting-meta',
          word.range,
          `A block cannot be both ${role} and ${name}.`,
          'Keep one of them, or make two blocks.',
        );
        continue;
      }
      role = name as Role;
    }
    meta[name] = word.range;
    if (value !== undefined) values[name] = value;
  }
  if (meta['because'] && role !== 'example') {
    tell(
      'guide/conflicting-meta',
      meta['because'],
      '“because” belongs to an example.',
      'Add `example`, or remove the reason.',
    );
  }
  if (meta['cannot-undo'] && role !== 'apply') {
    tell(
      'guide/conflicting-meta',
      meta['cannot-undo'],
      `“cannot-undo” does not go with ${role}.`,
      'Write it on the block that changes the device.',
    );
  }
  if (role === 'example' && !meta['because']) {
    tell(
      'guide/missing-reason',
      meta['example']!,
      'The example does not say why it is not part of the bundle.',
      'Add `because="…"`; readers see the reason.',
    );
  }
  for (const [name, only] of Object.entries(assumptions)) {
    if (values[name] !== undefined && values[name] !== only)
      tell(
        'guide/unknown-meta',
        meta[name]!,
        `An output cannot be “${name}=${values[name]}”.`,
        `The one thing to assume here is \`${name}=${only}\`.`,
      );
  }
  const platform = values['platform'];
  if (platform !== undefined && !isPlatformId(platform)) {
    const near = suggest(platform, platformIds);
    tell(
      'guide/unknown-meta',
      meta['platform']!,
      `There is no platform “${platform}”.`,
      near ? `Did you mean \`platform=${near}\`?` : `Platforms are ${platformIds.join(', ')}.`,
    );
  }
  return {
    language,
    range,
    meta,
    role,
    on: values['on'],
    platform: platform !== undefined && isPlatformId(platform) ? platform : undefined,
    because: values['because'],
    cannotUndo: values['cannot-undo'],
    captured: values['captured'],
    after: values['after'] === 'reload' ? 'reload' : undefined,
    partner: values['partner'] === 'silent' ? 'silent' : undefined,
  };
}

const emptyFence = {
  meta: {},
  role: 'apply',
  on: undefined,
  platform: undefined,
  because: undefined,
  cannotUndo: undefined,
  captured: undefined,
  after: undefined,
  partner: undefined,
} as const;

function readWords(file: SourceFile, start: number, end: number): MetaWord[] {
  const words: MetaWord[] = [];
  const pattern = /([^\s="]+|"[^"]*"?)(?:=(?:"([^"]*)("?)|([^\s"]*)))?/g;
  const text = file.text.slice(start, end);
  for (const match of text.matchAll(pattern)) {
    const [whole, name = '', quoted, quote, bare] = match;
    words.push({
      name,
      value: quoted?.trim() ?? bare,
      open: quoted !== undefined && quote === '',
      range: rangeAt(file, start + match.index, start + match.index + whole.length),
    });
  }
  return words;
}

function unknownHint(name: string, known: Readonly<Record<string, boolean>>, isCommand: boolean): string {
  if (isCommand && name === 'captured') return '`captured` belongs to the output block.';
  const near = suggest(name, Object.keys(known));
  if (near) return `Did you mean “${near}”?`;
  const names = Object.entries(known).map(([word, valued]) => (valued ? `${word}=…` : word));
  return names.length > 0 ? `Known here: ${names.join(', ')}.` : 'Remove it.';
}

function lineFrom(text: string, start: number): string {
  const end = text.slice(start, start + 4000).search(/[\r\n]/);
  return end < 0 ? text.slice(start, start + 4000) : text.slice(start, start + end);
}
