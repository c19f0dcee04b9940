import { listed } from '../../diagnostics/listed.ts';
import type { SwitchProblem } from './change.ts';
import type { LinkEnd } from './link.ts';
import { agrees, begins, channelName, groupAt, linkState, settingsAt } from './link.ts';
import { allowedVlans } from './state.ts';
import type { ChannelGroup, ChannelProtocol } from './state.ts';
import { vlansOf } from './vlan-list.ts';

/** An end of a cable by the name of its switch, too. */
export interface NamedEnd extends LinkEnd {
  readonly device: string;
}

/** What two ends of a cable say that cannot both hold, as it is told at the near end. */
export function linkProblems(near: LinkEnd, far: NamedEnd): SwitchProblem[] {
  return [channelProblem(near, far), trunkProblem(near, far)].filter((problem) => problem !== undefined);
}

function channelProblem(near: LinkEnd, far: NamedEnd): SwitchProblem | undefined {
  const [own, other] = [groupAt(near), groupAt(far)];
  if (!own || agrees(own, other)) return undefined;
  const there = `${far.device} ${far.port}`;
  if (!other) {
    return {
      rule: 'ios/channel-one-sided',
      message: `${near.port} is in channel ${String(own.id)} (${titleOf(own)}), and ${there} at the other end of the cable is in none.`,
      why:
        own.protocol === 'none'
          ? 'A static channel sends to all its ports without asking: the other switch sees one address at several ports, or a loop.'
          : 'Nobody answers, so that the channel does not come up.',
      hint: `Put ${there} into a channel as well, in a mode such as \`${partnerOf(own)}\`.`,
    };
  }
  const isWaiting = own.protocol === other.protocol;
  return {
    rule: 'ios/channel-ends-differ',
    message: isWaiting
      ? `${near.port} waits in mode \`${own.mode}\` for ${there}, which waits in mode \`${other.mode}\`.`
      : `${near.port} is in channel ${String(own.id)} with mode \`${own.mode}\` (${titleOf(own)}), and ${there} at the other end of the cable has mode \`${other.mode}\` (${titleOf(other)}).`,
    hint: isWaiting
      ? `Let one of them begin: mode \`${own.protocol === 'PAgP' ? 'desirable' : 'active'}\`.`
      : `Both ends speak one protocol: here mode \`${partnerOf(other)}\`, or there mode \`${partnerOf(own)}\`.`,
  };
}

const titles: Readonly<Record<ChannelProtocol, string>> = {
  LACP: 'LACP',
  PAgP: 'PAgP',
  none: 'static, without a protocol',
};

function titleOf({ protocol }: ChannelGroup): string {
  return titles[protocol];
}

/** A mode for the other end. */
function partnerOf(group: ChannelGroup): ChannelGroup['mode'] {
  if (group.protocol === 'none') return 'on';
  if (group.protocol === 'PAgP') return begins(group) ? 'auto' : 'desirable';
  return 'active';
}

/** The ports of one channel have one channel at their other ends. */
export function splitChannel(
  id: number,
  ends: readonly { readonly near: LinkEnd; readonly far: NamedEnd }[],
): SwitchProblem | undefined {
  const there = ends.flatMap(({ near, far }) => {
    const group = groupAt(far);
    return group ? [{ channel: `${far.device} ${channelName(group)}`, port: near.port }] : [];
  });
  const [first] = there;
  const other = there.find(({ channel }) => channel !== first?.channel);
  return (
    first &&
    other && {
      rule: 'ios/channel-ends-differ',
      message: `Channel ${String(id)} has ${first.port}, which leads to ${first.channel}, and ${other.port}, which leads to ${other.channel}.`,
      hint: 'Cable all ports of a channel to the ports of one channel of one switch.',
    }
  );
}

function trunkProblem(near: LinkEnd, far: NamedEnd): SwitchProblem | undefined {
  const [here, there] = [linkState(near, far).trunks, linkState(far, near).trunks];
  if (here === undefined || there === undefined) return undefined;
  const [own, other] = [settingsAt(near), settingsAt(far)];
  const place = `${far.device} ${far.port}`;
  const problem = (message: string, hint: string): SwitchProblem => ({
    rule: 'ios/trunk-ends-differ',
    message,
    hint,
  });
  if (here !== there)
    return problem(
      `${near.port} ${here ? 'is a trunk' : 'gives access to one VLAN'}, and ${place} at the other end of the cable ${there ? 'is a trunk' : 'gives access to one VLAN'}.`,
      'Make both ends a trunk, or both an access port of one VLAN.',
    );
  if (!here) {
    const [vlan, across] = [own.accessVlan ?? 1, other.accessVlan ?? 1];
    if (vlan === across || typeof vlan !== 'number' || typeof across !== 'number') return undefined;
    return problem(
      `${near.port} gives access to VLAN ${String(vlan)}, and ${place} at the other end of the cable to VLAN ${String(across)}.`,
      'Frames have no tag there, so that two VLANs become one: give both ends one VLAN.',
    );
  }
  const [native, across] = [own.nativeVlan ?? 1, other.nativeVlan ?? 1];
  if (native !== across)
    return problem(
      `The native VLAN of ${near.port} is ${String(native)}, and that of ${place} at the other end of the cable ${String(across)}.`,
      'What has no tag changes its VLAN on the way: give both ends one native VLAN.',
    );
  // A list at one end alone is a way to say what the trunk carries.
  if (own.allowedVlans === undefined || other.allowedVlans === undefined) return undefined;
  const [carried, taken] = [near, far].map(
    (end) => new Set(vlansOf(allowedVlans(settingsAt(end), end.state))),
  );
  const only = [...carried!].filter((id) => !taken!.has(id));
  const missing = [...taken!].filter((id) => !carried!.has(id));
  if (only.length + missing.length === 0) return undefined;
  const parts = [
    ...(only.length > 0
      ? [`carries ${vlans(only)}, which ${place} at the other end of the cable does not`]
      : []),
    ...(missing.length > 0
      ? [`does not carry ${vlans(missing)}, which ${place} at the other end of the cable does`]
      : []),
  ];
  return problem(`${near.port} ${parts.join(', and ')}.`, 'Allow the same VLANs at both ends.');
}

function vlans(ids: readonly number[]): string {
  return `VLAN ${listed(ids.map(String))}`;
}
