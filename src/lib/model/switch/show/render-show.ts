import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { etherchannelSummary } from './etherchannel-summary.ts';
import { interfacesTrunk } from './interfaces-trunk.ts';
import { runningInterface } from './running-interface.ts';
import { vlanBrief } from './vlan-brief.ts';

/**
 * The text that a show command prints, without a line break at its end and without blanks at the ends of lines; undefined where the
 * model cannot print it. `words` are the words of the command written out, an interface by its full name, a number as itself:
 * `['show', 'interfaces', 'Port-channel3', 'trunk']`.
 */
export function renderShow(words: readonly string[], state: SwitchState, wiring: Wiring): string | undefined {
  const shows = state.platform === 'sg300' ? sg300Shows : catalystShows;
  for (const [form, render] of shows) {
    const names = valuesOf(form, words);
    if (names) return render(state, wiring, ...names);
  }
  return undefined;
}

type Render = (state: SwitchState, wiring: Wiring, ...values: string[]) => string | undefined;

/** What can be printed, by the words of the command; `*` is a value. */
const catalystShows: readonly (readonly [form: string, Render])[] = [
  ['show etherchannel summary', (state, wiring) => etherchannelSummary(state, wiring, undefined)],
  ['show etherchannel * summary', (state, wiring, id) => etherchannelSummary(state, wiring, Number(id))],
  ['show interfaces trunk', (state, wiring) => interfacesTrunk(state, wiring)],
  ['show interfaces * trunk', (state, wiring, name) => interfacesTrunk(state, wiring, name)],
  ['show running-config interface *', (state, _, name) => runningInterface(name!, state)],
  ['show vlan brief', vlanBrief],
];

const sg300Shows: typeof catalystShows = [
  ['show running-config interface *', (state, _, name) => runningInterface(name!, state)],
];

/** The values where `words` have the form, undefined where they have not. */
function valuesOf(form: string, words: readonly string[]): string[] | undefined {
  const parts = form.split(' ');
  if (parts.length !== words.length) return undefined;
  return parts.every((part, at) => part === '*' || part === words[at])
    ? words.filter((_, at) => parts[at] === '*')
    : undefined;
}
