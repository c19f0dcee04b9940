import type { Effect, ConfigTarget } from '../change.ts';
import { patched, withRunning } from '../change.ts';
import type { SwitchCommand } from '../command.ts';
import { valueOf } from '../command.ts';
import type { SwitchState, Vlan, VlanTable } from '../state.ts';
import { vlanExists, vlanTable } from '../state.ts';
import { rejected } from '../refusals/refusal.ts';
import { vlansOf } from '../vlan-list.ts';

export function withVlans(state: SwitchState, vlans: VlanTable): SwitchState {
  return state.profile.vlans.store === 'configuration'
    ? withRunning(state, { vlans })
    : { ...state, vlanDatabase: vlans };
}

/** Those of the ids that do not exist yet are made, with the name that the platform gives them. */
export function createVlans(state: SwitchState, ids: readonly number[]): SwitchState {
  const missing = ids.filter((id) => !vlanExists(state, id));
  if (missing.length === 0) return state;
  const vlans = new Map(vlanTable(state));
  for (const id of missing) vlans.set(id, {});
  return withVlans(state, new Map([...vlans].sort(([a], [b]) => a - b)));
}

/** `vlan LIST` and `no vlan LIST`. */
export function changeVlans(state: SwitchState, command: SwitchCommand): Effect {
  const ids = vlansOf(valueOf(command, 'list')!);
  if (command.negation) {
    const vlans = new Map(vlanTable(state));
    for (const id of ids) vlans.delete(id);
    return { state: withVlans(state, vlans) };
  }
  const refused = state.profile.vlans.extendedNeedTransparent ? extended(state, ids) : [];
  const gone = new Set(refused);
  const created = createVlans(
    state,
    ids.filter((id) => !gone.has(id)),
  );
  const name = valueOf(command, 'n');
  const named = name === undefined ? created : changeVlan(created, ids, () => ({ name }));
  if (refused.length === 0) return { state: named };
  return {
    state: named,
    replies: [
      `% Failed to create VLANs ${refused.join(',')}`,
      'Extended VLAN(s) not allowed in current VTP mode.',
      '%Failed to commit extended VLAN(s) changes.',
    ],
    failed: rejected(
      `VLANs above 1005 are made in VTP mode transparent or off alone, and this switch is a VTP ${state.running.vtpMode ?? 'server'}.`,
      'Type `vtp mode transparent` first, or choose a number from 2 to 1001.',
      { reply: `% Failed to create VLANs ${refused.join(',')}`, value: 'list' },
    ),
  };
}

/** VLANs above 1005 that a switch will not make while it is a VTP server (of version 1 or 2) or client. */
function extended({ running }: SwitchState, ids: readonly number[]): number[] {
  const free = running.vtpMode === 'transparent' || running.vtpMode === 'off';
  return free || running.lines.get('vtp version') === 'vtp version 3' ? [] : ids.filter((id) => id > 1005);
}

/** Commands under `vlan N`; undefined where the command is not one whose effect is modelled. */
export function vlanEffect(
  state: SwitchState,
  target: ConfigTarget,
  command: SwitchCommand,
): Effect | undefined {
  if (target.kind !== 'vlans') return undefined;
  const { path, negation } = command;
  switch (path) {
    case 'name':
      return {
        state: changeVlan(state, target.ids, (vlan) =>
          patched(vlan, { name: negation ? undefined : valueOf(command, 'n') }),
        ),
      };
    case 'state': {
      const suspended = !negation && command.words.at(-1) === 'suspend';
      return {
        state: changeVlan(state, target.ids, (vlan) =>
          patched(vlan, { suspended: suspended ? true : undefined }),
        ),
      };
    }
    case 'shutdown':
      return {
        state: changeVlan(state, target.ids, (vlan) =>
          patched(vlan, { shutdown: negation ? undefined : true }),
        ),
      };
    case 'remote-span':
      return {
        state: changeVlan(state, target.ids, (vlan) =>
          patched(vlan, { remoteSpan: negation ? undefined : true }),
        ),
      };
    default:
      return undefined;
  }
}

/** The name that an SG300 is given under `interface vlan N`. */
export function nameVlans(state: SwitchState, names: readonly string[], command: SwitchCommand): Effect {
  const ids = names.flatMap((name) => /^vlan (\d+)$/.exec(name)?.slice(1).map(Number) ?? []);
  const name = command.negation ? undefined : valueOf(command, 'n');
  return { state: changeVlan(state, ids, (vlan) => patched(vlan, { name: name })) };
}

function changeVlan(state: SwitchState, ids: readonly number[], change: (vlan: Vlan) => Vlan): SwitchState {
  const vlans = new Map(vlanTable(state));
  for (const id of ids) {
    const vlan = vlans.get(id);
    if (vlan) vlans.set(id, change(vlan));
  }
  return withVlans(state, vlans);
}
