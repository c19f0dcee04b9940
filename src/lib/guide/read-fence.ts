import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { isDialectId } from '../platforms/dialects.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { assumptionOf, platformOf, readMeta } from './fence-meta.ts';
import {
  foreignLanguage,
  isKnownLanguage,
  meaningOf,
  translateLanguage,
  unknownLanguage,
} from './fence-language.ts';
import type { FenceMeta, FenceWords } from './fence-words.ts';
import { commandWords, diffWords, outputWords, readWords, staticWords } from './fence-words.ts';
import type { Role } from './guide.ts';
import type { ListingMeta } from './listing.ts';
import { plainListing } from './listing.ts';
import { readListingMeta } from './listing-meta.ts';

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
  readonly allow: string | undefined;
  readonly captured: string | undefined;
  readonly after: 'reload' | undefined;
  readonly partner: 'silent' | undefined;
  readonly listing: ListingMeta;
}

/** Reads the fence whose first mark stands at `start`; its block has so many lines of code. */
export function readFence(
  file: SourceFile,
  start: number,
  lines: number,
  report: (diagnostic: Diagnostic) => void,
): Fence {
  const parts = findParts(file, start);
  const { language, range, metaStart, metaEnd } = parts;
  const isKnown = isKnownLanguage(language);
  if (!isKnown) report(explainLanguage(file, parts));
  const meant = isKnown ? language : meaningOf(language.toLowerCase());
  const unread = { language, range, ...fieldsOf(emptyMeta, undefined, plainListing) };
  if (meant === undefined) return unread;
  const words = readWords(file, metaStart, metaEnd);
  const meta = readMeta(file, meant, words, wordsOf(meant), report) ?? emptyMeta;
  const listing = readListingMeta(file, meta, lines, report);
  const platform = platformOf(file, meta, report);
  // What else is wrong with the words is told at once; the block counts as one of its language only when that is written.
  return isKnown ? { language, range, ...fieldsOf(meta, platform, listing) } : unread;
}

function explainLanguage(
  file: SourceFile,
  { language, languageRange, range, metaStart, metaEnd }: FenceParts,
): Diagnostic {
  const written = language || file.text.slice(metaStart, metaEnd);
  const translation = translateLanguage(written);
  if (!translation) return unknownLanguage(file, language, languageRange ?? marksOf(file, range));
  return foreignLanguage(file, languageRange ?? rangeAt(file, metaStart, metaEnd), translation.text);
}

/** The marks that a range begins with. */
function marksOf(file: SourceFile, { start, end }: Range): Range {
  const marks = /^(?:`+|~+)/.exec(file.text.slice(start.offset, end.offset))?.[0] ?? '';
  return rangeAt(file, start.offset, start.offset + marks.length);
}

const emptyMeta: FenceMeta = { role: 'apply', ranges: {}, values: {} };

function fieldsOf(
  meta: FenceMeta,
  platform: PlatformId | undefined,
  listing: ListingMeta,
): Omit<Fence, 'language' | 'range'> {
  const { role, ranges, values } = meta;
  return {
    meta: ranges,
    role,
    on: values['on'],
    platform,
    because: values['because'],
    cannotUndo: values['cannot-undo'],
    allow: values['allow'],
    captured: values['captured'],
    after: assumptionOf(meta, 'after'),
    partner: assumptionOf(meta, 'partner'),
    listing,
  };
}

/** The words that the fence of a block may have, by its language. */
export function wordsOf(language: string): FenceWords {
  if (isDialectId(language)) return commandWords;
  if (language === 'output') return outputWords;
  return language === 'diff' ? diffWords : staticWords;
}

/** The parts of the opening line: marks, language, meta. */
interface FenceParts {
  readonly language: string;
  /** Undefined where no language is named. */
  readonly languageRange: Range | undefined;
  /** Of language and meta; of the marks where there is neither. */
  readonly range: Range;
  readonly metaStart: number;
  readonly metaEnd: number;
}

function findParts(file: SourceFile, start: number): FenceParts {
  // Words with a value are no language, and stand where none is named: ``` title="a.conf".
  const line = /^(?:`+|~+)(?![`~])[ \t]*((?:(?![a-z]\w*=["'{])[^\s{]+)?)[ \t]*([^\r\n]*)/i.exec(
    lineFrom(file.text, start),
  );
  const [whole = '', language = '', rest = ''] = line ?? [];
  const metaStart = start + whole.length - rest.length;
  const metaEnd = metaStart + rest.trimEnd().length;
  if (!language) {
    const range = rangeAt(file, start, start + whole.trimEnd().length);
    return { language, languageRange: undefined, range, metaStart, metaEnd };
  }
  const languageStart = start + whole.indexOf(language, /^(?:`+|~+)[ \t]*/.exec(whole)?.[0].length ?? 0);
  const languageEnd = languageStart + language.length;
  return {
    language,
    languageRange: rangeAt(file, languageStart, languageEnd),
    range: rangeAt(file, languageStart, metaEnd > metaStart ? metaEnd : languageEnd),
    metaStart,
    metaEnd,
  };
}

function lineFrom(text: string, start: number): string {
  const line = text.slice(start, start + 4000);
  const end = line.search(/[\r\n]/);
  return end < 0 ? line : line.slice(0, end);
}
