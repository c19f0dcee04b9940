import { readArgument } from '../grammar/arguments.ts';
import type { ArgumentChoice, Meaning } from '../grammar/choice-text.ts';
import {
  choiceOfModifier,
  choiceOfType,
  choiceOfValue,
  endText,
  keywordText,
  modifiers,
} from '../grammar/choice-text.ts';
import type { Form, GrammarState } from '../grammar/grammar-graph.ts';
import { startOf } from '../grammar/grammar-graph.ts';
import { interfaceType } from '../grammar/interface-names.ts';
import { keywordAt } from '../grammar/match-line.ts';
import { isExec, modesTried } from './modes.ts';
import type { ArgumentSpec, ArgumentType } from '../grammar/syntax.ts';
import { platformTable, tableOf } from '../tables/tables.ts';
import type { InterfaceType, IosPlatform, ModeId } from '../tables/table-format.ts';
import type { Word } from '../grammar/words.ts';
import { wordsOf } from '../grammar/words.ts';

/**
 * What may come next at the end of a line. `choices`: words that begin as the one being typed does, or all that may stand here
 * where a blank ends the line; `end` says what the line does where it is complete as it is. `ambiguous`: a word before the last
 * may be several. `unrecognized`: no command begins so.
 */
export type Continuation =
  | {
      readonly kind: 'choices';
      /** Offset of the word being typed; the length of the line after a blank. */
      readonly start: number;
      readonly choices: readonly ArgumentChoice[];
      readonly end: string | undefined;
    }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unrecognized' };

/** What may follow `line`, up to where it is typed, in a mode: what `?` shows. */
export function continuationOf(line: string, mode: ModeId, platform: IosPlatform): Continuation {
  const words = wordsOf(line);
  const last = words.at(-1);
  const partial = last?.end === line.length ? last : undefined;
  const whole = partial ? words.slice(0, -1) : words;
  const typed = { words: whole, line, partial: partial?.lower ?? '', start: partial?.start ?? line.length };
  if (!isExec(mode) && whole[0]?.lower === 'do')
    return continuationIn('priv-exec', { ...typed, words: whole.slice(1) }, platform);
  let first: Continuation | undefined;
  for (const tried of modesTried(mode)) {
    const found = continuationIn(tried, typed, platform);
    if (found.kind === 'choices') return found;
    first ??= found;
  }
  return first!;
}

/** The words that `Tab` may complete the last word of a line to; none after a blank. */
export function completionsOf(line: string, mode: ModeId, platform: IosPlatform): readonly ArgumentChoice[] {
  const found = continuationOf(line, mode, platform);
  if (found.kind !== 'choices' || found.start === line.length) return [];
  const typed = line.slice(found.start).toLowerCase();
  return found.choices.filter(({ kind, word }) => kind !== 'value' && word.toLowerCase().startsWith(typed));
}

/**
 * Where a device puts its `^` for a word that does not fit: under the first character that no keyword has there, which can lie
 * inside the word; under the word where a value is expected. `start` is the word's offset in the line.
 */
export function markerOf(line: string, start: number, mode: ModeId, platform: IosPlatform): number {
  const word = /^\S*/.exec(line.slice(start))![0].toLowerCase();
  const found = continuationOf(line.slice(0, start), mode, platform);
  if (found.kind !== 'choices') return start;
  const shared = found.choices
    .filter(({ kind }) => kind !== 'value')
    .map((choice) => sharedLength(choice.word.toLowerCase(), word));
  const most = shared.reduce((longest, item) => Math.max(longest, item), 0);
  return most < word.length ? start + most : start;
}

interface PartialLine {
  /** Words before the one being typed. */
  readonly words: readonly Word[];
  readonly line: string;
  /** Lower-case beginning of the word being typed; empty after a blank. */
  readonly partial: string;
  readonly start: number;
}

/** A place that a line leads to. `within`: a text of several words that still goes on; `number`: an interface's type stands before. */
interface CompletionPoint {
  readonly position: GrammarState;
  /** The keywords on the way, written out. */
  readonly path: readonly string[];
  readonly within?: ArgumentSpec;
  readonly number?: InterfaceType;
}

