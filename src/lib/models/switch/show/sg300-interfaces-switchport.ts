import { vlanName, vlanTable } from '../state.ts';
import type { SwitchState, Vlan } from '../state.ts';
import { allAnswer } from '../wiring.ts';
import { atColumns, centered } from './columns.ts';
import { shortName } from './interface-names.ts';
import { isInChannel, sg300Ports } from './sg300-ports.ts';
import { membershipIsKnown, sg300Membership } from './sg300-vlan.ts';

const columns = { id: 0, name: 5, nameWidth: 32, egress: 38, egressWidth: 11, type: 50, typeWidth: 20 };

/**
 * `show interfaces switchport X` of an SG300, for ports in access and trunk mode with the ingress filter as the factory set it.
 * Undefined for others, for members of a channel and for what is no port.
 */
export function sg300InterfacesSwitchport(name: string, state: SwitchState): string | undefined {
  const port = sg300Ports(state, allAnswer).find((one) => one.name === name);
  if (!port || isInChannel(port) || !membershipIsKnown(port)) return undefined;
  const access = port.config.mode === 'access';
  const native = access ? (port.config.accessVlan ?? 1) : (port.config.nativeVlan ?? 1);
  if (typeof native !== 'number') return undefined;
  const vlans = [...new Map<number, Vlan>([[1, {}], ...vlanTable(state)])].sort(([a], [b]) => a - b);
  return [
    `Port : ${shortName(name, state.profile.id)}`,
    `Port Mode: ${access ? 'Access' : 'Trunk'}`,
    'Gvrp Status: disabled',
    'Ingress Filtering: true',
    'Acceptable Frame Type: admitAll',
    `Ingress UnTagged VLAN ( NATIVE ): ${String(native)}`,
    '',
    'Port is member in:',
    '',
    'Vlan               Name               Egress rule Port Membership Type',
    '---- -------------------------------- ----------- --------------------',
    ...vlans.flatMap(([id, vlan]) => {
      const rule = sg300Membership(port, id, state);
      return rule === undefined
        ? []
        : [
            atColumns(
              [columns.id, centered(String(id), 4)],
              [columns.name, centered(vlanName(id, vlan, state.profile), columns.nameWidth)],
              [columns.egress, centered(rule, columns.egressWidth)],
              [columns.type, centered('Static', columns.typeWidth)],
            ),
          ];
    }),
    '',
    '',
    'Forbidden VLANS:',
    'Vlan               Name',
    '---- --------------------------------',
    '',
    '',
    'Classification rules:',
    '',
    'Mac based VLANs:',
    '  Group ID   Vlan ID',
    '------------ -------',
  ].join('\n');
}
