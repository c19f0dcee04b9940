import type { Effect, Patch } from '../change.ts';
import { configOf, patched, withInterfaces } from '../change.ts';
import type { SwitchCommand } from '../command.ts';
import { choicesOf, valueOf } from '../command.ts';
import type { ChannelTraits } from '../profiles/profile.ts';
import type { ChannelGroup, ChannelProtocol, InterfaceConfig, SwitchState } from '../state.ts';
import { rejected } from '../refusals/refusal.ts';
import { shortName } from '../show/interface-names.ts';
import { channelId, isRouted, membersOf } from '../state.ts';

/** `channel-group N mode …` and its `no`: who belongs to which channel. */
export function joinChannel(state: SwitchState, names: readonly string[], command: SwitchCommand): Effect {
  if (command.negation)
    return { state: withInterfaces(state, names, (config) => patched(config, { channelGroup: undefined })) };
  const id = Number(valueOf(command, 'n'));
  // Routers know no mode: their channels are static.
  const mode = (choicesOf(command).find((word) => modes.has(word)) ?? 'on') as ChannelGroup['mode'];
  const { channels } = state.profile;
  const protocol = protocolOf(mode, channels);
  const group: ChannelGroup = { id, mode, protocol };
  const before = membersOf(state, id);
  const own = new Set(names);
  const other = before
    .filter((member) => !own.has(member))
    .find((member) => configOf(state, member).channelGroup!.protocol !== protocol);
  for (const name of names) {
    const problem = mismatch(state, name, group, other, names.length > 1);
    if (problem) return problem;
  }
  const unlike = layers(state, names, id);
  if (unlike) return unlike;
  const members = new Set([...before, ...names]);
  if (members.size > channels.limits[protocol]) {
    return {
      refused: {
        rule: 'ios/channel-full',
        message: `Port-channel ${String(id)} would have ${String(members.size)} members; ${
          protocol === 'LACP'
            ? 'LACP takes eight and eight more as standby'
            : 'without LACP a channel takes eight'
        }.`,
        hint: 'Put the rest into another channel.',
      },
    };
  }
  const channel = `Port-channel${String(id)}`;
  const created = channels.fixed === undefined && !state.running.interfaces.has(channel);
  let next = state;
  // A new channel takes the settings of its first port.
  if (created) next = withInterfaces(next, [channel], () => shared(configOf(state, names[0]!)));
  next = withInterfaces(next, names, (config) => ({
    ...(channels.settings === 'channel' ? patched(config, ownVlans) : config),
    channelGroup: group,
  }));
  return created
    ? { state: next, replies: [`Creating a port-channel interface Port-channel ${String(id)}`] }
    : { state: next };
}

/** `channel-protocol` and its `no`: which protocol a port may speak. */
export function restrictProtocol(
  state: SwitchState,
  names: readonly string[],
  command: SwitchCommand,
): Effect {
  const own = command.negation
    ? undefined
    : (choicesOf(command)[0] as NonNullable<InterfaceConfig['channelProtocol']>);
  const speaker = names.find((name) => {
    const protocol = configOf(state, name).channelGroup?.protocol;
    return (
      own !== undefined && protocol !== undefined && protocol !== 'none' && protocol.toLowerCase() !== own
    );
  });
  if (speaker !== undefined) {
    const { mode, protocol, id } = configOf(state, speaker).channelGroup!;
    return {
      refused: {
        rule: 'ios/protocol-mismatch',
        message: `${speaker} is in channel ${String(id)} with mode \`${mode}\`, which is ${titles[protocol]}.`,
        hint: 'Take it out of the channel first (`no channel-group`), or choose that protocol.',
      },
    };
  }
  return { state: withInterfaces(state, names, (config) => patched(config, { channelProtocol: own })) };
}

const modes = new Set<string>(['active', 'passive', 'on', 'auto', 'desirable']);

/** What a mode speaks; platforms differ in `auto`. */
export function protocolOf(mode: ChannelGroup['mode'], { auto }: ChannelTraits): ChannelProtocol {
  if (mode === 'on') return 'none';
  if (mode === 'auto') return auto;
  return mode === 'desirable' ? 'PAgP' : 'LACP';
}

