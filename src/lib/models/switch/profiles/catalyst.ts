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
  stormDecimals: true,
  quotesText: false,
  negotiatesTagging: true,
  outputModifiers: true,
  shows: {
    'show etherchannel summary': 'etherchannel-summary',
    'show etherchannel * summary': 'etherchannel-summary',
    'show interfaces description': 'interfaces-description',
    'show interfaces * description': 'interfaces-description',
    'show interfaces status': 'interfaces-status',
    'show interfaces * status': 'interfaces-status',
    'show interfaces trunk': 'interfaces-trunk',
    'show interfaces * trunk': 'interfaces-trunk',
    'show lacp neighbor': 'lacp-neighbor',
    'show lacp * neighbor': 'lacp-neighbor',
    'show running-config': 'running-config',
    'show running-config interface *': 'running-interface',
    'show startup-config': 'startup-config',
    'show system mtu': 'system-mtu',
    'show vlan brief': 'vlan-brief',
  },
};
