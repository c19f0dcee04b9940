import { ambiguousCommand } from './ambiguous-command.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import { iosTitles } from '../platforms.ts';
import { startOf } from '../grammar/grammar-graph.ts';
import type { Match, Mismatch } from '../grammar/match-line.ts';
import { isExec, modesTried, modeTitles, wayTo } from './modes.ts';
import { formHere } from '../tables/platform-forms.ts';
import type { LineProblem, MismatchContext } from './line-problem.ts';
import { certaintyOf, invalidInput, replyOf, lineRules } from './line-problem.ts';
import { promptLeftIn } from './prompt-left-in.ts';
import { closedChoice, explainValue } from './explain-value.ts';
import { knownRefusal } from './known-refusals.ts';
import { missingNoForm } from './missing-no-form.ts';
import { semicolon, twoCommands } from './two-commands.ts';
import { commandName, listOf, valueTitles } from './words-of-commands.ts';
import { matchInMode } from './match-in-mode.ts';
import type { IosPlatform, ModeId } from '../tables/table-format.ts';
import { tableOf, tablePlatforms } from '../tables/tables.ts';
import { wordsOf } from '../grammar/words.ts';

/** Why a line does not fit, where the tables hold evidence against it; undefined where they are silent. */
export function explainMismatch(mismatch: Mismatch, context: MismatchContext): LineProblem | undefined {
  const found = explain(mismatch, context);
  if (!found || found.meant !== undefined || context.through) return found;
  const meant = mismatch.position.forms.find(
    ({ facts, negation }) => facts.enters?.startsWith('config') && !negation,
  );
  return meant ? { ...found, meant: meant.facts.enters as ModeId } : found;
}

function explain(mismatch: Mismatch, context: MismatchContext): LineProblem | undefined {
  // A question mark asks what may follow, and is answered.
  if (context.words.at(-1)!.text.endsWith('?')) return undefined;
  return (
    promptLeftIn(mismatch, context) ??
    ambiguous(mismatch, context) ??
    semicolon(mismatch, context) ??
    twoCommands(mismatch, context) ??
    missingNoForm(mismatch, context) ??
    outOfRange(mismatch, context) ??
    otherPlatform(mismatch, context) ??
    otherMode(mismatch, context) ??
    wrongValue(mismatch, context) ??
    incomplete(mismatch, context) ??
    nearMiss(mismatch, context) ??
    closedChoice(mismatch, context) ??
    knownRefusal(mismatch, context)
  );
}

const modeOrder: readonly ModeId[] = ['config', 'config-if', 'config-vlan', 'config-line', 'priv-exec'];

function otherMode(mismatch: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { words, line, platform, mode, through } = context;
  if (through || words[0]!.lower === 'end') return undefined;
  for (const other of modeOrder) {
    if (modesTried(mode).includes(other) || (mode === 'config-if-range' && other === 'config-if')) continue;
    if (isExec(mode) && other === 'priv-exec' && mode !== 'user-exec') continue;
    const reading = matchInMode(words, line, other, platform);
    if (!reading.ok || reading.mode !== other || reading.match.form.facts.keywordsOnly) continue;
    if (reading.through && tableOf(platform) !== 'catalyst-2960s') continue;
    // The same command stands here too, with other values: the value is what is wrong, if anything.
    const path = reading.match.form.path.join(' ');
    const isHereToo = mismatch.position.forms.some((form) => form.path.join(' ') === path);
    if (mismatch.at > 0 && isHereToo && reading.match.keywords <= mismatch.keywords) continue;
    const word = words[Math.min(mismatch.at, words.length - 1)]!;
    return {
      rule: lineRules.wrongMode,
      start: word.start,
      end: word.end,
      message: `\`${commandName(reading.match)}\` is a command of ${modeTitles[other]}, but here the switch is in ${modeTitles[mode]}.`,
      ...replyOf(platform, invalidInput),
      hint: reading.through ? 'Leave out `do`.' : wayTo(other, mode, platform),
      actual: mode,
      expected: other,
      meant: other,
      holds: certaintyOf(wordsKnown(reading.match), 'outside'),
    };
  }
  return undefined;
}

