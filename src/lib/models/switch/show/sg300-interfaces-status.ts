import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { sg300Ports } from './sg300-ports.ts';
import type { ShownPort } from './ports.ts';

const ports = {
  port: 0,
  type: 9,
  duplex: 22,
  speed: 30,
  negotiation: 36,
  flow: 45,
  state: 50,
  pressure: 62,
  mdix: 71,
};
const channels = { port: 0, type: 9, duplex: 17, speed: 25, negotiation: 32, flow: 41, state: 50 };
const none = '--';

/** `show interfaces status` of an SG300. What was negotiated is the best that a port can do. */
export function sg300InterfacesStatus(state: SwitchState, wiring: Wiring): string {
  const all = sg300Ports(state, wiring);
  return [
    '                                             Flow Link          Back   Mdix',
    'Port     Type         Duplex  Speed Neg      ctrl State       Pressure Mode',
    '-------- ------------ ------  ----- -------- ---- ----------- -------- -------',
    ...all.filter(({ channel }) => !channel).map((port) => portRow(port, state)),
    '',
    '                                          Flow    Link',
    'Ch       Type    Duplex  Speed  Neg      control  State',
    '-------- ------- ------  -----  -------- -------  -----------',
    ...all.filter(({ channel }) => channel).map((port) => channelRow(port, state)),
  ].join('\n');
}

function portRow(port: ShownPort, state: SwitchState): string {
  const name = shortName(port.name, state.profile.id);
  const type = port.name.startsWith('fast') ? '100M-Copper' : '1G-Copper';
  if (!port.carries)
    return atColumns(
      [ports.port, name],
      [ports.type, type],
      [ports.duplex + 2, none],
      [ports.speed + 2, none],
      [ports.negotiation + 3, none],
      [ports.flow + 1, none],
      [ports.state, 'Down'],
      [ports.pressure + 3, none],
      [ports.mdix + 2, none],
    );
  const { config } = port;
  return atColumns(
    [ports.port, name],
    [ports.type, type],
    [ports.duplex, config.duplex === 'half' ? 'Half' : 'Full'],
    [ports.speed, config.speed ?? (port.name.startsWith('fast') ? '100' : '1000')],
    [ports.negotiation, config.noNegotiation ? 'Disabled' : 'Enabled'],
    [ports.flow, config.flowcontrolReceive === undefined ? 'Off' : 'On'],
    [ports.state, 'Up'],
    [ports.pressure, 'Disabled'],
    [ports.mdix, 'Off'],
  );
}

/** A channel without members is not present. */
function channelRow({ name, channel, config, carries }: ShownPort, state: SwitchState): string {
  const short = shortName(name, state.profile.id);
  if (!carries)
    return atColumns(
      [channels.port, short],
      [channels.type + 3, none],
      [channels.duplex + 3, none],
      [channels.speed + 3, none],
      [channels.negotiation + 3, none],
      [channels.flow + 3, none],
      [channels.state, channel!.members.length > 0 ? 'Down' : 'Not Present'],
    );
  return atColumns(
    [channels.port, short],
    [channels.type, '1G'],
    [channels.duplex, 'Full'],
    [channels.speed, '1000'],
    [channels.negotiation, 'Enabled'],
    [channels.flow, config.flowcontrolReceive === undefined ? 'Off' : 'On'],
    [channels.state, 'Up'],
  );
}
