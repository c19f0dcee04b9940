import { matchInMode } from './match-in-mode.ts';
import type { LineProblem, MismatchContext } from './line-problem.ts';
import { invalidInput, replyOf } from './line-problem.ts';
import { commandName } from './words-of-commands.ts';
import { tableOf } from '../tables/tables.ts';
import type { Mismatch } from '../grammar/match-line.ts';

/** Commands of EXEC, those that only move, and physical interfaces: there is nothing that `no` could take back. */
export function missingNoForm({ at, reason }: Mismatch, context: MismatchContext): LineProblem | undefined {
  const { words, line, platform, mode, through } = context;
  const target = words[1];
  if (through || words[0]!.lower !== 'no' || !target || reason.kind === 'incomplete') return undefined;
  const problem = (message: string, hint: string, reply: string): LineProblem => ({
    rule: 'ios/missing-no-form',
    start: target.start,
    end: words.at(-1)!.end,
    message,
    ...replyOf(platform, reply),
    hint,
    holds: 'anywhere',
  });
  const rest = words.slice(1);
  const here = at < 1 ? undefined : matchInMode(rest, line, mode, platform);
  if (here?.ok && !here.through && here.match.form.facts.id === 'interface')
    return problem(
      'A physical interface cannot be removed: `no interface` is for logical ones.',
      tableOf(platform) === 'sg300'
        ? 'Take its settings back one by one.'
        : `Reset it with \`default interface ${rest
            .slice(1)
            .map(({ text }) => text)
            .join(' ')}\`.`,
      '% Removal of physical interfaces is not permitted.',
    );
  const moves =
    here?.ok && !here.through && (here.match.form.facts.id === 'end' || here.match.form.facts.id === 'exit');
  const reading = moves ? here : matchInMode(rest, line, 'priv-exec', platform);
  if (!reading.ok || reading.match.form.facts.keywordsOnly) return undefined;
  return problem(
    `\`${commandName(reading.match)}\` has no \`no\` form.`,
    'Leave the line out.',
    invalidInput,
  );
}
