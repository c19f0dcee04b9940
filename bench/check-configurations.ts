import { createIos, createSourceFile, sliceOf } from '../src/lib/engine.ts';
import type { PlatformId } from '../src/lib/platforms/platforms.ts';

// How many lines of switch configurations a second are read and judged on one core once the modules are loaded:
// `node tools/run.mjs bench/check-configurations.ts`. At least 50,000. The configurations are made here, no two ports alike, in the
// proportions of real ones: mostly ports, some of it unknown to the tables, and a mistake in every 200th port.

const perStack = 4;
const ports = 48;

const files = [
  ...Array.from({ length: 130 }, (_, index) => made('catalyst-2960s', index)),
  ...Array.from({ length: 60 }, (_, index) => made('generic-ios', index)),
];
const ios = createIos();
const lines = files.reduce((sum, { text }) => sum + text.split('\n').length, 0);
let mistakes = 0;
const rates: number[] = [];
for (let round = 0; round < 6; round++) {
  mistakes = 0;
  const start = process.cpuUsage();
  for (const { platform, text, name } of files) {
    const slice = sliceOf(createSourceFile(name, text));
    mistakes += ios.read(slice, ios.start({ name: 'switch', platform }, slice.text)).diagnostics.length;
  }
  const { user, system } = process.cpuUsage(start);
  rates.push(lines / ((user + system) / 1e6));
}
console.log(
  `${lines.toLocaleString('en')} lines in ${files.length} configurations, ${mistakes} mistakes told`,
);
console.log(`first round: ${Math.round(rates[0]!).toLocaleString('en')} lines a second of one core`);
console.log(
  `later rounds: ${Math.round(Math.max(...rates.slice(1))).toLocaleString('en')} at best, ${Math.round(Math.min(...rates.slice(1))).toLocaleString('en')} at worst`,
);

interface Made {
  readonly name: string;
  readonly platform: PlatformId;
  readonly text: string;
}

/** The running configuration of a stack, another one for every seed. */
function made(platform: PlatformId, seed: number): Made {
  const random = numbers(seed + (platform === 'generic-ios' ? 1000 : 0));
  const text: string[] = [
    'Building configuration...',
    '',
    `Current configuration : ${20000 + random(9000)} bytes`,
    '!',
    `! Last configuration change at 10:${10 + random(49)}:12 UTC Mon Mar 2 2020 by operator${random(20)}`,
    '!',
    'version 15.2',
    'no service pad',
    'service timestamps debug datetime msec',
    'service timestamps log datetime msec',
    'service password-encryption',
    '!',
    `hostname access-${seed}`,
    '!',
    'boot-start-marker',
    'boot-end-marker',
    '!',
    'logging buffered 16384',
    `enable secret 5 $1$x${random(9999)}$abcdefghijklmnopqrstu.`,
    `username operator${random(99)} privilege 15 secret 5 $1$y${random(9999)}$abcdefghijklmnopqrstu.`,
    'aaa new-model',
    'aaa authentication login default local',
    `clock timezone CET ${random(3)} 0`,
    'ip dhcp snooping vlan 10,20,30',
    'ip dhcp snooping',
    `ip domain-name site${random(500)}.example`,
    'vtp mode transparent',
    '!',
    'crypto pki trustpoint TP-self-signed-1',
    ' enrollment selfsigned',
    ' revocation-check none',
    '!',
    'crypto pki certificate chain TP-self-signed-1',
    ' certificate self-signed 01',
    ...Array.from(
      { length: 16 },
      () => `  3082${random(99999)} 30820${random(99999)} A0030201 02020101 300D0609`,
    ),
    '  \tquit',
    'spanning-tree mode rapid-pvst',
    'spanning-tree portfast bpduguard default',
    'spanning-tree extend system-id',
    `spanning-tree vlan ${1 + random(100)}-${200 + random(800)} priority 24576`,
    '!',
  ];
  for (let vlan = 2; vlan < 40; vlan++)
    text.push(`vlan ${vlan * 10 + random(9)}`, ` name floor-${vlan}-${random(99)}`, '!');
  const channels = platform === 'generic-ios' ? 12 : 6;
  for (let channel = 1; channel <= channels; channel++)
    text.push(
      `interface Port-channel${channel}`,
      ` description to core ${random(999)}`,
      ` switchport trunk allowed vlan ${vlans(random)}`,
      ' switchport mode trunk',
      '!',
    );
  for (let member = 1; member <= perStack; member++)
    for (let port = 1; port <= ports; port++) text.push(...portOf(member, port, channels, random), '!');
  for (let vlan = 2; vlan < 12; vlan++)
    text.push(
      `interface Vlan${vlan * 10}`,
      ` ip address 10.${random(255)}.${vlan}.1 255.255.255.0`,
      ...(random(2) ? [' no ip redirects', ' no ip proxy-arp'] : [' shutdown']),
      '!',
    );
  text.push(
    `ip default-gateway 10.0.${random(255)}.1`,
    'no ip http server',
    'no ip http secure-server',
    'ip ssh version 2',
    '!',
    'ip access-list standard management',
    ...Array.from({ length: 8 }, () => ` permit 10.${random(255)}.${random(255)}.0 0.0.0.255`),
    '!',
    `logging host 10.1.${random(255)}.9`,
    `snmp-server community c${random(9999)} RO`,
    `snmp-server location room ${random(900)}, second rack`,
    'snmp-server contact the people in room 4',
    'banner motd ^C',
    'Authorised people only.',
    `Site ${random(900)}.`,
    '^C',
    '!',
    'line con 0',
    ' exec-timeout 15 0',
    ' logging synchronous',
    'line vty 0 4',
    ' access-class management in',
    ' transport input ssh',
    'line vty 5 15',
    ' transport input ssh',
    '!',
    `ntp server 10.2.${random(255)}.1`,
    'end',
    '',
  );
  return { name: `access-${seed}.ios`, platform, text: text.join('\n') };
}