function otherPlatform(mismatch: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { words, line, platform, mode, through } = context;
  const typed = through ? words.slice(1) : words;
  const modes = through ? (['priv-exec'] as const) : modesTried(mode);
  for (const other of tablePlatforms) {
    if (other === tableOf(platform)) continue;
    const reading = modes.map((tried) => matchInMode(typed, line, tried, other)).find(({ ok }) => ok);
    if (!reading?.ok || !isEvidence(reading.match, mismatch.at, platform, other)) continue;
    const { facts } = reading.match.form;
    const word = words[Math.min(mismatch.at, words.length - 1)]!;
    return {
      rule: 'ios/wrong-platform',
      start: word.start,
      end: word.end,
      message: `The ${iosTitles[platform]} does not have \`${commandName(reading.match)}\`, a command of ${other === 'generic-ios' ? 'other Catalysts' : `the ${iosTitles[other]}`}.`,
      ...replyOf(platform, invalidInput),
      hint: formHere(platform, facts.id) ?? `Leave it out, or find the ${iosTitles[platform]}'s own way.`,
      holds: certaintyOf(wordsKnown(reading.match), 'outside'),
    };
  }
  return undefined;
}

/** Between Catalysts only what is listed as missing counts; between the families also a first word that is not known here. */
function isEvidence({ form }: Match, stoppedAt: number, here: IosPlatform, there: IosPlatform): boolean {
  const { facts, negation } = form;
  if (facts.platforms.includes(tableOf(here))) return false;
  if (formHere(here, facts.id) !== undefined) return true;
  const families = (tableOf(here) === 'sg300') !== (there === 'sg300');
  return families && stoppedAt <= (negation ? 1 : 0) && !facts.keywordsOnly && facts.verified !== 'memory';
}

/** A number that this platform's own command does not go up to, whatever another one's does. */
function outOfRange(mismatch: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { reason } = mismatch;
  return reason.kind === 'value' && reason.problem.kind === 'range'
    ? wrongValue(mismatch, context)
    : undefined;
}

function wrongValue(
  { reason, position, keywords }: Mismatch,
  context: MismatchContext,
): LineProblem | undefined {
  if (reason.kind !== 'value' || position.forms.every(({ facts }) => facts.keywordsOnly)) return undefined;
  const found = explainValue(reason, position, context);
  const isValue = reason.problem.kind !== 'shape';
  const holds = certaintyOf(keywords, 'anywhere') ?? (isValue && keywords > 0 ? 'outside' : undefined);
  return found && { start: reason.start, end: reason.end, ...found, holds };
}

function ambiguous(
  { at, reason, keywords }: Mismatch,
  { words, platform, line }: MismatchContext,
): LineProblem | undefined {
  if (reason.kind !== 'ambiguous') return undefined;
  const word = words[at]!;
  return {
    ...ambiguousCommand(word.text, listOf(reason.candidates), 'word', line, platform),
    start: word.start,
    end: word.end,
    actual: word.text,
    expected: reason.candidates.join(', '),
    holds: certaintyOf(keywords, 'outside'),
  };
}

