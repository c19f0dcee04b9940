import { describe, expect, it } from 'vitest';
import { renderShow } from '../../../../../src/lib/models/switch/show/render-show.ts';
import type { SwitchState } from '../../../../../src/lib/models/switch/state.ts';
import { allAnswer } from '../../../../../src/lib/models/switch/wiring.ts';
import { vlansOf } from '../../../../../src/lib/models/switch/vlan-list.ts';
import { exampleState } from './example.ts';
import { randomSwitch } from './random-switch.ts';

const show = (state: SwitchState, command: string) => renderShow(command.split(' '), state, allAnswer);

const configured: SwitchState = {
  ...exampleState,
  ports: exampleState.ports.slice(8, 10),
  running: {
    ...exampleState.running,
    hostname: 'core',
    vtpMode: 'transparent',
    gateway: '192.0.2.1',
    stpMode: 'rapid-pvst',
    interfaces: new Map(
      [...exampleState.running.interfaces].filter(([name]) => /Port-channel2|\/(9|10)$|Vlan/.test(name)),
    ),
    lines: new Map([
      ['ntp', 'ntp server 192.0.2.9'],
      ['service', 'service password-encryption'],
    ]),
    lineBlocks: new Map([['line vty 0 4', new Map([['transport', 'transport input ssh']])]]),
  },
};

describe('a Catalyst prints its configuration', () => {
  it('in its own order, with VLANs where they are a part of it', () => {
    expect(show(configured, 'show running-config')).toMatchInlineSnapshot(`
      "Building configuration...

      Current configuration : 986 bytes
      !
      service password-encryption
      !
      hostname core
      !
      vtp mode transparent
      !
      spanning-tree mode rapid-pvst
      spanning-tree extend system-id
      !
      vlan internal allocation policy ascending
      !
      vlan 10
       name mgmt
      !
      vlan 11
      !
      vlan 20
       name storage
      !
      vlan 99
       name native
      !
      interface Port-channel2
       description to nas
       switchport trunk native vlan 99
       switchport trunk allowed vlan 10,11,20-22,99
       switchport mode trunk
      !
      interface GigabitEthernet1/0/9
       description nas left
       switchport trunk native vlan 99
       switchport trunk allowed vlan 10,11,20-22,99
       switchport mode trunk
       channel-group 2 mode active
      !
      interface GigabitEthernet1/0/10
       description nas right
       switchport trunk native vlan 99
       switchport trunk allowed vlan 10,11,20-22,99
       switchport mode trunk
       channel-group 2 mode active
      !
      interface Vlan1
       no ip address
      !
      interface Vlan10
       ip address 192.0.2.2 255.255.255.0
      !
      ip default-gateway 192.0.2.1
      !
      line con 0
      line vty 0 4
       transport input ssh
      line vty 5 15
      !
      ntp server 192.0.2.9
      !
      end"
    `);
  });

  it('without VLANs as a VTP server', () => {
    expect(show(exampleState, 'show running-config')).not.toMatch(/^vlan \d/m);
  });

  it('as it was saved, or says that it was not', () => {
    expect(show(exampleState, 'show startup-config')).toBe('startup-config is not present');
    expect(show({ ...exampleState, startup: exampleState.running }, 'show startup-config')).toMatch(
      /^Using \d+ out of 524288 bytes\n!\nhostname Switch\n/,
    );
    expect(show({ ...configured, startup: configured.running }, 'show startup-config')).toBeUndefined();
  });

  it('with long lists of VLANs over several lines, none longer than 79 characters, from which the list reads back', () => {
    let split = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { state } = randomSwitch(seed);
      for (const [name, { allowedVlans }] of state.running.interfaces) {
        const text = show(state, `show running-config interface ${name}`)!;
        const lists = [...text.matchAll(/^ switchport trunk allowed vlan (add )?(.*)$/gm)];
        expect(lists.map(([, add]) => add !== undefined)).toEqual(lists.map((_, at) => at > 0));
        expect(lists.flatMap(([, , list]) => vlansOf(list!))).toEqual(vlansOf(allowedVlans ?? ''));
        for (const [line] of lists) expect(line.length).toBeLessThanOrEqual(79);
        if (lists.length > 1) split++;
      }
    }
    expect(split).toBeGreaterThan(20);
  });
});
