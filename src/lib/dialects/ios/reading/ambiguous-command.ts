import type { IosPlatform } from '../tables/table-format.ts';
import type { LineProblem } from './line-problem.ts';
import { replyOf } from './line-problem.ts';

/** A word that is the beginning of several: `choices` lists them, `what` is the word or a name. */
export function ambiguousCommand(
  typed: string,
  choices: string,
  what: 'word' | 'name',
  line: string,
  platform: IosPlatform,
): Omit<LineProblem, 'start' | 'end'> {
  return {
    rule: 'ios/ambiguous-command',
    message: `\`${typed}\` may be ${choices}.`,
    ...replyOf(platform, `% Ambiguous command:  "${line.trim()}"`),
    hint: `Write more of the ${what}.`,
  };
}
