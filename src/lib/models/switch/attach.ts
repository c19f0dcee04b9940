import type { Attachment, PortBundle } from '../model.ts';
import { ethernetMtu } from '../model.ts';
import { channelName, groupAt, isShut, modeAt, settingsAt } from './link.ts';
import { allowedVlans } from './state.ts';
import type { SwitchState } from './state.ts';
import { holdsVlan } from './vlan-list.ts';
import { ownName } from './wiring.ts';

/** What a switch does at a port. Frames of a trunk's native VLAN, and those at access ports, have no tag. */
export function attach(state: SwitchState, port: string): Attachment {
  const end = { state, port: ownName(port, state) };
  const group = groupAt(end);
  const mode = modeAt(end);
  const settings = settingsAt(end);
  const allowed = allowedVlans(settings, state);
  const takes =
    mode === 'trunk'
      ? (vlan: number) => holdsVlan(allowed, vlan)
      : mode === 'access' || mode === 'routed'
        ? () => false
        : undefined;
  const bundle: PortBundle | undefined = group && { name: channelName(group), protocol: group.protocol };
  return {
    sends: [],
    takes,
    only:
      mode === 'access' && typeof settings.accessVlan === 'number' && settings.voiceVlan === undefined
        ? settings.accessVlan
        : undefined,
    bundle,
    isSet: group !== undefined || settings.mode !== undefined,
    mtu: mtuAt(state, end.port),
    large: [],
    taken: undefined,
    isShut: isShut(end),
    speaks: [],
  };
}

/**
 * After the next reload, which is told of by itself. Source: 2960-S command reference, `system mtu`: it is for ports of 10 and 100 Mbit/s, and
 * `system mtu jumbo` for those of gigabits and more. Catalyst 9000, Configuring System MTU: one size for all ports. SG300 administration guide, *Jumbo Frames*: packets of up to 10 KB.
 */
function mtuAt({ boot, running, profile }: SwitchState, port: string): number | undefined {
  if (profile.mtu === 'jumbo-frames') return running.jumboFrames ? 10_000 : ethernetMtu;
  const isOne = profile.mtu === 'system-mtu-at-once' || /^FastEthernet/i.test(port);
  return (isOne ? boot.systemMtu : boot.jumboMtu).next;
}
