import { matchInMode } from '../../dialects/ios/reading/match-in-mode.ts';
import { wordsOf } from '../../dialects/ios/grammar/words.ts';
import type { SwitchCommand } from './command.ts';
import { commandOf } from './command.ts';
import { unseenPorts, withPorts } from './named-ports.ts';
import { applyModifier } from './show/output-modifier.ts';
import { renderShow } from './show/render-show.ts';
import type { SwitchState } from './state.ts';
import type { Wiring } from './wiring.ts';

/** `unknown`: the switch prints something, but what is not modelled. `refused`: it does not take the command. */
export type ShowAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused' };

/** What a `show` command that somebody asks for prints at the EXEC prompt of a switch in this state. */
export function printShow(line: string, state: SwitchState, wiring: Wiring): ShowAnswer {
  const bar = barIn(line);
  const command = (bar < 0 ? line : line.slice(0, bar)).trim().replace(/^do\s+/i, '');
  const reading = matchInMode(wordsOf(command), command, 'priv-exec', state.profile.id);
  if (!reading.ok) return { kind: 'refused' };
  const text = printCommand(commandOf(reading, state.profile.id), line, state, wiring);
  return text === undefined ? { kind: 'unknown' } : { kind: 'text', text };
}

/** What a command that was read of `line` prints; undefined where that is not modelled. */
export function printCommand(
  command: SwitchCommand,
  line: string,
  before: SwitchState,
  wiring: Wiring,
): string | undefined {
  // Where it is not known which ports a machine has, it has the one that is asked for.
  const state = before.profile.ports.length > 0 ? before : withPorts(before, unseenPorts(before, command));
  const whole = renderShow(command.words, state, wiring);
  const bar = barIn(line);
  return bar < 0 || whole === undefined
    ? whole
    : filtered(whole, line.slice(line.indexOf('|', bar) + 1), state);
}

/** Where the filter of an output begins in its line; below 0 where there is none. */
function barIn(line: string): number {
  return line.search(/\s\|/);
}

/** Only later firmware of the SG300 has modifiers, and how it reads their patterns is not known. */
function filtered(text: string, modifier: string, { profile }: SwitchState): string | undefined {
  return profile.outputModifiers ? applyModifier(text, modifier) : undefined;
}
