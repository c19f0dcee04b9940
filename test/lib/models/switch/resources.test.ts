import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { diff } from '../../../../src/lib/models/switch/diff.ts';
import { emit } from '../../../../src/lib/models/switch/emit.ts';
import { resources } from '../../../../src/lib/models/switch/resources.ts';
import { configure } from './type-session.ts';

const storage = [
  ...['hostname core', 'vtp mode transparent', 'system mtu jumbo 9198', 'vlan 10', 'name mgmt', 'vlan 20'],
  ...['interface range gi1/0/9 - 10', 'switchport mode trunk', 'switchport trunk allowed vlan 10,20'],
  ...['channel-group 2 mode active', 'interface po2', 'description to nas', 'interface gi1/0/11'],
  ...['switchport access vlan 10', 'storm-control broadcast level 20', 'udld port', 'interface vlan 10'],
  ...['ip address 192.0.2.2 255.255.255.0', 'exit', 'ntp server 192.0.2.9', 'line vty 0 4', 'login local'],
];

/** The commands from one configuration to another. */
function commands(from: readonly string[], to: readonly string[], platform?: IosPlatform) {
  const [a, b] = [configure(from, platform).state, configure(to, platform).state];
  return emit(diff(a, b), b.profile);
}

describe('A switch as resources', () => {
  it('names what is set, in a stable order, and only that', () => {
    expect(resources(configure(storage).state).map((one) => JSON.stringify(Object.values(one))))
      .toMatchInlineSnapshot(`
      [
        "["setting","hostname",{"value":"core"}]",
        "["setting","vtpMode",{"value":"transparent"}]",
        "["line","ntp server 192.0.2.9",{"line":"ntp server 192.0.2.9"}]",
        "["mtu","jumbo",{"bytes":9198}]",
        "["vlan","10",{"name":"mgmt"}]",
        "["vlan","20",{}]",
        "["port-channel","Port-channel2",{"allowedVlans":"10,20","description":"to nas","mode":"trunk"}]",
        "["port","GigabitEthernet1/0/9",{"allowedVlans":"10,20","channelGroup":{"id":2,"mode":"active"},"mode":"trunk"}]",
        "["port","GigabitEthernet1/0/10",{"allowedVlans":"10,20","channelGroup":{"id":2,"mode":"active"},"mode":"trunk"}]",
        "["port","GigabitEthernet1/0/11",{"accessVlan":10,"line udld port":"udld port","storm broadcast":"20.00"}]",
        "["vlan-interface","Vlan10",{"ipAddress":"192.0.2.2 255.255.255.0"}]",
        "["line-block","line vty 0 4",{"line login":"login local"}]",
      ]
    `);
    expect(resources(configure([]).state)).toEqual([]);
  });

  it('has them in one order, whatever was configured first', () => {
    const names = (ports: readonly string[]) =>
      resources(
        configure(
          ports.flatMap((port) => [`interface ${port}`, 'shutdown']),
          'sg300',
        ).state,
      ).map(({ name }) => name);
    const ports = ['gi3', 'fa3', 'po1', 'gi10'];
    expect(names(ports)).toEqual(['Port-channel1', 'fastethernet3', 'gigabitethernet3', 'gigabitethernet10']);
    expect(names(ports.toReversed())).toEqual(names(ports));
  });

  it('has no resource in what a command line cannot configure', () => {
    const { state } = configure([
      'system mtu jumbo 9198',
      'end',
      'write',
      'reload',
      'configure terminal',
      'no system mtu jumbo',
    ]);
    expect(resources(state)).toEqual([]);
    expect(resources(configure(['interface gi2/0/1', 'shutdown', 'no shutdown']).state)).toEqual([]);
  });
});

