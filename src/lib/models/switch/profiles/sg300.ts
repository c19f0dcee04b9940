import { sg300Console } from './console-traits.ts';
import { portNames } from './profile.ts';
import type { SwitchProfile } from './profile.ts';

/**
 * An SG300 with firmware 1.x and 52 ports, the largest of its line. Printed configurations show its defaults: a port trunks VLAN 1 alone.
 * It knows no PAgP, and members of a channel have the settings of the channel.
 */
export const sg300: SwitchProfile = {
  id: 'sg300',
  ports: portNames('gigabitethernet', 52),
  flatPortNumbers: true,
  defaults: {
    portMode: 'trunk',
    allowedVlans: '1',
    stpMode: 'rstp',
    loadBalance: 'src-dst-mac',
    // General knowledge of the Small Business switches; no source was read for it.
    lldp: true,
  },
  vlans: {
    store: 'configuration',
    fixed: [1],
    defaultName: { prefix: '', digits: 1 },
    extendedNeedTransparent: false,
    madeByAccess: false,
    namedAt: 'interface',
    lists: 'difference',
  },
  channels: { fixed: 8, auto: 'LACP', settings: 'channel', limits: { LACP: 16, PAgP: 8, none: 8 } },
  mtu: 'jumbo-frames',
  pauseCommand: 'flowcontrol',
  portfastIdleOnTrunk: false,
  replies: {
    help: false,
    save: [],
  },
  console: sg300Console,
  looks: {
    whole: 'terminal datadump',
    vlans: 'show vlan',
    channels: 'show interfaces port-channel',
    frames: 'show ports jumbo-frame',
    everyPort: false,
  },
  stormDecimals: false,
  quotesText: true,
  portsSwitch: true,
  negotiatesTagging: false,
  outputModifiers: false,
  treePortIsJack: false,
};
