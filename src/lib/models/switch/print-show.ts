import { matchInMode } from '../../dialects/ios/reading/match-in-mode.ts';
import { wordsOf } from '../../dialects/ios/grammar/words.ts';
import { commandOf } from './command.ts';
import { applyModifier } from './show/output-modifier.ts';
import { renderShow } from './show/render-show.ts';
import type { Console } from './console.ts';
import type { SwitchState } from './state.ts';
import type { Wiring } from './wiring.ts';

/** `unknown`: the switch prints something, but what is not modelled. `refused`: it does not take the command. */
export type ShowAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused' };

/** What a `show` command prints at the EXEC prompt of a switch in this state. */
export function printShow(line: string, { state }: Console, wiring: Wiring): ShowAnswer {
  const bar = line.search(/\s\|/);
  const command = (bar < 0 ? line : line.slice(0, bar)).trim().replace(/^do\s+/i, '');
  const reading = matchInMode(wordsOf(command), command, 'priv-exec', state.profile.id);
  if (!reading.ok) return { kind: 'refused' };
  const whole = renderShow(commandOf(reading, state.profile.id).words, state, wiring);
  const text =
    bar < 0 || whole === undefined ? whole : filtered(whole, line.slice(line.indexOf('|', bar) + 1), state);
  return text === undefined ? { kind: 'unknown' } : { kind: 'text', text };
}

/** Only later firmware of an SG300 has modifiers, and how it reads their patterns is not known. */
function filtered(text: string, modifier: string, { profile }: SwitchState): string | undefined {
  return profile.outputModifiers ? applyModifier(text, modifier) : undefined;
}
