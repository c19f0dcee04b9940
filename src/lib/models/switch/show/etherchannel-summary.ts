import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { channels } from './channel.ts';
import type { Channel } from './channel.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';

const legend = `Flags:  D - down        P - bundled in port-channel
        I - stand-alone s - suspended
        H - Hot-standby (LACP only)
        R - Layer3      S - Layer2
        U - in use      f - failed to allocate aggregator

        M - not in use, minimum links not met
        u - unsuitable for bundling
        w - waiting to be aggregated
        d - default port

`;

/** Columns of the table, and the width of one port in its last. */
const columns = { group: 0, channel: 7, protocol: 23, noProtocol: 24, ports: 33, width: 80, port: 12 };

/** `show etherchannel [N] summary`; undefined where channel N does not exist. */
export function etherchannelSummary(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  const all = channels(state, wiring).filter((channel) => id === undefined || channel.id === id);
  if (id !== undefined && all.length === 0) return undefined;
  return [
    ...legend.split('\n'),
    `Number of channel-groups in use: ${String(all.length)}`,
    `Number of aggregators:           ${String(all.length)}`,
    '',
    'Group  Port-channel  Protocol    Ports',
    '------+-------------+-----------+-----------------------------------------------',
    ...all.flatMap((channel) => rows(channel, state)),
  ].join('\n');
}

function rows(channel: Channel, state: SwitchState): string[] {
  const flags = `${channel.routed ? 'R' : 'S'}${channel.inUse ? 'U' : 'D'}`;
  const negotiated = channel.protocol !== undefined && channel.protocol !== 'none';
  const [first = '', ...more] = portLines(channel, state);
  return [
    atColumns(
      [columns.group, String(channel.id)],
      [columns.channel, `${shortName(channel.name, state.profile.id)}(${flags})`],
      negotiated ? [columns.protocol, channel.protocol] : [columns.noProtocol, '-'],
      [columns.ports, first],
    ),
    ...more.map((line) => atColumns([columns.ports, line])),
  ];
}

/** Ports, each padded, as many on a line as the padded ones have room for. */
function portLines({ members }: Channel, { profile }: SwitchState): string[] {
  const cells = members.map(({ port, flag }) => {
    const text = `${shortName(port, profile.id)}(${flag})`;
    return text.padEnd(Math.max(columns.port, text.length + 1));
  });
  const lines: string[] = [];
  for (const cell of cells) {
    const last = lines.at(-1);
    if (last !== undefined && columns.ports + last.length + cell.length <= columns.width)
      lines[lines.length - 1] = last + cell;
    else lines.push(cell);
  }
  return lines;
}