function incomplete(
  { reason, position, keywords: typed }: Mismatch,
  context: MismatchContext,
): LineProblem | undefined {
  const { words, line, platform } = context;
  if (reason.kind !== 'incomplete') return undefined;
  const { forms, keywords, args } = position;
  if (forms.some(({ facts, negation }) => facts.keywordsOnly || negation)) return undefined;
  if (forms.every(({ facts }) => facts.verified === 'memory')) return undefined;
  // Many `show` commands print an overview when their last choice is left out.
  const show = forms.some(({ path }) => path[0] === 'show');
  if (show && (keywords.size > 0 || words.length < 2)) return undefined;
  const next = [
    ...[...keywords.keys()].map((word) => `\`${word}\``),
    ...args.map(({ argument }) => `a ${valueTitles[argument.type]}`),
  ];
  const last = words.at(-1)!;
  return {
    rule: lineRules.incompleteCommand,
    start: last.end,
    end: last.end,
    message: `The command stops after \`${line.slice(words[0]!.start, last.end)}\`, but more must follow.`,
    ...replyOf(platform, '% Incomplete command.'),
    hint: `Next comes ${next.length > 8 ? `one of ${String(next.length)} words, such as ${listOf(next.slice(0, 6), '')}` : listOf(next, '')}.`,
    holds: certaintyOf(typed, 'outside'),
  };
}

/** A word that no command has is an error only where one slip away the whole line is a known command. */
function nearMiss({ at, reason, position }: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { words, line, platform, mode, through } = context;
  const word = words[at];
  // A line of one word leads elsewhere or is short of the rest: of four letters it is `exit` and its like.
  const least = at > 0 ? 3 : words.length === 1 && !isExec(mode) ? 4 : 5;
  if (!word || word.text.length < least || (reason.kind !== 'no-fit' && reason.kind !== 'value'))
    return undefined;
  if ((reason.kind === 'value' && reason.problem.kind !== 'shape') || !/^[a-z]/.test(word.lower))
    return undefined;
  const negation = words[0]!.lower === 'no' || words[0]!.lower === 'default';
  const candidates =
    at === 0 || (at === 1 && negation)
      ? known(modesTried(mode), position, platform, through)
      : position.keywords.keys();
  const near = suggest(word.lower, candidates);
  // A plural is often a command of its own: `show vlan` and `show vlans`.
  if (near === undefined || word.lower === `${near}s`) return undefined;
  const corrected = line.slice(0, word.start) + near + line.slice(word.end);
  const reading = matchInMode(wordsOf(corrected), corrected, mode, platform);
  if (reading.ok ? !isKnownWhole(reading.match, at) : !isRefusedToo(reading.mismatch, at, corrected, context))
    return undefined;
  const lookUp = isExec(mode) && words.length === 1;
  return {
    rule: lineRules.unknownCommand,
    start: word.start,
    end: word.end,
    message: `There is no \`${word.text}\` ${at === 0 ? `in ${modeTitles[mode]}` : `after \`${line.slice(words[0]!.start, words[at - 1]!.end)}\``}.`,
    ...replyOf(
      platform,
      lookUp ? '% Unknown command or computer name, or unable to find computer address' : invalidInput,
    ),
    hint: `Did you mean \`${near}\`?`,
    actual: word.text,
    expected: near,
    replacement: near,
    holds: certaintyOf(reading.ok ? wordsKnown(reading.match) : reading.mismatch.keywords, 'anywhere'),
  };
}

/** Of the first words of a block's lines not all may be listed. */
function isKnownWhole({ form: { facts } }: Match, at: number): boolean {
  return !facts.keywordsOnly && !(at === 0 && facts.verified === 'memory');
}

/** With that word put right the line gets further, to a place where all words are known and the next is none of them. */
function isRefusedToo(mismatch: Mismatch, at: number, line: string, context: MismatchContext): boolean {
  if (at === 0 || mismatch.at <= at) return false;
  return closedChoice(mismatch, { ...context, line, words: wordsOf(line) }) !== undefined;
}

function* known(
  modes: readonly ModeId[],
  position: Mismatch['position'],
  platform: IosPlatform,
  through: 'do' | undefined,
): Iterable<string> {
  yield* position.keywords.keys();
  if (through) return;
  for (const mode of modes) yield* startOf(platform, mode).keywords.keys();
}

/** By how many words a command is known; a `show` of one word is also one of other modes. */
function wordsKnown({ keywords, form: { negation } }: Match): number {
  return negation ? keywords - 1 : keywords;
}