function portOf(member: number, port: number, channels: number, random: (below: number) => number): string[] {
  const name = `interface GigabitEthernet${member}/0/${port}`;
  switch (random(8)) {
    case 0:
      return [
        name,
        ` description uplink ${random(9999)}`,
        ` switchport trunk native vlan ${2 + random(900)}`,
        ` switchport trunk allowed vlan ${vlans(random)}`,
        ' switchport mode trunk',
        ` channel-group ${1 + random(channels)} mode active`,
        ' ip dhcp snooping trust',
      ];
    case 1:
      return [
        name,
        ` switchport access vlan ${2 + random(900)}`,
        ' switchport mode access',
        ' switchport port-security maximum 3',
        ' switchport port-security',
        ' storm-control broadcast level 5.00',
        ' spanning-tree portfast',
        ' spanning-tree bpduguard enable',
      ];
    case 2:
      return [
        name,
        ` description desk ${random(9999)}`,
        ` switchport access vlan ${2 + random(900)}`,
        ' switchport mode access',
        ` switchport voice vlan ${2 + random(900)}`,
        ' srr-queue bandwidth share 1 30 35 5',
        ' priority-queue out',
        ' mls qos trust cos',
        ' auto qos voip cisco-phone',
        ' spanning-tree portfast',
      ];
    case 3:
      return [name, ' shutdown'];
    case 4:
      return [
        name,
        ` description printer ${random(9999)}`,
        ` switchport access vlan ${random(200) ? 2 + random(900) : 5000}`,
        ' speed 100',
        ' duplex full',
        ' power inline never',
      ];
    case 5:
      return [
        name,
        ` switchport access vlan ${2 + random(900)}`,
        ' switchport mode access',
        ' authentication port-control auto',
        ' mab',
        ' dot1x pae authenticator',
        ' dot1x timeout tx-period 10',
        ' spanning-tree portfast',
      ];
    case 6:
      return [
        name,
        ` switchport access vlan ${2 + random(900)}`,
        ' switchport mode access',
        ' switchport nonegotiate',
        ` load-interval ${30 * (1 + random(9))}`,
        ' no cdp enable',
        ' spanning-tree portfast',
      ];
    default:
      return [name];
  }
}

function vlans(random: (below: number) => number): string {
  const first = 2 + random(100);
  return [
    first,
    `${first + 5}-${first + 10 + random(20)}`,
    first + 100 + random(200),
    first + 500 + random(300),
  ].join(',');
}

/** Whole numbers below a bound, the same ones for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}