/** A channel that is there routes or switches, and takes ports that do the same (transcripts of 3560 and 3650). */
function layers(state: SwitchState, names: readonly string[], id: number): Effect | undefined {
  const channel = state.running.interfaces.get(`Port-channel${String(id)}`);
  if (!channel || !state.profile.portsSwitch) return undefined;
  const name = names.find((one) => isRouted(configOf(state, one)) !== isRouted(channel));
  if (name === undefined) return undefined;
  const routes = isRouted(channel);
  const reply = [
    `Command rejected (Port-channel${String(id)}, ${shortName(name, state.profile.id)}): Either port is L2 and port-channel is L3, or vice-versa`,
    ...(names.length > 1 ? [`% Range command terminated because it failed on ${name}`] : []),
  ].join('\n');
  return {
    refused: rejected(
      `Port-channel ${String(id)} is of layer ${routes ? '3' : '2'}, and ${name} of layer ${routes ? '2' : '3'}.`,
      routes ? 'Type `no switchport` on the port first.' : 'Type `switchport` on the port first.',
      { reply },
    ),
  };
}

/** `other`: a member that the channel has already and that speaks another protocol. */
function mismatch(
  state: SwitchState,
  name: string,
  { id, mode, protocol }: ChannelGroup,
  other: string | undefined,
  isRange: boolean,
): Effect | undefined {
  const own = configOf(state, name).channelProtocol;
  const restricted = own !== undefined && protocol.toLowerCase() !== own;
  if (!restricted && other === undefined) return undefined;
  const group = other === undefined ? undefined : configOf(state, other).channelGroup!;
  const reply = state.profile.replies.protocolMismatch;
  return {
    refused: {
      rule: 'ios/protocol-mismatch',
      message: group
        ? `Mode \`${mode}\` is ${titles[protocol]}, but ${other!} is in channel ${String(id)} with mode \`${group.mode}\`, which is ${titles[group.protocol]}.`
        : `Mode \`${mode}\` is ${titles[protocol]}, but \`channel-protocol ${own!}\` restricts ${name} to ${own === 'lacp' ? 'LACP' : 'PAgP'}.`,
      ...(reply !== undefined && {
        reply: [
          reply
            .replace('{port}', () => shortName(name, state.profile.id))
            .replace('{channel}', () => String(id)),
          ...(isRange ? [`% Range command terminated because it failed on ${name}`] : []),
        ].join('\n'),
      }),
      hint: group
        ? `All members of a channel speak one protocol: use mode \`${group.mode}\`, or another channel.`
        : 'Take a mode of that protocol, or lift the restriction with `no channel-protocol`.',
      label: `${titles[protocol]} here`,
    },
  };
}

const titles: Readonly<Record<ChannelProtocol, string>> = {
  LACP: 'LACP',
  PAgP: 'PAgP',
  none: 'a static channel without protocol',
};

/** What members of a channel have in common, where the channel alone has it. */
const ownVlans: Patch<InterfaceConfig> = {
  mode: undefined,
  accessVlan: undefined,
  nativeVlan: undefined,
  allowedVlans: undefined,
  nonegotiate: undefined,
};

/** A routed port makes a routed channel, and how its frames are tagged is how those of the channel are. */
const madeByMember = new Set(['no switchport', 'switchport trunk encapsulation']);

function shared({
  mode,
  accessVlan,
  nativeVlan,
  allowedVlans,
  voiceVlan,
  nonegotiate,
  portfast,
  bpduguard,
  lines: kept,
}: InterfaceConfig): InterfaceConfig {
  const passedOn = [...(kept ?? [])].filter(([key]) => madeByMember.has(key));
  const lines = passedOn.length === 0 ? undefined : new Map(passedOn);
  return patched<InterfaceConfig>(
    {},
    { mode, accessVlan, nativeVlan, allowedVlans, voiceVlan, nonegotiate, portfast, bpduguard, lines },
  );
}

/** Paths of the commands that, given on a Port-channel, are set on its members too where these have settings of their own. */
const reachesMembers = /^(switchport|spanning-tree|storm-control|shutdown$)/;

/** The interfaces that a command given on `names` is set on. */
export function reachOf(state: SwitchState, names: readonly string[], { path }: SwitchCommand): string[] {
  if (state.profile.channels.settings === 'channel' || !reachesMembers.test(path)) return [...names];
  const members = names.flatMap((name) => {
    const id = channelId(name);
    return id === undefined ? [] : membersOf(state, id);
  });
  return [...new Set([...names, ...members])];
}
