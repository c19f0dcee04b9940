import { iosConsole } from './console-traits.ts';
import type { SwitchProfile } from './profile.ts';

/**
 * Any Catalyst with IOS or IOS-XE, in the widest bounds. Which ports it has is learned from the commands that name them. The port mode
 * is from general knowledge.
 */
export const catalyst: SwitchProfile = {
  id: 'generic-ios',
  ports: [],
  flatPortNumbers: false,
  defaults: {
    portMode: 'dynamic auto',
    allowedVlans: '1-4094',
    stpMode: 'pvst',
    loadBalance: 'src-mac',
    // Source: Catalyst 2960-X, Consolidated Platform Configuration Guide 15.2(4)E, table “Default LLDP Configuration”.
    lldp: false,
  },
  vlans: {
    store: 'database',
    fixed: [1, 1002, 1003, 1004, 1005],
    defaultName: { prefix: 'VLAN', digits: 4 },
    extendedNeedTransparent: false,
    madeByAccess: true,
    namedAt: 'vlan',
    lists: 'whole',
  },
  channels: { auto: 'PAgP', settings: 'members', limits: { LACP: 16, PAgP: 8, none: 8 } },
  mtu: 'system-mtu',
  pauseCommand: 'flowcontrol receive',
  portfastIdleOnTrunk: true,
  replies: {
    help: true,
    save: ['Building configuration...', '[OK]'],
    protocolMismatch:
      'Command rejected (Channel protocol mismatch for interface {port} in group {channel}): the interface can not be added to the channel group',
  },
  console: iosConsole,
  looks: {
    whole: 'terminal length 0',
    vlans: 'show vlan brief',
    channels: 'show etherchannel summary',
    frames: 'show system mtu',
    everyPort: true,
    vtp: 'show vtp status',
  },
  stormDecimals: true,
  quotesText: false,
  portsSwitch: false,
  negotiatesTagging: true,
  outputModifiers: true,
  treePortIsJack: false,
};
