import { ambiguousCommand } from './ambiguous-command.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import { iosTitles } from '../platforms.ts';
import { startOf } from '../grammar/grammar-graph.ts';
import type { Match, Mismatch } from '../grammar/match-line.ts';
import { isExec, isSubMode, modesTried, modeTitles, wayTo } from './modes.ts';
import { formHere } from '../tables/platform-forms.ts';
import type { LineProblem, MismatchContext } from './line-problem.ts';
import { invalidInput, replyOf } from './line-problem.ts';
import { promptLeftIn } from './prompt-left-in.ts';
import { explainValue } from './explain-value.ts';
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
  return (
    promptLeftIn(mismatch, context) ??
    ambiguous(mismatch, context) ??
    twoCommands(mismatch, context) ??
    missingNoForm(mismatch, context) ??
    outOfRange(mismatch, context) ??
    otherPlatform(mismatch, context) ??
    otherMode(mismatch, context) ??
    wrongValue(mismatch, context) ??
    incomplete(mismatch, context) ??
    nearMiss(mismatch, context)
  );
}

/** A whole command, and behind it another that is known in the mode the first one leads to. */
function twoCommands({ at }: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { words, line, platform, mode, through } = context;
  const second = words[at];
  if (through || at < 1 || !second || words[0]!.lower === 'no') return undefined;
  const first = matchInMode(words.slice(0, at), line, mode, platform);
  if (!first.ok || first.match.form.facts.keywordsOnly || first.through) return undefined;
  const { enters } = first.match.form.facts;
  const after = enters === undefined || enters === 'up' || enters === 'closed' ? first.mode : enters;
  const rest = matchInMode(words.slice(at), line, after, platform);
  if (!rest.ok || rest.mode !== after || rest.through || rest.match.form.facts.keywordsOnly) return undefined;
  // Other models may know more of the first command: `vlan 10` can be of it as well.
  if (tableOf(platform) === 'generic-ios' && enters === undefined && rest.match.form.path.length < 2)
    return undefined;
  return {
    rule: 'ios/two-commands-on-one-line',
    start: second.start,
    end: words.at(-1)!.end,
    message: `\`${commandName(first.match)}\` is complete before this; \`${commandName(rest.match)}\` is a command of its own.`,
    ...replyOf(platform, invalidInput),
    hint: 'Write each command on a line of its own.',
    ...(after !== mode && isSubMode(after) ? { meant: after } : {}),
  };
}

/** Commands that only move, and physical interfaces: there is nothing that `no` could take back. */
function missingNoForm({ at }: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { words, line, platform, mode, through } = context;
  const target = words[1];
  if (through || words[0]!.lower !== 'no' || !target || at < 1) return undefined;
  const reading = matchInMode(words.slice(1), line, mode, platform);
  if (!reading.ok || reading.through) return undefined;
  const { facts } = reading.match.form;
  const moves = facts.id === 'end' || facts.id === 'exit';
  if (!moves && facts.id !== 'interface') return undefined;
  return {
    rule: 'ios/missing-no-form',
    start: target.start,
    end: words.at(-1)!.end,
    message: moves
      ? `\`${commandName(reading.match)}\` has no \`no\` form.`
      : `A physical interface cannot be removed: \`no interface\` is for logical ones.`,
    ...replyOf(platform, invalidInput),
    hint: moves
      ? 'Leave the line out.'
      : tableOf(platform) === 'sg300'
        ? 'Take its settings back one by one.'
        : `Reset it with \`default interface ${words
            .slice(2)
            .map(({ text }) => text)
            .join(' ')}\`.`,
  };
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
    if (mismatch.at > 0 && mismatch.position.forms.some((form) => form.path.join(' ') === path)) continue;
    const word = words[Math.min(mismatch.at, words.length - 1)]!;
    return {
      rule: 'ios/wrong-mode',
      start: word.start,
      end: word.end,
      message: `\`${commandName(reading.match)}\` is a command of ${modeTitles[other]}, but here the switch is in ${modeTitles[mode]}.`,
      ...replyOf(platform, invalidInput),
      hint: reading.through ? 'Leave out `do`.' : wayTo(other, mode, platform),
      actual: mode,
      expected: other,
      meant: other,
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

function wrongValue({ reason, position }: Mismatch, context: MismatchContext): LineProblem | undefined {
  if (reason.kind !== 'value' || position.forms.every(({ facts }) => facts.keywordsOnly)) return undefined;
  const found = explainValue(reason, position, context);
  return found && { start: reason.start, end: reason.end, ...found };
}

function ambiguous(
  { at, reason }: Mismatch,
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
  };
}

function incomplete({ reason, position }: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { words, line, platform } = context;
  if (reason.kind !== 'incomplete') return undefined;
  const { forms, keywords, args } = position;
  if (forms.some(({ facts, negation }) => facts.keywordsOnly || negation || facts.verified === 'memory'))
    return undefined;
  // Many `show` commands print an overview when their last choice is left out.
  const show = forms.some(({ path }) => path[0] === 'show');
  if (show && (keywords.size > 0 || words.length < 2)) return undefined;
  const next = [
    ...[...keywords.keys()].map((word) => `\`${word}\``),
    ...args.map(({ argument }) => `a ${valueTitles[argument.type]}`),
  ];
  const last = words.at(-1)!;
  return {
    rule: 'ios/incomplete-command',
    start: last.end,
    end: last.end,
    message: `The command stops after \`${line.slice(words[0]!.start, last.end)}\`, but more must follow.`,
    ...replyOf(platform, '% Incomplete command.'),
    hint: `Next comes ${next.length > 8 ? `one of ${String(next.length)} words, such as ${listOf(next.slice(0, 6), '')}` : listOf(next, '')}.`,
  };
}

const valueTitles = {
  int: 'number',
  'vlan-id': 'VLAN number',
  'vlan-list': 'VLAN list',
  interface: 'interface',
  'logical-interface': 'interface',
  'interface-range': 'range of interfaces',
  word: 'word',
  line: 'text',
  banner: 'text between two delimiters',
  'exec-command': 'EXEC command',
  ipv4: 'IPv4 address',
  'ipv4-mask': 'subnet mask',
  'prefix-length': 'prefix length',
  percent: 'percentage',
  scaled: 'number',
  time: 'time',
  mac: 'MAC address',
} as const;

/** A word that no command has is an error only where one slip away the whole line is a known command. */
function nearMiss({ at, reason, position }: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { words, line, platform, mode, through } = context;
  const word = words[at];
  if (!word || word.text.length < (at === 0 ? 5 : 3) || (reason.kind !== 'no-fit' && reason.kind !== 'value'))
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
  if (!reading.ok || reading.match.form.facts.keywordsOnly) return undefined;
  const lookUp = isExec(mode) && words.length === 1;
  return {
    rule: 'ios/unknown-command',
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
  };
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

/** A command without its values. */
function commandName({ canonical, values }: Match): string {
  const typed = new Set(values.map(({ text }) => text));
  return canonical.filter((word) => !typed.has(word)).join(' ');
}

function listOf(words: readonly string[], mark = '`'): string {
  const marked = words.map((word) => `${mark}${word}${mark}`);
  return marked.length < 2
    ? (marked[0] ?? 'nothing')
    : `${marked.slice(0, -1).join(', ')} or ${marked.at(-1)!}`;
}
