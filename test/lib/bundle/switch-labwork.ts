import type { CheckedLabwork } from '../../../src/lib/check/labwork.ts';
import { check, fence, part } from '../fixture-posts.ts';
import { step } from './rack-bundle.ts';

/** Labwork 9: two VLANs, a channel of two ports that is a trunk, and large frames, for `sw1` of either make. Free of errors. */
export function switchLabwork(): CheckedLabwork {
  return check(
    part(
      step(
        '9:1',
        'Large frames',
        fence('ios on=sw1', 'configure terminal', 'system mtu jumbo 9198', 'end', 'write memory'),
        fence('ios on=sw1 platform=sg300', 'configure terminal', 'port jumbo-frame', 'end', 'write memory'),
        fence('ios on=sw1 verify', 'show system mtu'),
        fence('ios on=sw1 verify platform=sg300', 'show ports jumbo-frame'),
      ) +
        step(
          '9:2',
          'A channel',
          fence('ios on=sw1', ...catalystLines),
          fence('ios on=sw1 platform=sg300', ...sg300Lines),
          fence('ios on=sw1 verify', 'show interfaces Port-channel3 trunk'),
          fence('ios on=sw1 verify platform=sg300', 'show interfaces switchport Port-channel3'),
        ),
    ),
  );
}

const catalystLines = [
  'configure terminal',
  'vlan 11',
  ' name iSCSI-1',
  'vlan 12',
  ' name LM',
  'exit',
  'interface range GigabitEthernet1/0/1 - 2',
  ' description to srv1',
  ' switchport mode trunk',
  ' channel-group 3 mode active',
  'exit',
  'interface Port-channel3',
  ' description T1',
  ' switchport mode trunk',
  ' switchport trunk allowed vlan 1,11,12',
  'end',
  'write memory',
];

const sg300Lines = [
  'configure terminal',
  'vlan database',
  ' vlan 11,12',
  'exit',
  'interface range gigabitethernet1-2',
  ' description "to srv1"',
  ' channel-group 3 mode auto',
  'exit',
  'interface Port-channel3',
  ' description T1',
  ' switchport mode trunk',
  ' switchport trunk allowed vlan add 11,12',
  'end',
  'write memory',
];
