import type { CodeToken, CodeTokenKind } from '../../code-token.ts';
import { readArgument } from '../grammar/arguments.ts';
import { isConfigurationFile } from './configuration-file.ts';
import type { GrammarState } from '../grammar/grammar-graph.ts';
import { startOf } from '../grammar/grammar-graph.ts';
import { readInterface } from '../grammar/interface-names.ts';
import { keywordAt } from '../grammar/match-line.ts';
import { isExec, modesTried } from './modes.ts';
import type { IosSession } from './session.ts';
import { startSession } from './session.ts';
import type { ArgumentSpec } from '../grammar/syntax.ts';
import type { IosPlatform } from '../tables/table-format.ts';
import type { ParsedLine, ParsedCommand } from './read-line.ts';
import { parseLine } from './parse-line.ts';
import { asMeant } from './read-line.ts';
import type { Word } from '../grammar/words.ts';
import { wordsOf } from '../grammar/words.ts';

/**
 * The tokens of command lines or a configuration that stand for themselves, in their order, each line read in the mode that the ones
 * before led to: as of any Catalyst, from global configuration where the text is a configuration, else from the EXEC prompt.
 */
export function tokensOf(text: string): CodeToken[] {
  const lines = text.split('\n');
  const mode = isConfigurationFile(lines, 'generic-ios') ? 'config' : 'priv-exec';
  let session: IosSession = { ...startSession('generic-ios', ''), mode };
  let offset = 0;
  return lines.flatMap((line) => {
    const from = offset;
    offset += line.length + 1;
    const before = session;
    const step = parseLine(line, before);
    const meant = step.kind === 'refused' ? step.problem.meant : undefined;
    session = meant === undefined ? step.session : asMeant(step.session, meant, line).session;
    return tokensOfLine(line, from, before, step);
  });
}

/**
 * The tokens of a line that begins at `offset` of its text and was taken in the session `before`. What nothing is known of is in none.
 */
export function tokensOfLine(
  line: string,
  offset: number,
  before: IosSession,
  step: ParsedLine,
): CodeToken[] {
  return tokensIn(line, before, step).map(({ kind, start, end }) => ({
    kind,
    start: offset + start,
    end: offset + end,
  }));
}

/** Offsets in the line. */
function tokensIn(line: string, before: IosSession, step: ParsedLine): CodeToken[] {
  if (step.kind === 'nothing') {
    const start = line.search(/\S/);
    if (start < 0) return [];
    return [{ kind: step.what === 'comment' ? 'comment' : 'text', start, end: line.trimEnd().length }];
  }
  const words = wordsOf(line);
  if (step.kind === 'command') return commandTokens(words, line, step.parsed, before);
  return before.unknownBlock ? shapedTokens(words, line, before.platform) : looseTokens(words, line, before);
}

/** A line that the tables know in full. */
function commandTokens(
  words: readonly Word[],
  line: string,
  { match, through, mode }: ParsedCommand,
  { platform }: IosSession,
): CodeToken[] {
  const { command, filter } = atBar(words, through !== undefined || isExec(mode));
  const tokens: CodeToken[] = [];
  // `default interface` is a command of its own and reads like the other ones with `default`.
  let prefixes = (through ? 1 : 0) + (isPrefix(match.canonical[0]) ? 1 : 0);
  let at = 0;
  const keywordsBefore = (end: number) => {
    for (let word = command[at]; word && word.start < end; word = command[++at]) {
      const kind = prefixes-- > 0 ? 'prefix' : keywordKind(word, tokens);
      tokens.push({ kind, start: word.start, end: word.end });
    }
  };
  for (const { argument, start, end } of match.values) {
    keywordsBefore(start);
    for (const item of valueTokens(argument, line, start, end, platform)) tokens.push(item);
    while (command[at] && command[at]!.start < end) at++;
  }
  keywordsBefore(Infinity);
  return [...tokens, ...filterTokens(filter)];
}

function isPrefix(keyword: string | undefined): boolean {
  return keyword === 'no' || keyword === 'default';
}

/** A keyword after these tokens; `speed 1000` is a number to its reader. */
function keywordKind({ text }: Word, before: readonly CodeToken[]): CodeTokenKind {
  if (isNumeric(text)) return 'value';
  return before.every(({ kind }) => kind === 'prefix') ? 'command' : 'keyword';
}

