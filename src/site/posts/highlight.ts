import type { ThemedToken } from 'shiki';
import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { modeTitles } from '../../lib/dialect/ios/modes.ts';
import type { ModeId } from '../../lib/dialect/ios/table-format.ts';
import { iosPlatforms } from '../../lib/dialect/ios/tables.ts';
import type { TokenKind, TokenPlace } from '../../lib/dialect/ios/tokens.ts';
import { tokensOf } from '../../lib/dialect/ios/tokens.ts';
import type { PlatformId } from '../../lib/dialect/platform.ts';
import { escapeHtml } from './escape-html.ts';

/** The languages of fences. `output` and `text` are shown as they are, `ios` is read by its dialect, the rest have grammars. */
export const highlighted = ['powershell', 'ios', 'yaml', 'json', 'bash', 'log', 'text', 'output'] as const;
export type Language = (typeof highlighted)[number];

export function isLanguage(word: unknown): word is Language {
  return (highlighted as readonly unknown[]).includes(word);
}

/** A run of the text that a reader may change. */
export interface MarkedValue {
  readonly start: number;
  readonly end: number;
  /** `networks.lm.vlan` */
  readonly value: string;
  /** The colour of its network's cable. */
  readonly cable: string | undefined;
}

/** Where the commands of a block run: the mode that a switch is in before them says how they are read. */
export interface CodePlace {
  readonly platform: PlatformId;
  readonly context: string;
}

/** HTML of every line of `text` (split at LF), with classes `tk-…` only; the text content of the lines is the text. */
export type Highlight = (
  text: string,
  language: Language,
  values?: readonly MarkedValue[],
  place?: CodePlace,
) => string[];

/** Nobody writes longer code; a longer text or line is shown without colours, so that none can hold up a build. */
const maxLength = 60_000;
const maxLineLength = 400;

