import type { ShowPrinter } from '../profiles/profile.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { etherchannelSummary } from './etherchannel-summary.ts';
import { interfacesDescription } from './interfaces-description.ts';
import { interfacesStatus } from './interfaces-status.ts';
import { interfacesSwitchport } from './interfaces-switchport.ts';
import { interfacesTrunk } from './interfaces-trunk.ts';
import { lacpNeighbor } from './lacp-neighbor.ts';
import { runningConfig, startupConfig } from './running-config.ts';
import { runningInterface, sg300RunningInterface } from './running-interface.ts';
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
  for (const [form, printer] of Object.entries(state.profile.shows)) {
    const values = valuesOf(form, words);
    if (values) return printers[printer](state, wiring, ...values);
  }
  return undefined;
}

type Render = (state: SwitchState, wiring: Wiring, ...values: string[]) => string | undefined;

const printers: Readonly<Record<ShowPrinter, Render>> = {
  'etherchannel-summary': (state, wiring, id) => etherchannelSummary(state, wiring, numberOf(id)),
  'interfaces-description': interfacesDescription,
  'interfaces-status': interfacesStatus,
  'interfaces-switchport': interfacesSwitchport,
  'interfaces-trunk': interfacesTrunk,
  'lacp-neighbor': (state, wiring, id) => lacpNeighbor(state, wiring, numberOf(id)),
  'running-config': runningConfig,
  'running-interface': (state, _, name) => runningInterface(name!, state),
  'startup-config': startupConfig,
  'system-mtu': systemMtu,
  'vlan-brief': vlanBrief,
  'sg300-interfaces-description': sg300InterfacesDescription,
  'sg300-interfaces-status': sg300InterfacesStatus,
  'sg300-interfaces-switchport': (state, _, name) => sg300InterfacesSwitchport(name!, state),
  'sg300-jumbo-frame': sg300JumboFrame,
  'sg300-running-interface': (state, _, name) => sg300RunningInterface(name!, state),
  'sg300-vlan': sg300Vlan,
};

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** The values where `words` have the form, undefined where they have not. */
function valuesOf(form: string, words: readonly string[]): string[] | undefined {
  const parts = form.split(' ');
  if (parts.length !== words.length) return undefined;
  return parts.every((part, at) => part === '*' || part === words[at])
    ? words.filter((_, at) => parts[at] === '*')
    : undefined;
}
