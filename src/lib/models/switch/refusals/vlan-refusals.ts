import { valueOf } from '../command.ts';
import { vlanName, vlanTable } from '../state.ts';
import { vlansOf } from '../vlan-list.ts';
import type { StateRefusal } from './refusal.ts';
import { rejected } from './refusal.ts';

const legacy = 'from 1002 to 1005';

/**
 * `vlan LIST` and `no vlan LIST`. Replies: transcripts of labs in public repositories, where a VTP client refuses `vlan 50`; that of `no vlan`
 * is the one which the notices of the tables have.
 */
export const vlans: StateRefusal = (command, { profile, running }) => {
  if (profile.vlans.store !== 'database') return undefined;
  const ids = vlansOf(valueOf(command, 'list')!);
  if (running.vtpMode === 'client')
    return rejected(
      'This switch is a VTP client: it takes its VLANs from a server and makes none of its own.',
      'Make the VLAN at the VTP server, or type `vtp mode transparent` first.',
      { reply: 'VTP VLAN configuration not allowed when device is in CLIENT mode.', value: 'list' },
    );
  const fixed = command.negation ? ids.find((id) => profile.vlans.fixed.includes(id)) : undefined;
  if (fixed === undefined) return undefined;
  return rejected(
    `VLAN ${String(fixed)} is always there, as are VLAN 1 and those ${legacy}.`,
    'Leave it out of the list.',
    { reply: `Default VLAN ${String(fixed)} may not be deleted.`, value: 'list' },
  );
};

/** `name NAME` under a VLAN. The reply for VLAN 1 is that of transcripts; that of a name taken twice as reports of it have it. */
export const vlanNames: StateRefusal = (command, state, target) => {
  const { profile } = state;
  if (target.kind !== 'vlans' || profile.vlans.store !== 'database') return undefined;
  const fixed = target.ids.find((id) => profile.vlans.fixed.includes(id));
  if (fixed !== undefined)
    return rejected(`VLAN ${String(fixed)} keeps the name that it has.`, 'Use another VLAN.', {
      reply: `Default VLAN ${String(fixed)} may not have its name changed.`,
    });
  if (command.negation) return undefined;
  const name = valueOf(command, 'n')!;
  const [own] = target.ids;
  if (target.ids.length > 1)
    return rejected(
      `${String(target.ids.length)} VLANs cannot all be named \`${name}\`: names of VLANs are unique.`,
      'Name them one by one.',
      { value: 'n' },
    );
  const other = [...vlanTable(state)].find(
    ([id, vlan]) => id !== own && vlanName(id, vlan, profile) === name,
  );
  const taken = other?.[0] ?? (name === 'default' ? 1 : undefined);
  if (taken === undefined || own === undefined) return undefined;
  return rejected(
    `VLAN ${String(taken)} is named \`${name}\` already.`,
    'Give each VLAN a name of its own.',
    {
      reply: `VLAN #${String(own)} and #${String(taken)} have an identical name: ${name}`,
      value: 'n',
    },
  );
};

/** `shutdown` and `state suspend` under a VLAN that is always there. */
export const vlanStates: StateRefusal = ({ negation, path, words }, { profile }, target) => {
  if (target.kind !== 'vlans' || negation || profile.vlans.store !== 'database') return undefined;
  const fixed = target.ids.find((id) => profile.vlans.fixed.includes(id));
  if (fixed === undefined || (path === 'state' && words.at(-1) === 'active')) return undefined;
  return rejected(`VLAN ${String(fixed)} can neither be suspended nor shut down.`, 'Use another VLAN.');
};