describe('The commands between two configurations', () => {
  it('make one from nothing, in the order of what needs what', () => {
    expect(`\n${commands([], storage).lines.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      hostname core
      vtp mode transparent
      ntp server 192.0.2.9
      system mtu jumbo 9198
      vlan 10
       name mgmt
      exit
      vlan 20
      exit
      interface Port-channel2
       description to nas
       switchport trunk allowed vlan 10,20
       switchport mode trunk
      exit
      interface GigabitEthernet1/0/9
       switchport trunk allowed vlan 10,20
       switchport mode trunk
       channel-group 2 mode active
      exit
      interface GigabitEthernet1/0/10
       switchport trunk allowed vlan 10,20
       switchport mode trunk
       channel-group 2 mode active
      exit
      interface GigabitEthernet1/0/11
       switchport access vlan 10
       storm-control broadcast level 20.00
       udld port
      exit
      interface Vlan10
       ip address 192.0.2.2 255.255.255.0
      exit
      line vty 0 4
       login local
      exit
      "
    `);
  });

  it('take it back', () => {
    expect(`\n${commands(storage, []).lines.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      no hostname
      vtp mode server
      no ntp server 192.0.2.9
      no system mtu jumbo
      interface GigabitEthernet1/0/9
       no channel-group
      exit
      interface GigabitEthernet1/0/10
       no channel-group
      exit
      no interface Port-channel2
      interface GigabitEthernet1/0/9
       no switchport trunk allowed vlan
       no switchport mode
      exit
      interface GigabitEthernet1/0/10
       no switchport trunk allowed vlan
       no switchport mode
      exit
      interface GigabitEthernet1/0/11
       no switchport access vlan
       no storm-control broadcast level
       no udld port
      exit
      no interface Vlan10
      no vlan 10
      no vlan 20
      line vty 0 4
       no login local
      exit
      "
    `);
  });

  it('change a channel at the channel alone, where its members follow', () => {
    const more = [...storage, 'interface po2', 'switchport trunk allowed vlan add 30'];
    expect(commands(storage, more).lines).toEqual([
      'interface Port-channel2',
      ' switchport trunk allowed vlan 10,20,30',
      'exit',
    ]);
  });

  it('give a member back what its channel took from it', () => {
    const own = ['interface gi1/0/9', 'switchport trunk native vlan 99'];
    const from = [...storage, ...own];
    const to = [...storage, 'interface po2', 'switchport trunk native vlan 20', ...own];
    expect(commands(from, to).lines).toEqual([
      'interface Port-channel2',
      ' switchport trunk native vlan 20',
      'exit',
      'interface GigabitEthernet1/0/9',
      ' switchport trunk native vlan 99',
      'exit',
    ]);
  });

  it('let members leave before another protocol', () => {
    const join = (mode: string) => ['interface range gi1/0/1 - 2', `channel-group 1 mode ${mode}`];
    expect(commands(join('active'), join('desirable')).lines).toEqual([
      ...['interface GigabitEthernet1/0/1', ' no channel-group', 'exit'],
      ...['interface GigabitEthernet1/0/2', ' no channel-group', 'exit'],
      ...['interface GigabitEthernet1/0/1', ' channel-group 1 mode desirable', 'exit'],
      ...['interface GigabitEthernet1/0/2', ' channel-group 1 mode desirable', 'exit'],
    ]);
    expect(commands(join('active'), join('passive')).lines[1]).toBe(' channel-group 1 mode passive');
  });

  it('take away a VLAN that only a port brings along', () => {
    const to = ['interface gi1/0/1', 'switchport access vlan 30', 'no vlan 30'];
    expect(commands([], to).lines).toEqual([
      'interface GigabitEthernet1/0/1',
      ' switchport access vlan 30',
      'exit',
      'no vlan 30',
    ]);
  });

  it('of an SG300 are in its own words', () => {
    const to = [
      ...['vlan database', 'vlan 10,20', 'exit', 'interface vlan 10', 'name lab', 'port jumbo-frame'],
      ...['interface range gi1-2', 'description "to nas"', 'channel-group 1 mode auto', 'flowcontrol on'],
      ...[
        'interface po1',
        'switchport trunk allowed vlan add 10,20',
        'switchport trunk allowed vlan remove 1',
      ],
    ];
    const there = commands([], to, 'sg300');
    expect(`\n${there.lines.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      port jumbo-frame
      vlan database
       vlan 10
      exit
      interface vlan 10
       name lab
      exit
      vlan database
       vlan 20
      exit
      interface Port-channel1
       switchport trunk allowed vlan remove 1
       switchport trunk allowed vlan add 10,20
      exit
      interface gigabitethernet1
       channel-group 1 mode auto
       description "to nas"
       flowcontrol on
      exit
      interface gigabitethernet2
       channel-group 1 mode auto
       description "to nas"
       flowcontrol on
      exit
      "
    `);
    expect(there.waiting.map(({ name }) => name)).toEqual(['jumboFrames']);
    expect(`\n${commands(to, [], 'sg300').lines.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      no port jumbo-frame
      interface gigabitethernet1
       no channel-group
      exit
      interface gigabitethernet2
       no channel-group
      exit
      interface Port-channel1
       no switchport trunk allowed vlan
      exit
      interface gigabitethernet1
       no description
       no flowcontrol
      exit
      interface gigabitethernet2
       no description
       no flowcontrol
      exit
      vlan database
       no vlan 10
       no vlan 20
      exit
      "
    `);
  });

  it('say what waits for a reload', () => {
    const { waiting } = commands([], ['system mtu jumbo 9198', 'system mtu routing 1600', 'hostname core']);
    expect(waiting.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['mtu jumbo']);
  });

  it('leave out, and say so, what no command reaches', () => {
    const left = (from: readonly string[], to: readonly string[]) =>
      commands(from, to).unemitted.map(({ action, kind, name }) => `${action} ${kind} ${name}`);
    // It has no `no`.
    expect(left(['vtp domain lab'], [])).toEqual(['remove line vtp domain']);
    // A VTP server does not make it, and was another one when it was made.
    const extended = ['vtp mode transparent', 'vlan 2000', 'vtp mode server'];
    expect(left([], extended)).toEqual(['create vlan 2000']);
    // Nothing is left to end such a text with.
    expect(left([], ['banner motd ^C', '#%$@~', '^C'])).toEqual(['create line banner motd']);
    // `?` asks for help.
    const asked = ['interface gi1/0/1', 'description what?', 'shutdown'];
    expect(commands([], asked)).toMatchObject({
      lines: ['interface GigabitEthernet1/0/1', ' shutdown', 'exit'],
      unemitted: [
        { before: { shutdown: true }, after: { shutdown: true, description: 'what?' }, unreachable: true },
      ],
    });
  });
});
