import type { InterfaceEffect } from '../change.ts';
import { choicesOf, valueOf } from '../command.ts';
import type { InterfaceConfig } from '../state.ts';
import { allowedVlans } from '../state.ts';
import { addVlans, allVlans, removeVlans, toVlanList, vlansOf } from '../vlan-list.ts';

/** Which VLANs a port carries, and how. */
export const switchportEffects: Readonly<Record<string, InterfaceEffect>> = {
  'switchport mode': (_, command, { profile }) => {
    const mode = choicesOf(command).join(' ');
    // Printed nowhere, as the factory's own.
    return { mode: command.negation || mode === profile.defaults.portMode ? undefined : mode };
  },
  'switchport access vlan': (_, command) => {
    const id = idOf(choicesOf(command)[0]);
    return { accessVlan: command.negation || id === 1 ? undefined : (id as InterfaceConfig['accessVlan']) };
  },
  'switchport trunk native vlan': (_, command) => {
    const id = idOf(choicesOf(command)[0]);
    return { nativeVlan: command.negation || id === 1 ? undefined : (id as InterfaceConfig['nativeVlan']) };
  },
  'switchport voice vlan': (_, command) => {
    const id = idOf(choicesOf(command)[0]);
    return {
      voiceVlan: command.negation || id === 'none' ? undefined : (id as InterfaceConfig['voiceVlan']),
    };
  },
  'switchport trunk allowed vlan': (config, command, state) => {
    if (command.negation) return { allowedVlans: undefined };
    const list = valueOf(command, 'v') ?? '';
    const before = allowedVlans(config, state);
    const [word] = choicesOf(command);
    const after =
      word === 'add'
        ? addVlans(before, list)
        : word === 'remove'
          ? removeVlans(before, list)
          : word === 'except'
            ? removeVlans(allVlans, list)
            : word === 'all'
              ? allVlans
              : word === 'none'
                ? 'none'
                : toVlanList(vlansOf(list));
    return { allowedVlans: after === allowedVlans({}, state) ? undefined : after };
  },
  'switchport nonegotiate': (_, { negation }) => ({ nonegotiate: negation ? undefined : true }),
  // A macro: what it stands for is what is kept.
  'switchport host': () => ({ mode: 'access', portfast: true, channelGroup: undefined }),
};

function idOf(word: string | undefined): number | string | undefined {
  return word !== undefined && /^\d+$/.test(word) ? Number(word) : word;
}
