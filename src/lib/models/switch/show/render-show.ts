import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { etherchannelSummary } from './etherchannel-summary.ts';
import { interfacesDescription } from './interfaces-description.ts';
import { interfacesStatus } from './interfaces-status.ts';
import { interfacesSwitchport } from './interfaces-switchport.ts';
import { interfacesTrunk } from './interfaces-trunk.ts';
import { lacpNeighbor } from './lacp-neighbor.ts';
import { runningConfig, startupConfig } from './running-config.ts';
import { runningInterface } from './running-interface.ts';
import { sg300InterfacesDescription } from './sg300-interfaces-description.ts';
import { sg300InterfacesStatus } from './sg300-interfaces-status.ts';
import { sg300InterfacesSwitchport } from './sg300-interfaces-switchport.ts';
import { sg300JumboFrame } from './sg300-jumbo-frame.ts';
import { sg300Vlan } from './sg300-vlan.ts';
import { systemMtu } from './system-mtu.ts';
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
  ['show etherchannel summary', (state, wiring) => etherchannelSummary(state, wiring)],
  ['show etherchannel * summary', (state, wiring, id) => etherchannelSummary(state, wiring, Number(id))],
  ['show interfaces description', interfacesDescription],
  ['show interfaces * description', interfacesDescription],
  ['show interfaces status', interfacesStatus],
  ['show interfaces * status', interfacesStatus],
  ['show interfaces switchport', interfacesSwitchport],
  ['show interfaces * switchport', interfacesSwitchport],
  ['show interfaces trunk', interfacesTrunk],
  ['show interfaces * trunk', interfacesTrunk],
  ['show lacp neighbor', (state, wiring) => lacpNeighbor(state, wiring)],
  ['show lacp * neighbor', (state, wiring, id) => lacpNeighbor(state, wiring, Number(id))],
  ['show running-config', runningConfig],
  ['show running-config interface *', (state, _, name) => runningInterface(name!, state)],
  ['show startup-config', startupConfig],
  ['show system mtu', systemMtu],
  ['show vlan brief', vlanBrief],
];

const sg300Shows: typeof catalystShows = [
  ['show interfaces description', sg300InterfacesDescription],
  ['show interfaces status', sg300InterfacesStatus],
  ['show interfaces switchport *', (state, _, name) => sg300InterfacesSwitchport(name!, state)],
  ['show ports jumbo-frame', sg300JumboFrame],
  ['show running-config interface *', (state, _, name) => runningInterface(name!, state)],
  ['show vlan', sg300Vlan],
];

/** The values where `words` have the form, undefined where they have not. */
function valuesOf(form: string, words: readonly string[]): string[] | undefined {
  const parts = form.split(' ');
  if (parts.length !== words.length) return undefined;
  return parts.every((part, at) => part === '*' || part === words[at])
    ? words.filter((_, at) => parts[at] === '*')
    : undefined;
}