export async function createHighlight(): Promise<Highlight> {
  const shiki = await createHighlighterCore({
    themes: [theme],
    langs: [
      import('shiki/langs/powershell.mjs'),
      import('shiki/langs/yaml.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/log.mjs'),
    ],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const plain = new Set<Language>(['text', 'output']);

  return (text, language, values = [], place) => {
    const lines = text.split('\n');
    const runs = language === 'ios' ? switchRuns(text, lines, place) : shikiRuns(text, lines, language);
    let offset = 0;
    return lines.map((line, index) => {
      const html = lineHtml(line, offset, runs[index]!, values);
      offset += line.length + 1;
      return html;
    });
  };

  function shikiRuns(text: string, lines: readonly string[], language: Exclude<Language, 'ios'>): Run[][] {
    // The tokenizer takes CR LF for one line break and would lose the CR.
    const tokens =
      plain.has(language) || text.length > maxLength || text.includes('\r')
        ? []
        : shiki.codeToTokensBase(text, {
            lang: language,
            theme: theme.name,
            // Half a second a line is the default, which on a busy machine gives other colours than on an idle one.
            tokenizeTimeLimit: 0,
            tokenizeMaxLineLength: maxLineLength,
          });
    let offset = 0;
    return lines.map((line, index) => {
      const runs = runsOf(line, offset, tokens[index] ?? []);
      offset += line.length + 1;
      return runs;
    });
  }
}

/** The commands of a switch, coloured by what its dialect reads in them. */
function switchRuns(text: string, lines: readonly string[], place: CodePlace | undefined): Run[][] {
  const tokens = tokensOf(text, place && tokenPlace(place));
  let next = 0;
  let offset = 0;
  return lines.map((line) => {
    const runs: Run[] = [];
    const end = offset + line.length;
    let at = offset;
    for (let token = tokens[next]; token && token.start < end; token = tokens[++next]) {
      if (token.start > at) runs.push({ start: at, end: token.start, name: undefined });
      runs.push({ start: token.start, end: token.end, name: classOfToken[token.kind] });
      at = token.end;
    }
    if (at < end) runs.push({ start: at, end, name: undefined });
    offset = end + 1;
    return runs;
  });
}

function tokenPlace({ platform, context }: CodePlace): TokenPlace | undefined {
  const known = iosPlatforms.find((id) => id === platform);
  return known && Object.hasOwn(modeTitles, context)
    ? { platform: known, mode: context as ModeId }
    : undefined;
}

const classOfToken: Readonly<Record<TokenKind, string>> = {
  prefix: 'keyword',
  command: 'function',
  keyword: 'keyword',
  value: 'constant',
  text: 'string',
  comment: 'comment',
  bar: 'punctuation',
};

/** Cuts a line at every border of a token or value, so that neither ever has to reach across the other. */
function lineHtml(
  line: string,
  offset: number,
  runs: readonly Run[],
  values: readonly MarkedValue[],
): string {
  const end = offset + line.length;
  let html = '';
  let at = offset;
  for (const value of values) {
    if (value.end <= offset || value.start >= end) continue;
    const from = Math.max(value.start, offset);
    const to = Math.min(value.end, end);
    const cable = value.cable === undefined ? '' : ` data-cable="${escapeHtml(value.cable)}"`;
    html += runsHtml(line, offset, runs, at, from);
    html += `<span class="value" data-value="${escapeHtml(value.value)}"${cable}>${runsHtml(line, offset, runs, from, to)}</span>`;
    at = to;
  }
  return html + runsHtml(line, offset, runs, at, end);
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly name: string | undefined;
}

/** The tokens as offsets of the whole text, as far as they spell the line; neighbours of one class are one run. */
function runsOf(line: string, offset: number, tokens: readonly ThemedToken[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { content, color } of tokens) {
    if (!line.startsWith(content, at)) break;
    const start = offset + at;
    const end = start + content.length;
    const name = color === undefined ? undefined : classOfColour.get(color.toLowerCase());
    const last = runs.at(-1);
    if (last && last.name === name) runs[runs.length - 1] = { ...last, end };
    else runs.push({ start, end, name });
    at += content.length;
  }
  if (at < line.length) runs.push({ start: offset + at, end: offset + line.length, name: undefined });
  return withParameters(line, offset, runs);
}

/** `-Name` is one word to a reader; the grammar sees a sign and a bare word. */
function withParameters(line: string, offset: number, runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const sign = joined.at(-1);
    const before = sign && line.slice(0, sign.end - offset);
    const word =
      run.name === undefined && sign?.name === 'punctuation' && before && /(?:^|\s)-$/.test(before)
        ? /^[A-Za-z]\w*:?/.exec(line.slice(run.start - offset, run.end - offset))
        : null;
    if (!sign || !word) {
      joined.push(run);
      continue;
    }
    const end = run.start + word[0].length;
    joined.pop();
    if (sign.end - sign.start > 1) joined.push({ ...sign, end: sign.end - 1 });
    joined.push({ start: sign.end - 1, end, name: 'parameter' });
    if (end < run.end) joined.push({ start: end, end: run.end, name: undefined });
  }
  return joined;
}

function runsHtml(line: string, offset: number, runs: readonly Run[], from: number, to: number): string {
  let html = '';
  for (const run of runs) {
    const start = Math.max(run.start, from);
    const end = Math.min(run.end, to);
    if (start >= end) continue;
    const text = line.slice(start - offset, end - offset);
    html +=
      run.name === undefined || text.trim() === ''
        ? escapeHtml(text)
        : `<span class="tk-${run.name}">${escapeHtml(text)}</span>`;
  }
  return html;
}

// A theme carries each class as a made-up colour, which is how Shiki hands a scope's meaning on.

/** Token classes and the scopes they stand for; later ones win where scopes are equally exact. */
const scopes: Readonly<Record<string, readonly string[]>> = {
  punctuation: ['punctuation', 'keyword.operator', 'meta.brace'],
  keyword: ['keyword.control', 'storage', 'keyword.other', 'keyword', 'variable.language'],
  constant: ['constant', 'support.constant', 'keyword.other.unit', 'support.type'],
  variable: ['variable.other', 'variable', 'support.variable', 'variable.parameter'],
  string: ['string', 'punctuation.definition.string', 'entity.name.tag.yaml string'],
  'string-expression': [
    'constant.character.escape',
    'string meta.template',
    'string variable',
    'string source',
  ],
  function: ['support.function', 'entity.name.function', 'entity.name.command'],
  parameter: [
    'keyword.operator.assignment.parameter',
    'variable.parameter.attribute',
    'keyword.operator.parameter',
    'entity.name.tag',
    'support.type.property-name',
  ],
  comment: ['comment', 'punctuation.definition.comment'],
  link: ['markup.underline.link', 'string.other.link'],
};

const classes = Object.keys(scopes);
/** The classes that occur, each as `tk-<name>`. */
export const tokenClasses: readonly string[] = classes;

const colourOf = (index: number) => `#0000${(index + 1).toString(16).padStart(2, '0')}`;
const classOfColour = new Map(classes.map((name, index) => [colourOf(index), name]));

const theme = {
  name: 'classes',
  type: 'light' as const,
  fg: '#000000',
  bg: '#ffffff',
  settings: classes.map((name, index) => ({
    scope: [...scopes[name]!],
    settings: { foreground: colourOf(index) },
  })),
};
