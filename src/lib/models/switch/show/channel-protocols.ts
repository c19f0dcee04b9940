import { unknownValue } from '../../unknown-value.ts';
import type { ChannelProtocol, SwitchState } from '../state.ts';
import { wiringOf } from '../wiring.ts';
import type { Wiring } from '../wiring.ts';
import { channels } from './channel.ts';
import type { Channel, ChannelMember } from './channel.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { interfaceLinesKept } from './kept-lines.ts';

/** `show lacp [N] internal` of a Catalyst: what the switch itself says at its ports. */
export function lacpInternal(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  const blocks = blocksOf('LACP', state, wiring, id, ({ id: own, members }) => [
    `Channel group ${String(own)}`,
    '                            LACP port     Admin     Oper    Port        Port',
    'Port      Flags   State     Priority      Key       Key     Number      State',
    ...members.map((member) => {
      const config = state.running.interfaces.get(member.port);
      const key = `0x${own.toString(16).toUpperCase()}`;
      const fast = interfaceLinesKept(config ?? {}).includes('lacp rate fast') ? 'F' : 'S';
      return atColumns(
        [0, shortName(member.port, state.profile.id)],
        [10, `${fast}${config?.channelGroup?.mode === 'passive' ? 'P' : 'A'}`],
        [18, lacpStates[member.flag]],
        [28, String(config?.lacpPortPriority ?? 32768)],
        [42, key],
        [52, key],
        [60, unknownValue],
        [72, unknownValue],
      );
    }),
  ]);
  return (
    blocks &&
    [
      'Flags:  S - Device is requesting Slow LACPDUs',
      '        F - Device is requesting Fast LACPDUs',
      '        A - Device is in Active mode       P - Device is in Passive mode',
      ...blocks,
    ].join('\n')
  );
}

const lacpStates: Readonly<Record<ChannelMember['flag'], string>> = {
  P: 'bndl',
  D: 'down',
  I: 'indep',
  s: 'susp',
  H: 'hot-sby',
};

/** `show lacp [N] counters` */
export function lacpCounters(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  const blocks = blocksOf('LACP', state, wiring, id, ({ id: own, members }) => [
    `Channel group: ${String(own)}`,
    ...members.map(({ port }) => counted(port, state)),
  ]);
  return (
    blocks &&
    [
      '             LACPDUs         Marker      Marker Response    LACPDUs',
      'Port       Sent   Recv     Sent   Recv     Sent   Recv      Pkts Err',
      '---------------------------------------------------------------------',
      ...blocks.slice(1),
    ].join('\n')
  );
}

/** `show lacp sys-id` */
export function lacpSystem({ running }: SwitchState): string {
  return `${String(running.lacpSystemPriority ?? 32768)}, ${unknownValue}`;
}

/** `show pagp [N] neighbor`: of each port on which a partner answers. */
export function pagpNeighbor(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  const blocks = blocksOf('PAgP', state, wiring, id, ({ id: own, members }) => [
    `Channel group ${String(own)} neighbors`,
    '          Partner              Partner          Partner         Partner Group',
    'Port      Name                 Device ID        Port       Age  Flags   Cap.',
    ...members
      .filter(({ port, flag }) => flag !== 'D' && wiringOf(wiring, port).answers)
      .map(({ port }) => {
        const { partner } = wiringOf(wiring, port);
        return atColumns(
          [0, shortName(port, state.profile.id)],
          [10, partner?.name.slice(0, 20) ?? unknownValue],
          [31, unknownValue],
          [48, partner ? shortName(partner.port, state.profile.id) : unknownValue],
          [59, unknownValue],
          [64, unknownValue],
          [72, unknownValue],
        );
      }),
  ]);
  return (
    blocks &&
    [
      'Flags:  S - Device is sending Slow hello.  C - Device is in Consistent state.',
      '        A - Device is in Auto mode.        P - Device learns on physical port.',
      ...blocks,
    ].join('\n')
  );
}

/** `show pagp [N] internal` */
export function pagpInternal(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  const blocks = blocksOf('PAgP', state, wiring, id, ({ id: own, members }) => [
    `Channel group ${String(own)}`,
    '                                Hello    Partner  PAgP     Learning  Group',
    'Port      Flags State   Timers  Interval Count   Priority   Method  Ifindex',
    ...members.map(({ port, flag }) => {
      const config = state.running.interfaces.get(port);
      const auto = config?.channelGroup?.mode === 'auto' ? 'A' : '';
      return atColumns(
        [0, shortName(port, state.profile.id)],
        [10, flag === 'P' ? `S${auto}C` : flag === 'D' ? `${auto}d` : unknownValue],
        [16, flag === 'P' ? 'U6/S7' : unknownValue],
        [24, unknownValue],
        [32, unknownValue],
        [41, flag === 'P' ? '1' : unknownValue],
        [50, '128'],
        [61, 'Any'],
        [69, unknownValue],
      );
    }),
  ]);
  return (
    blocks &&
    [
      'Flags:  S - Device is sending Slow hello.  C - Device is in Consistent state.',
      '        A - Device is in Auto mode.        d - PAgP is down',
      'Timers: H - Hello timer is running.        Q - Quit timer is running.',
      '        S - Switching timer is running.    I - Interface timer is running.',
      ...blocks,
    ].join('\n')
  );
}

/** `show pagp [N] counters` */
export function pagpCounters(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  const blocks = blocksOf('PAgP', state, wiring, id, ({ id: own, members }) => [
    '          Information         Flush        PAgP',
    'Port      Sent    Recv     Sent    Recv    Err Pkts',
    '---------------------------------------------------',
    `Channel group: ${String(own)}`,
    ...members.map(({ port }) => counted(port, state)),
  ]);
  return blocks?.slice(1).join('\n');
}

function counted(port: string, { profile }: SwitchState): string {
  return atColumns([0, shortName(port, profile.id)], [10, unknownValue]);
}

/** The channels that speak a protocol, each behind an empty line; undefined where channel N does not exist. */
function blocksOf(
  protocol: ChannelProtocol,
  state: SwitchState,
  wiring: Wiring,
  id: number | undefined,
  block: (channel: Channel) => readonly string[],
): string[] | undefined {
  const all = channels(state, wiring).filter((channel) => id === undefined || channel.id === id);
  if (id !== undefined && all.length === 0) return undefined;
  return all.filter((one) => one.protocol === protocol).flatMap((one) => ['', ...block(one)]);
}
