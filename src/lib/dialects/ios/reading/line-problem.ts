import { tableOf } from '../tables/tables.ts';
import type { IosRuleId } from '../rules.ts';
import type { Word } from '../grammar/words.ts';
import type { IosPlatform, ModeId } from '../tables/table-format.ts';

/** What is wrong with a line, at offsets within it. */
export interface LineProblem<Rule extends string = IosRuleId> {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What the switch prints, where its wording is known. */
  readonly reply?: string;
  readonly why?: string;
  readonly hint?: string;
  readonly label?: string;
  readonly actual?: string;
  readonly expected?: string;
  /** Where the line does fit, so that what follows is judged as its author meant it. */
  readonly meant?: ModeId;
  /**
   * It holds in every mode, be it one that the tables do not know: `anywhere`, or where no line before it that is less far in may have
   * opened such a mode.
   */
  readonly holds?: Certainty | undefined;
  /** A word to put in place of the marked one. */
  readonly replacement?: string;
}

export type Certainty = 'anywhere' | 'outside';

export interface MismatchContext {
  readonly words: readonly Word[];
  readonly line: string;
  readonly platform: IosPlatform;
  /** The mode the switch is in. */
  readonly mode: ModeId;
  /** The line began with `do`. */
  readonly through: 'do' | undefined;
}

/** A command that is known by several words is that of no other mode. */
export function certaintyOf(keywords: number, many: Certainty): Certainty | undefined {
  return keywords > 1 ? many : undefined;
}

/** Rules that lines break by their place in the tables, and by what devices were seen to refuse. */
export const lineRules = {
  badInterface: 'ios/bad-interface',
  incompleteCommand: 'ios/incomplete-command',
  unknownCommand: 'ios/unknown-command',
  wrongMode: 'ios/wrong-mode',
} as const satisfies Readonly<Record<string, IosRuleId>>;

/** What a Catalyst replies to a word that does not fit. */
export const invalidInput = "% Invalid input detected at '^' marker.";

/** The device's own reply; the wording of SG300 firmware is not known well enough to quote. */
export function replyOf(platform: IosPlatform, reply: string): { reply?: string } {
  return tableOf(platform) === 'sg300' ? {} : { reply };
}
