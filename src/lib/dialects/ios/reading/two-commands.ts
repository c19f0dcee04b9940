import { matchInMode } from './match-in-mode.ts';
import { isSubMode } from './modes.ts';
import type { LineProblem, MismatchContext } from './line-problem.ts';
import { invalidInput, replyOf } from './line-problem.ts';
import { commandName } from './words-of-commands.ts';
import type { Mismatch } from '../grammar/match-line.ts';
import { wordsOf } from '../grammar/words.ts';
import { tableOf } from '../tables/tables.ts';
import type { ModeId } from '../tables/table-format.ts';

/** `vlan 10; name LAB`: a switch reads to the end of the line, whatever stands there. */
export function semicolon(mismatch: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { words, line, platform, mode, through } = context;
  const at = words.findIndex(({ text }) => text.endsWith(';') || text.startsWith(';'));
  if (at < 0 || through || mismatch.at < at) return undefined;
  const { start, text } = words[at]!;
  const place = start + text.indexOf(';');
  const before = line.slice(0, place);
  const first = matchInMode(wordsOf(before), before, mode, platform);
  if (!first.ok || first.match.form.facts.keywordsOnly) return undefined;
  return {
    rule: 'ios/two-commands-on-one-line',
    start: place,
    end: words.at(-1)!.end,
    message: `A switch knows no \`;\` between commands; \`${commandName(first.match)}\` is one of its own.`,
    hint: 'Write each command on a line of its own.',
    holds: 'anywhere',
    ...(first.match.form.facts.enters?.startsWith('config') && {
      meant: first.match.form.facts.enters as ModeId,
    }),
  };
}

/** A whole command, and behind it another that is known in the mode the first one leads to. */
export function twoCommands({ at }: Mismatch, context: MismatchContext): LineProblem | undefined {
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
    holds: 'anywhere',
    ...(after !== mode && isSubMode(after) ? { meant: after } : {}),
  };
}
