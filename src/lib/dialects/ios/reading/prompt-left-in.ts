import type { OwnRule } from '../../text-checks/conventions.ts';
import { rules } from '../rules.ts';
import type { Mismatch } from '../grammar/match-line.ts';
import type { LineProblem, MismatchContext } from './line-problem.ts';
import { invalidInput, replyOf } from './line-problem.ts';

const rule = 'ios/prompt-left-in';

/** The rule that the text checks report a prompt at the beginning of a line by. */
export const promptRule: OwnRule = { id: rule, severity: rules[rule] };

/** `Switch(config)#` before the command: copied from a console with it. */
export function promptLeftIn(
  { at }: Mismatch,
  { words, platform }: MismatchContext,
): LineProblem | undefined {
  const [first] = words;
  if (at > 0 || !first) return undefined;
  const prompt = /^[\w.-]+(?:\([\w.-]+\))?[#>](?=$|[A-Za-z])/.exec(first.text);
  if (!prompt || (words.length === 1 && prompt[0] === first.text)) return undefined;
  return {
    rule,
    start: first.start,
    end: first.start + prompt[0].length,
    message: `\`${prompt[0]}\` is the prompt of a switch and no part of the command.`,
    ...replyOf(platform, invalidInput),
    hint: 'Type what stands after it.',
    holds: 'anywhere',
  };
}
