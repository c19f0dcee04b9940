import type { ParsedLine } from '../../../dialects/ios/reading/read-line.ts';
import type { AnswerRule, Question } from '../profiles/console-traits.ts';
import type { SwitchCommand } from '../command.ts';
import { commandOf, valueOf } from '../command.ts';
import type { SwitchProfile } from '../profiles/profile.ts';
import { isSaved } from '../same-configuration.ts';
import type { SwitchState } from '../state.ts';

/** A command that waits for answers. */
export interface Pending {
  readonly line: string;
  /** Those that are not answered yet, the one that is asked first; their texts as they are shown. */
  readonly questions: readonly Question[];
  /** What is printed once the command is done. */
  readonly done: readonly string[];
}

/** What a switch asks before it runs a line; undefined where it asks nothing. */
export function pendingOf(line: string, step: ParsedLine, state: SwitchState): Pending | undefined {
  if (step.kind !== 'command') return undefined;
  const command = commandOf(step.parsed, state.profile.id);
  const file = command.words.at(-1)!.replace(/^[\w-]+:\/*/, '');
  const questions = questionsOf(command, state.profile)
    .filter(({ only }) => only === undefined || !isSaved(state))
    .map((question) => ({
      ...question,
      text: question.text.replaceAll('{file}', () => file).replaceAll('{minutes}', () => waitOf(command)),
    }));
  return questions.length === 0
    ? undefined
    : { line, questions, done: questions.flatMap(({ done = [] }) => done) };
}

/** `10 minutes`, `1 hour and 30 minutes`. */
function waitOf(command: SwitchCommand): string {
  const [hours = '0', rest = '0'] = (valueOf(command, 'hhmm') ?? '').split(':');
  const minutes = Number(valueOf(command, 'minutes') ?? Number(hours) * 60 + Number(rest));
  const counted = (count: number, unit: string) => `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
  const parts = [counted(Math.floor(minutes / 60), 'hour'), counted(minutes % 60, 'minute')];
  return (minutes < 60 ? parts.slice(1) : parts).join(' and ');
}

/** What a switch may ask before it runs a command, whatever its state. */
export function questionsOf(
  { facts, negation, words }: SwitchCommand,
  { console }: SwitchProfile,
): readonly Question[] {
  // `configure` alone asks where from; `/force` asks nothing.
  const isTold = words.includes('/force') || (facts.id === 'configure-terminal' && words.length > 1);
  return negation || isTold ? [] : (console.asks[facts.id] ?? []);
}

/** What comes of an answer; undefined where it gives the command up. */
export function judgeAnswer({ answers }: Question, answer: string): AnswerRule | undefined {
  return answers.find(({ fits }) => new RegExp(fits, 'i').test(answer));
}

/** What `enable` asks for: what the configuration says as far as it can be read, else `given`; undefined where it asks nothing. */
export function enablePassword({ running }: SwitchState, given: string | undefined): string | undefined {
  const lines = [...running.lines.values()];
  const line =
    lines.find((one) => one.startsWith('enable secret ')) ??
    lines.find((one) => one.startsWith('enable password '));
  if (line === undefined) return given;
  const [, type, text] = /^enable \w+ (?:level \d+ )?(?:(\d) )?(.*)$/.exec(line)!;
  // Of a hash nobody knows what it was made of.
  return type === undefined || type === '0' ? text : (given ?? '');
}
