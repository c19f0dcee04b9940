import { describe, expect, it } from 'vitest';
import { configure } from '../type-session.ts';

describe('Global configuration', () => {
  it.each([
    ['hostname core', 'no hostname', { hostname: 'core' }],
    ['spanning-tree mode rapid-pvst', 'spanning-tree mode pvst', { stpMode: 'rapid-pvst' }],
    ['spanning-tree mode mst', 'no spanning-tree mode', { stpMode: 'mst' }],
    [
      'port-channel load-balance src-dst-ip',
      'port-channel load-balance src-mac',
      { loadBalance: 'src-dst-ip' },
    ],
    ['port-channel load-balance dst-ip', 'no port-channel load-balance', { loadBalance: 'dst-ip' }],
    ['lacp system-priority 100', 'no lacp system-priority', { lacpSystemPriority: 100 }],
    ['ip default-gateway 192.0.2.1', 'no ip default-gateway', { gateway: '192.0.2.1' }],
    ['vtp mode transparent', 'vtp mode server', { vtpMode: 'transparent' }],
    ['vtp mode client', 'no vtp mode', { vtpMode: 'client' }],
  ])('of a Catalyst remembers `%s` until `%s`', (line, back, wanted) => {
    const { running } = configure([]).state;
    expect(configure([line]).state.running).toEqual({ ...running, ...wanted });
    expect(configure([line, back]).state.running).toEqual(running);
  });

  it.each([
    ['spanning-tree mode stp', 'spanning-tree mode rstp', { stpMode: 'stp' }],
    [
      'port-channel load-balance src-dst-mac-ip',
      'port-channel load-balance src-dst-mac',
      { loadBalance: 'src-dst-mac-ip' },
    ],
    ['port jumbo-frame', 'no port jumbo-frame', { jumboFrames: true }],
  ])('of an SG300 remembers `%s` until `%s`', (line, back, wanted) => {
    const { running } = configure([], 'sg300').state;
    expect(configure([line], 'sg300').state.running).toEqual({ ...running, ...wanted });
    expect(configure([line, back], 'sg300').state.running).toEqual(running);
  });
});

describe('The MTU', () => {
  it('waits for a reload, which the switch says; routed packets obey at once', () => {
    const { state, last } = configure([
      'system mtu 1998',
      'system mtu routing 1600',
      'system mtu jumbo 9198',
    ]);
    expect(last.replies).toEqual([
      'Changes to the System Jumbo MTU will not take effect until the next reload is done',
    ]);
    expect(state.boot).toEqual({
      systemMtu: { active: 1500, next: 1998 },
      jumboMtu: { active: 1500, next: 9198 },
      routingMtu: { active: 1600, next: 1600 },
      jumboFrames: false,
    });
    expect(configure(['system mtu 1998']).last.replies).toEqual([
      'Changes to the System MTU will not take effect until the next reload is done',
    ]);
    expect(configure(['system mtu routing 1600']).last.replies).toEqual([]);
    const { boot } = configure(
      ['end', 'reload'],
      'catalyst-2960s',
      configure(['system mtu jumbo 9198']).console,
    ).state;
    expect(boot.jumboMtu).toEqual({ active: 9198, next: 9198 });
  });

  it('goes back by `no`, each by its own', () => {
    const set = ['system mtu 1998', 'system mtu jumbo 9198', 'system mtu routing 1600'];
    const next = (lines: readonly string[]) => {
      const { systemMtu, jumboMtu, routingMtu } = configure(lines).state.boot;
      return [systemMtu.next, jumboMtu.next, routingMtu.next];
    };
    expect(next(set)).toEqual([1998, 9198, 1600]);
    expect(next([...set, 'no system mtu'])).toEqual([1500, 9198, 1600]);
    expect(next([...set, 'no system mtu jumbo'])).toEqual([1998, 1500, 1600]);
    expect(next([...set, 'no system mtu routing'])).toEqual([1998, 9198, 1500]);
  });

  it('of frames with another tag is not modelled', () => {
    const { state, last } = configure(['system mtu alternate 2000'], 'generic-ios');
    expect(state).toBe(configure([], 'generic-ios', { ...last.console, state }).state);
    expect(state.boot.systemMtu.next).toBe(1500);
  });
});

describe('An interface', () => {
  it('of a VLAN exists from when it is entered until `no interface`', () => {
    expect(configure(['interface vlan 10']).state.running.interfaces.has('Vlan10')).toBe(true);
    expect(
      configure(['interface vlan 10', 'no interface vlan 10']).state.running.interfaces.has('Vlan10'),
    ).toBe(false);
  });

  it('is set back by `default interface`, which says so; what was never set needs none', () => {
    const set = ['interface range gi1/0/1 - 2', 'shutdown', 'exit'];
    const { state, last } = configure([...set, 'default interface range gi1/0/1 - 3']);
    expect([...state.running.interfaces]).toEqual([
      ['GigabitEthernet1/0/1', {}],
      ['GigabitEthernet1/0/2', {}],
    ]);
    expect(last.replies).toEqual([
      'Interface GigabitEthernet1/0/1 set to default configuration',
      'Interface GigabitEthernet1/0/2 set to default configuration',
      'Interface GigabitEthernet1/0/3 set to default configuration',
    ]);
  });
});