function continuationIn(mode: ModeId, typed: PartialLine, platform: IosPlatform): Continuation {
  const { words, line, partial, start } = typed;
  const bar = isExec(mode) ? words.findIndex(({ text }, index) => index > 0 && text.startsWith('|')) : -1;
  if (bar >= 0) return afterBar(words.slice(bar + 1), typed);
  let isAmbiguous = false;
  const places = walk(0, startOf(platform, mode), []);
  const choices = choicesAt(places, partial, platform);
  const ends = partial === '' ? places.flatMap(endsOf) : [];
  const isShow = words.length > 0 && ends.some((form) => form.path[0] === 'show');
  if (isShow && tableOf(platform) !== 'sg300') choices.push(choiceOfModifier('|'));
  if (choices.length > 0 || ends.length > 0)
    return { kind: 'choices', start, choices, end: ends.length > 0 ? endText(ends) : undefined };
  return { kind: isAmbiguous ? 'ambiguous' : 'unrecognized' };

  function walk(at: number, position: GrammarState, path: readonly string[]): CompletionPoint[] {
    const word = words[at];
    if (!word) return [{ position, path }];
    const keyword = keywordAt(word.lower, position);
    if (typeof keyword === 'string') {
      const found = walk(at + 1, position.keywords.get(keyword)!, [...path, keyword]);
      if (found.length > 0) return found;
    }
    const found = position.args.flatMap(({ argument, next }): CompletionPoint[] => {
      if (at === words.length - 1 && isInterface(argument.type)) {
        const type = interfaceType(word.lower, platform);
        if (!('kind' in type)) return [{ position: next, path, number: type }];
      }
      const reading = readArgument(argument, words, at, line, platform);
      if (!reading.ok) return [];
      return goesOn.has(argument.type)
        ? [{ position: next, path, within: argument }]
        : walk(at + reading.words, next, path);
    });
    if (found.length === 0 && typeof keyword === 'object') isAmbiguous = true;
    return found;
  }
}

const goesOn: ReadonlySet<ArgumentType> = new Set(['line', 'banner', 'interface-range', 'exec-command']);

function isInterface(type: ArgumentType): boolean {
  return type === 'interface' || type === 'logical-interface' || type === 'interface-range';
}

function endsOf({ position, number }: CompletionPoint): readonly Form[] {
  return number ? [] : position.ends;
}

function choicesAt(
  places: readonly CompletionPoint[],
  partial: string,
  platform: IosPlatform,
): ArgumentChoice[] {
  const keywords = new Map<string, GrammarState[]>();
  const values = new Map<string, ArgumentChoice>();
  const add = (choice: ArgumentChoice) => values.set(`${choice.word} ${choice.text}`, choice);
  for (const { position, within, number } of places) {
    if (number) {
      if (/^(\d|$)/.test(partial)) add(choiceOfType(number, 'number'));
      continue;
    }
    if (within) {
      add(choiceOfValue(within, position)!);
      continue;
    }
    for (const [word, next] of position.keywords) {
      if (!word.startsWith(partial)) continue;
      const known = keywords.get(word);
      if (known) known.push(next);
      else keywords.set(word, [next]);
    }
    for (const { argument, next } of position.args) {
      if (isInterface(argument.type)) {
        for (const type of platformTable.interfaces[platform])
          if (beginsName(partial, type) && (argument.type !== 'logical-interface' || type.logical))
            add(choiceOfType(type, 'name'));
      } else {
        const choice = choiceOfValue(argument, next, partial);
        if (choice) add(choice);
      }
    }
  }
  const words = [...keywords].map(([word, next]): ArgumentChoice & Meaning => ({
    kind: 'keyword',
    word,
    ...keywordText(places[0]!.path, word, next, platform),
  }));
  // Where all choices belong to one command, its effect does not tell them apart.
  const isOneCommand = words.length > 1 && new Set(words.map(({ text }) => text)).size === 1;
  const choices = words.map(({ kind, word, text, isOwn }) => ({
    kind,
    word,
    text: isOneCommand && !isOwn ? '' : text,
  }));
  return [...choices.sort((a, b) => (a.word < b.word ? -1 : 1)), ...values.values()];
}

/** `gi`, `gigabitethernet`, and `gi1/0/2` while its number is being typed. */
function beginsName(partial: string, { keyword, short }: InterfaceType): boolean {
  const letters = /^[a-z-]*/.exec(partial)![0];
  if (letters === '') return partial === '';
  return keyword.startsWith(letters) || short.toLowerCase() === letters;
}

/** `| include TEXT`: what filters the output of a command. */
function afterBar(words: readonly Word[], { partial, start }: PartialLine): Continuation {
  if (words.length > 0)
    return { kind: 'choices', start, choices: [choiceOfModifier('LINE')], end: undefined };
  const choices = modifiers.filter((word) => word.startsWith(partial)).map(choiceOfModifier);
  return choices.length > 0 ? { kind: 'choices', start, choices, end: undefined } : { kind: 'unrecognized' };
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
