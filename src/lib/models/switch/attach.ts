import type { Attachment, PortBundle } from '../model.ts';
import { channelName, groupAt, modeAt, settingsAt } from './link.ts';
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
  return { sends: [], takes, bundle, isSet: group !== undefined || settings.mode !== undefined };
}