/** A line that is known to some word, or not at all: what begins a command is read as one, the rest by its looks. */
function looseTokens(words: readonly Word[], line: string, { mode, platform }: IosSession): CodeToken[] {
  const tokens: CodeToken[] = [];
  const isDone = !isExec(mode) && words[0]!.lower === 'do' && words.length > 1;
  const { command, filter } = atBar(words, isDone || isExec(mode));
  let at = 0;
  const push = (kind: CodeTokenKind, word: Word) => tokens.push({ kind, start: word.start, end: word.end });
  if (isDone) push('prefix', command[at++]!);
  const starts = (isDone ? (['priv-exec'] as const) : modesTried(mode)).map((tried) =>
    startOf(platform, tried),
  );
  const first = command[at];
  let position: GrammarState | undefined =
    first && starts.find((start) => typeof keywordAt(first.lower, start) === 'string');
  while (position && at < command.length) {
    const word = command[at]!;
    const keyword = keywordAt(word.lower, position);
    if (typeof keyword === 'string') {
      push(at === 0 && isPrefix(keyword) ? 'prefix' : keywordKind(word, tokens), word);
      position = position.keywords.get(keyword);
      at++;
      continue;
    }
    const here = at;
    const fitting = position.args
      .map(({ argument, next }) => ({
        argument,
        next,
        reading: readArgument(argument, command, here, line, platform),
      }))
      .find(({ reading }) => reading.ok);
    if (!fitting?.reading.ok) break;
    at += fitting.reading.words;
    for (const item of valueTokens(fitting.argument, line, word.start, command[at - 1]!.end, platform))
      tokens.push(item);
    position = fitting.next;
  }
  return [...tokens, ...shapedTokens(command.slice(at), line, platform), ...filterTokens(filter)];
}

/** Arguments of the tables that take a whole line and are free text; the other ones stand for words that are not known in detail. */
const freeTexts = new Set(['text', 'reason', 'n']);

function valueTokens(
  { type, name }: ArgumentSpec,
  line: string,
  start: number,
  end: number,
  platform: IosPlatform,
): CodeToken[] {
  const whole = (kind: CodeTokenKind): CodeToken[] => [{ kind, start, end }];
  if (type === 'banner' || (type === 'line' && freeTexts.has(name))) return whole('text');
  if (type === 'line')
    return shapedTokens(
      wordsOf(line).filter((word) => word.start >= start && word.end <= end),
      line,
      platform,
    );
  if (type === 'word') return whole(isNumeric(line.slice(start, end)) ? 'value' : 'text');
  return whole('value');
}

/** Words by their looks alone: numbers, addresses, interfaces, quoted text, and text behind a word that announces some. */
function shapedTokens(words: readonly Word[], line: string, platform: IosPlatform): CodeToken[] {
  const tokens: CodeToken[] = [];
  const end = words.at(-1)?.end ?? 0;
  for (let at = 0; at < words.length; at++) {
    const { text, lower, start, end: wordEnd } = words[at]!;
    const quoted = text.startsWith('"') ? line.indexOf('"', start + 1) : -1;
    if (quoted >= 0 && quoted < end) {
      tokens.push({ kind: 'text', start, end: quoted + 1 });
      while (at + 1 < words.length && words[at + 1]!.start <= quoted) at++;
    } else if (isNumeric(text) || isInterface(words[at]!, platform))
      tokens.push({ kind: 'value', start, end: wordEnd });
    else if (announcesText.has(lower) && at + 1 < words.length) {
      tokens.push({ kind: 'text', start: words[at + 1]!.start, end });
      break;
    }
  }
  return tokens;
}

const announcesText = new Set(['contact', 'description', 'location', 'remark']);

function isNumeric(text: string): boolean {
  return /^(\d[\d,-]*|\d+(\.\d+){3}(\/\d{1,2})?|[\da-f]{4}(\.[\da-f]{4}){2})$/i.test(text);
}

function isInterface(word: Word, platform: IosPlatform): boolean {
  return /^[a-z-]{2,}\d/.test(word.lower) && readInterface([word], 0, platform).ok;
}

/** What filters the output of an EXEC command is not a part of it. */
function atBar(
  words: readonly Word[],
  isPrinted: boolean,
): { readonly command: readonly Word[]; readonly filter: readonly Word[] } {
  const bar = isPrinted ? words.findIndex(({ text }, index) => index > 0 && text.startsWith('|')) : -1;
  return bar < 0
    ? { command: words, filter: [] }
    : { command: words.slice(0, bar), filter: words.slice(bar) };
}

/** `| include TEXT`; the bar may touch the word. */
function filterTokens([bar, ...rest]: readonly Word[]): CodeToken[] {
  if (!bar) return [];
  const attached = bar.text.length > 1 ? [{ start: bar.start + 1, end: bar.end }] : [];
  const [modifier, pattern] = [...attached, ...rest];
  const tokens: CodeToken[] = [{ kind: 'bar', start: bar.start, end: bar.start + 1 }];
  if (modifier) tokens.push({ kind: 'keyword', start: modifier.start, end: modifier.end });
  if (pattern) tokens.push({ kind: 'text', start: pattern.start, end: rest.at(-1)!.end });
  return tokens;
}
