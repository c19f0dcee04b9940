import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { channels } from './channel.ts';
import type { Channel, ChannelMember } from './channel.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { wiringOf } from '../wiring.ts';

const heading = `Flags:  S - Device is requesting Slow LACPDUs
        F - Device is requesting Fast LACPDUs
        A - Device is in Active mode       P - Device is in Passive mode`;

const columns = {
  port: 0,
  flags: 10,
  priority: 18,
  device: 28,
  ageEnd: 47,
  adminKey: 51,
  operKey: 58,
  number: 65,
  state: 73,
};

/**
 * `show lacp [N] neighbor` of a Catalyst: of each port on which the partner answers, what it said. What no configuration tells is made
 * up: the partner is active, asks for slow messages, has the default priority and numbers its ports as this switch does; its address is
 * one of those that are kept for documentation. Undefined where channel N does not exist.
 */
export function lacpNeighbor(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  const all = channels(state, wiring).filter((channel) => id === undefined || channel.id === id);
  if (id !== undefined && all.length === 0) return undefined;
  const blocks = all
    .filter(({ protocol }) => protocol === 'LACP')
    .map((channel) => block(channel, state, wiring));
  return [heading, ...blocks].join('\n\n');
}

function block({ id, members }: Channel, { profile }: SwitchState, wiring: Wiring): string {
  const heard = members.filter(({ port, flag }) => flag !== 'D' && wiringOf(wiring, port).answers);
  return [
    `Channel group ${String(id)} neighbors`,
    '',
    "Partner's information:",
    '',
    '                  LACP port                        Admin  Oper   Port    Port',
    'Port      Flags   Priority  Dev ID          Age    key    Key    Number  State',
    ...heard.map((member, index) =>
      atColumns(
        [columns.port, shortName(member.port, profile.id)],
        [columns.flags, 'SA'],
        [columns.priority, '32768'],
        [columns.device, `0000.5e00.53${id.toString(16).padStart(2, '0')}`],
        [columns.ageEnd - ageOf(index).length, ageOf(index)],
        [columns.adminKey, '0x0'],
        [columns.operKey, `0x${id.toString(16).toUpperCase()}`],
        [columns.number, portNumber(member)],
        [columns.state, member.flag === 'P' ? '0x3D' : '0x5'],
      ),
    ),
  ].join('\n');
}

/** Slow messages come every 30 seconds. */
function ageOf(index: number): string {
  return `${String((index * 7 + 3) % 30)}s`;
}

function portNumber({ port }: ChannelMember): string {
  return `0x${Number(/(?<!\d)\d+$/.exec(port)![0])
    .toString(16)
    .toUpperCase()}`;
}
