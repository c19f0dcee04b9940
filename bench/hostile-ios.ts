import type { Shape } from './hostile-shapes.ts';
import { each } from './hostile-shapes.ts';

/** Configurations and sessions that could take more than linear time. */
export const iosShapes: readonly Shape[] = [
  [
    'int vlan pairs',
    (n) =>
      each(
        n / 32,
        (i) =>
          `interface vlan ${1 + (i % 4094)}\n ip address 10.0.${(i >> 8) & 255}.${i & 255} 255.255.255.0`,
      ).join('\n'),
  ],
  [
    'int vlan',
    (n) => 'configure terminal\n' + each(n / 20, (i) => `interface vlan ${1 + (i % 4094)}`).join('\n'),
  ],
  ['int loopback', (n) => 'configure terminal\n' + each(n / 20, (i) => `interface loopback ${i}`).join('\n')],
  [
    'int loopback desc',
    (n) => 'configure terminal\n' + each(n / 40, (i) => `interface loopback ${i}\n description a`).join('\n'),
  ],
  [
    'int tunnel',
    (n) => 'configure terminal\n' + each(n / 20, (i) => `interface tunnel ${i}\n no shutdown`).join('\n'),
  ],
  [
    'int vlan addr',
    (n) =>
      'configure terminal\n' +
      each(
        n / 64,
        (i) =>
          `interface vlan ${1 + (i % 4094)}\n ip address 10.0.${(i >> 8) & 255}.${i & 255} 255.255.255.0\n no shutdown\n`,
      ).join('\n'),
  ],
  [
    'vlans',
    (n) => 'configure terminal\n' + each(n / 20, (i) => `vlan ${2 + (i % 1000)}\n name a${i}`).join('\n'),
  ],
  ['vlan all', 'vlan 2-1001\n'],
  ['vlan all conf', (n) => 'configure terminal\n' + 'vlan 2-1001\n'.repeat(n / 12)],
  ['vlan toggle', (n) => 'configure terminal\n' + 'vlan 2-1001\nno vlan 2-1001\n'.repeat(n / 27)],
  [
    'vlan all ext',
    (n) => 'configure terminal\nvtp mode transparent\n' + 'vlan 2-1001,1006-4094\n'.repeat(n / 22),
  ],
  [
    'vlan toggle ext',
    (n) =>
      'configure terminal\nvtp mode transparent\n' +
      'vlan 2-1001,1006-4094\nno vlan 2-1001,1006-4094\n'.repeat(n / 48),
  ],
  ['vlan refused', (n) => 'configure terminal\n' + 'vlan 2-4094\n'.repeat(n / 12)],
  [
    'vlan names',
    (n) =>
      'configure terminal\nvtp mode transparent\n' +
      'vlan 2-1001,1006-4094\n name a\n shutdown\n no shutdown\n'.repeat(n / 50),
  ],
  ['vlan list', (n) => 'configure terminal\nvlan ' + each(n / 5, (i) => String(2 + (i % 1000))).join(',')],
  ['vlan list bad', (n) => 'configure terminal\nvlan ' + '1,'.repeat(n / 2)],
  [
    'trunk lists',
    (n) =>
      'configure terminal\ninterface gi1/0/1\nswitchport mode trunk\n' +
      each(n / 40, (i) => `switchport trunk allowed vlan add ${2 + ((2 * i) % 4000)}`).join('\n'),
  ],
  [
    'trunk lists remove',
    (n) =>
      'configure terminal\ninterface gi1/0/1\n' +
      each(n / 40, (i) => `switchport trunk allowed vlan remove ${2 + ((2 * i) % 4000)}`).join('\n'),
  ],
  [
    'range trunk',
    (n) =>
      'configure terminal\ninterface range gi1/0/1-48\n' +
      each(n / 40, (i) => `switchport trunk allowed vlan remove ${2 + ((2 * i) % 4000)}`).join('\n'),
  ],
  [
    'range',
    (n) =>
      'configure terminal\n' +
      'interface range gi1/0/1-48\n description a\n shutdown\n no shutdown\n'.repeat(n / 64),
  ],
  ['range big', (n) => 'configure terminal\n' + 'interface range gi1/0/1 - 99999999\n'.repeat(n / 36)],
  [
    'range big2',
    (n) => 'configure terminal\n' + 'interface range loopback 1 - 2147483647\n shutdown\n'.repeat(n / 50),
  ],
  [
    'range lo 100k',
    (n) => 'configure terminal\n' + 'interface range loopback 0 - 99999\n description a\n'.repeat(n / 50),
  ],
  [
    'range vlan',
    (n) => 'configure terminal\n' + 'interface range vlan 1 - 4094\n description a\n'.repeat(n / 44),
  ],
  [
    'range po',
    (n) => 'configure terminal\n' + 'interface range port-channel 1 - 48\n description a\n'.repeat(n / 44),
  ],
  ['range many', (n) => 'configure terminal\ninterface range ' + 'gi1/0/1-48,'.repeat(n / 11) + 'gi1/0/1'],
  [
    'range many parts',
    (n) =>
      'configure terminal\ninterface range ' +
      each(n / 10, (i) => `gi${1 + (i % 9)}/0/${1 + (i % 48)}`).join(', '),
  ],
  [
    'range vlans comma',
    (n) =>
      'configure terminal\ninterface range ' +
      each(n / 12, (i) => `vlan ${1 + (i % 4094)}`).join(' , ') +
      '\n description a',
  ],
  [
    'ports unseen',
    (n) =>
      'configure terminal\n' +
      each(n / 24, (i) => `interface gi${1 + (i % 9)}/0/${1 + (i % 999)}`).join('\n'),
  ],
  [
    'ports unseen2',
    (n) => 'configure terminal\n' + each(n / 24, (i) => `interface gi${i}/${i % 100}/${i}`).join('\n'),
  ],
  ['desc', (n) => 'configure terminal\ninterface gi1/0/1\n' + 'description a b c\n'.repeat(n / 18)],
  ['desc long', (n) => 'configure terminal\ninterface gi1/0/1\ndescription ' + 'a '.repeat(n / 2)],
  [
    'channel',
    (n) =>
      'configure terminal\ninterface range gi1/0/1-8\n' +
      'channel-group 1 mode active\nno channel-group\n'.repeat(n / 46),
  ],
  [
    'channels',
    (n) =>
      'configure terminal\n' +
      each(n / 64, (i) => `interface gi1/0/${1 + (i % 48)}\n channel-group ${1 + (i % 6)} mode active`).join(
        '\n',
      ),
  ],
  [
    'no int',
    (n) => 'configure terminal\n' + 'interface port-channel 1\nno interface port-channel 1\n'.repeat(n / 50),
  ],
  ['hostnames', (n) => 'configure terminal\n' + each(n / 16, (i) => `hostname a${i}`).join('\n')],
  [
    'unknown lines',
    (n) => 'configure terminal\n' + each(n / 20, (i) => `snmp-server community c${i} RO`).join('\n'),
  ],
  [
    'unknown lines2',
    (n) =>
      'configure terminal\n' +
      each(n / 24, (i) => `logging host 10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`).join('\n'),
  ],
  [
    'unknown no',
    (n) =>
      'configure terminal\n' +
      each(n / 24, (i) => `no logging host 10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`).join('\n'),
  ],
  [
    'ip routes',
    (n) =>
      'configure terminal\n' +
      each(n / 40, (i) => `ip route 10.${(i >> 8) & 255}.${i & 255}.0 255.255.255.0 10.0.0.1`).join('\n'),
  ],
  [
    'acl',
    (n) =>
      'configure terminal\n' +
      each(n / 40, (i) => `access-list 101 permit ip host 10.0.${(i >> 8) & 255}.${i & 255} any`).join('\n'),
  ],
  [
    'acl named',
    (n) =>
      'configure terminal\nip access-list extended a\n' +
      each(n / 40, (i) => ` permit ip host 10.0.${(i >> 8) & 255}.${i & 255} any`).join('\n'),
  ],
  [
    'acls named',
    (n) =>
      'configure terminal\n' +
      each(n / 40, (i) => `ip access-list extended a${i}\n permit ip any any`).join('\n'),
  ],
  ['line vty', (n) => 'configure terminal\n' + 'line vty 0 4\n login\n password a\n'.repeat(n / 32)],
  [
    'line vty many',
    (n) =>
      'configure terminal\n' + each(n / 24, (i) => `line vty ${i % 16} ${i % 16}\n login local`).join('\n'),
  ],
  ['users', (n) => 'configure terminal\n' + each(n / 24, (i) => `username u${i} privilege 15`).join('\n')],
  [
    'aliases',
    (n) => 'configure terminal\n' + each(n / 40, (i) => `alias exec a${i} show version`).join('\n'),
  ],
  [
    'if lines',
    (n) =>
      'configure terminal\ninterface gi1/0/1\n' +
      each(n / 24, (i) => `ip helper-address 10.0.${(i >> 8) & 255}.${i & 255}`).join('\n'),
  ],
  [
    'if lines unknown',
    (n) =>
      'configure terminal\ninterface gi1/0/1\n' +
      each(
        n / 24,
        (i) => `switchport port-security mac-address 0000.0000.${(i % 65536).toString(16).padStart(4, '0')}`,
      ).join('\n'),
  ],
  [
    'range lines unknown',
    (n) =>
      'configure terminal\ninterface range gi1/0/1-48\n' +
      each(
        n / 50,
        (i) => `switchport port-security mac-address 0000.0000.${(i % 65536).toString(16).padStart(4, '0')}`,
      ).join('\n'),
  ],
  ['unknown cmds', 'fooo bar\n'],
  ['misspelt', 'shw vlan\n'],
  ['misspelt conf', (n) => 'configure terminal\n' + 'swichport mode trunk\n'.repeat(n / 21)],
  [
    'misspelt conf vary',
    (n) =>
      'configure terminal\ninterface gi1/0/1\n' + each(n / 30, (i) => `switchport mde trunk${i}`).join('\n'),
  ],
  ['wrong mode', 'switchport mode trunk\n'],
  ['wrong mode show', (n) => 'configure terminal\n' + 'show vlan\n'.repeat(n / 10)],
  ['ambiguous', 's\n'],
  ['incomplete', 'show\n'],
  ['incomplete conf', (n) => 'configure terminal\n' + 'interface\n'.repeat(n / 10)],
  ['long line', (n) => 'a'.repeat(n)],
  ['long words', (n) => 'a '.repeat(n / 2)],
  ['long show', (n) => 'show ' + 'vlan '.repeat(n / 5)],
  ['show pipe', (n) => 'show running-config | include ' + 'a'.repeat(n)],
  ['do do', (n) => 'configure terminal\n' + 'do '.repeat(n / 3)],
  ['no no', (n) => 'configure terminal\n' + 'no '.repeat(n / 3)],
  ['default no', (n) => 'configure terminal\n' + 'default '.repeat(n / 8)],
  ['blank', ' '],
  ['nl', '\n'],
  ['bang', '!\n'],
  ['bangs', '!'],
  ['cr', '\r'],
  ['tabs nl', '\t\n'],
  ['indent deep', (n) => each(Math.sqrt(n * 2), (i) => ' '.repeat(i) + 'a').join('\n')],
  ['exits', 'exit\n'],
  ['conf exit', 'configure terminal\nexit\n'],
  ['conf end', 'configure terminal\nend\n'],
  ['end', 'end\n'],
  ['conf int exit', (n) => 'configure terminal\n' + 'interface gi1/0/1\nexit\n'.repeat(n / 23)],
  ['writes', 'write memory\n'],
  ['write change', 'conf t\nhostname a\nend\nwrite memory\nconf t\nhostname b\nend\n'],
  [
    'write many',
    (n) =>
      'conf t\n' +
      each(2000, (i) => `logging host 10.0.${(i >> 8) & 255}.${i & 255}`).join('\n') +
      '\nend\n' +
      'write memory\n'.repeat(n / 14),
  ],
  [
    'write many changes',
    (n) =>
      'conf t\n' +
      each(n / 50, (i) => `logging host 10.0.${(i >> 8) & 255}.${i & 255}`).join('\n') +
      '\nend\n' +
      'write memory\nconf t\nhostname a\nend\n'.repeat(n / 60),
  ],
  ['reloads', 'reload\n'],
  [
    'reload dirty',
    (n) =>
      'conf t\n' +
      each(n / 50, (i) => `logging host 10.0.${(i >> 8) & 255}.${i & 255}`).join('\n') +
      '\nend\n' +
      'reload\n'.repeat(n / 15),
  ],
  [
    'reload change',
    (n) =>
      'conf t\n' +
      each(n / 50, (i) => `logging host 10.0.${(i >> 8) & 255}.${i & 255}`).join('\n') +
      '\nend\n' +
      'write memory\nreload\nconf t\nhostname a\nend\n'.repeat(n / 80),
  ],
  ['erase', 'write erase\n'],
  ['copy', 'copy running-config startup-config\n'],
  ['delete', 'delete flash:vlan.dat\n'],
  ['mtu', (n) => 'conf t\n' + 'system mtu jumbo 9000\n'.repeat(n / 22)],
  ['mtu var', (n) => 'conf t\n' + each(n / 22, (i) => `system mtu jumbo ${1500 + (i % 7000)}`).join('\n')],
  ['sg jumbo', (n) => 'conf t\n' + 'port jumbo-frame\nno port jumbo-frame\n'.repeat(n / 36)],
  ['banner', (n) => 'conf t\nbanner motd ^\n' + 'a\n'.repeat(n / 2)],
  ['banners', (n) => 'conf t\n' + 'banner motd ^a^\n'.repeat(n / 16)],
  ['banners open', (n) => 'conf t\n' + 'banner motd ^\na\n^\n'.repeat(n / 18)],
  ['cert', (n) => 'conf t\ncrypto pki certificate chain a\n certificate 1\n' + '  00112233\n'.repeat(n / 11)],
  ['stp', (n) => 'conf t\n' + 'spanning-tree mode rapid-pvst\n'.repeat(n / 30)],
  [
    'stp vlan',
    (n) => 'conf t\n' + each(n / 36, (i) => `spanning-tree vlan ${1 + (i % 4000)} priority 4096`).join('\n'),
  ],
  ['show all', 'show running-config\n'],
  ['show vlan', 'show vlan brief\n'],
  ['show int', 'show interfaces status\n'],
  ['show ec', 'show etherchannel summary\n'],
  ['show trunk', 'show interfaces trunk\n'],
  ['show int sw', 'show interfaces switchport\n'],
  ['passwords', (n) => 'conf t\n' + 'enable password cisco123\n'.repeat(n / 25)],
  ['passwords line', (n) => 'conf t\nenable ' + 'password cisco '.repeat(n / 15)],
  ['snmp', (n) => 'conf t\n' + 'snmp-server community public RO\n'.repeat(n / 32)],
  ['prompts', 'sw1#show vlan\n'],
  ['prompts conf', 'sw1(config)#vlan 2\n'],
  ['prompt many', 'sw1# '],
  ['prompt text', 'sw1(config-if)#'],
  [
    'lockout',
    (n) =>
      'conf t\ninterface vlan 1\nip address 10.0.0.1 255.255.255.0\nno shutdown\n' +
      'interface gi1/0/1\nswitchport mode trunk\nswitchport trunk allowed vlan 2\nswitchport trunk allowed vlan 1\n'.repeat(
        n / 100,
      ),
  ],
  [
    'lockout range',
    (n) =>
      'conf t\n' +
      each(
        400,
        (i) => `interface vlan ${1 + i}\n ip address 10.0.${i >> 8}.${i & 255} 255.255.255.0\n no shutdown\n`,
      ).join('') +
      'interface range gi1/0/1-48\n' +
      'switchport mode trunk\nswitchport mode access\n'.repeat(n / 50),
  ],
  [
    'lockout vlans',
    (n) =>
      'conf t\n' +
      each(
        n / 100,
        (i) =>
          `interface vlan ${1 + (i % 4000)}\n ip address 10.0.${(i >> 8) & 255}.${i & 255} 255.255.255.0\n no shutdown\n`,
      ).join('') +
      each(n / 100, (i) => `interface gi1/0/${1 + (i % 48)}\n description a${i}\n`).join(''),
  ],
  [
    'portfast',
    (n) =>
      'conf t\ninterface range gi1/0/1-48\n' +
      'switchport mode trunk\nspanning-tree portfast\nno spanning-tree portfast\n'.repeat(n / 72),
  ],
  ['curly', 'description “a”\n'],
  ['curly conf', (n) => 'conf t\ninterface gi1/0/1\n' + 'description “a”\n'.repeat(n / 16)],
  ['dash', 'interface gi1/0/1–4\n'],
  ['quotes', '“'],
  ['quote lines', '“\n'],
  ['printed', 'Building configuration...\n'],
  ['printed2', '% Invalid input detected\n'],
  ['carets', '   ^\n'],
  ['caret one', (n) => ' '.repeat(n) + '^'],
  [
    'two commands',
    (n) => 'conf t\ninterface gi1/0/1\n' + 'switchport mode trunk switchport mode access\n'.repeat(n / 45),
  ],
  ['two cmds long', (n) => 'conf t\ninterface gi1/0/1\n' + 'switchport mode trunk '.repeat(n / 22)],
  ['addresses', (n) => 'conf t\ninterface vlan 1\n' + 'ip address 8.8.8.8 255.255.255.0\n'.repeat(n / 33)],
  ['bad ip', (n) => 'conf t\ninterface vlan 1\n' + 'ip address 10.0.0.300 255.255.255.0\n'.repeat(n / 36)],
  ['bad vlan', (n) => 'conf t\n' + 'vlan 5000\n'.repeat(n / 10)],
  ['bad vlans', (n) => 'conf t\nvlan ' + '5000,'.repeat(n / 5) + '1'],
  ['bad if', (n) => 'conf t\n' + 'interface gi9/9/9/9\n'.repeat(n / 20)],
  ['storm', (n) => 'conf t\ninterface gi1/0/1\n' + 'storm-control broadcast level 20.00\n'.repeat(n / 36)],
  ['vtp', (n) => 'conf t\n' + 'vtp mode transparent\nvtp mode server\n'.repeat(n / 37)],
  ['switchport voice', (n) => 'conf t\ninterface gi1/0/1\n' + 'switchport voice vlan 10\n'.repeat(n / 25)],
  [
    'access vlans',
    (n) =>
      'conf t\n' +
      each(n / 50, (i) => `interface gi1/0/${1 + (i % 48)}\nswitchport access vlan ${2 + (i % 1000)}`).join(
        '\n',
      ),
  ],
  [
    'access vlans range',
    (n) =>
      'conf t\ninterface range gi1/0/1-48\n' +
      each(n / 26, (i) => `switchport access vlan ${2 + (i % 1000)}`).join('\n'),
  ],
  ['default int', (n) => 'conf t\n' + 'default interface gi1/0/1\n'.repeat(n / 26)],
  ['default range', (n) => 'conf t\n' + 'default interface range gi1/0/1-48\n'.repeat(n / 36)],
  ['emoji', '😀\n'],
  ['zw', 'vlan\u200b 2\n'],
  ['nbsp', 'vlan\u00a02\n'],
  ['homoglyph', 'vlаn 2\n'],
];
