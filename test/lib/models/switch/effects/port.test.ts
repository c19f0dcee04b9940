import { describe, expect, it } from 'vitest';
import { atPort } from '../type-session.ts';

describe('A port of a Catalyst', () => {
  it.each([
    ['description to nas', 'no description', { description: 'to nas' }],
    ['description "to nas"', 'no description', { description: 'to nas' }],
    ['shutdown', 'no shutdown', { shutdown: true }],
    ['speed 100', 'speed auto', { speed: '100' }],
    ['speed auto 10 100', 'no speed', { speed: 'auto 10 100' }],
    ['duplex full', 'duplex auto', { duplex: 'full' }],
    ['duplex half', 'no duplex', { duplex: 'half' }],
    ['flowcontrol receive desired', 'flowcontrol receive off', { flowcontrolReceive: 'desired' }],
    ['flowcontrol receive on', 'no flowcontrol receive', { flowcontrolReceive: 'on' }],
    [
      'storm-control broadcast level 20 10',
      'no storm-control broadcast level',
      { storm: { broadcast: '20 10' } },
    ],
    [
      'storm-control unicast level bps 1m',
      'no storm-control unicast level',
      { storm: { unicast: 'bps 1m' } },
    ],
    ['lacp port-priority 100', 'no lacp port-priority', { lacpPortPriority: 100 }],
    ['spanning-tree portfast', 'no spanning-tree portfast', { portfast: true }],
    ['spanning-tree portfast trunk', 'no spanning-tree portfast', { portfast: 'trunk' }],
    ['spanning-tree portfast disable', 'no spanning-tree portfast', { portfast: 'disable' }],
    ['spanning-tree bpduguard enable', 'no spanning-tree bpduguard', { bpduguard: true }],
    ['spanning-tree bpduguard disable', 'no spanning-tree bpduguard', { bpduguard: false }],
  ])('remembers `%s` until `%s`', (line, back, wanted) => {
    const set = atPort([line]);
    expect(set.config(1)).toEqual(wanted);
    expect(set.last).toMatchObject({ modelled: true, changed: true });
    expect(atPort([line, back]).config(1)).toEqual({});
    expect(atPort([line, `default ${line}`]).config(1)).toEqual({});
  });

  it('has thresholds by kind of traffic', () => {
    const both = ['storm-control broadcast level 20', 'storm-control multicast level 30'];
    expect(atPort(both).config(1)).toEqual({ storm: { broadcast: '20', multicast: '30' } });
    expect(atPort([...both, 'no storm-control broadcast level']).config(1)).toEqual({
      storm: { multicast: '30' },
    });
  });
});

describe('A port of an SG300', () => {
  it.each([
    ['no negotiation', 'negotiation', { noNegotiation: true }],
    ['flowcontrol auto', 'flowcontrol off', { flowcontrolReceive: 'auto' }],
    ['flowcontrol on', 'no flowcontrol', { flowcontrolReceive: 'on' }],
    ['storm-control broadcast level 20', 'no storm-control broadcast level', { storm: { broadcast: '20' } }],
    ['spanning-tree portfast', 'no spanning-tree portfast', { portfast: true }],
    ['spanning-tree portfast auto', 'no spanning-tree portfast', { portfast: 'auto' }],
  ])('remembers `%s` until `%s`', (line, back, wanted) => {
    expect(atPort([line], 'sg300').config(1)).toEqual(wanted);
    expect(atPort([line, back], 'sg300').config(1)).toEqual({});
  });

  it('keeps nothing of what else it can say of storms', () => {
    const { config, last } = atPort(['storm-control broadcast enable'], 'sg300');
    expect(config(1)).toEqual({});
    expect(last.modelled).toBe(true);
  });
});

describe('A port of another Catalyst', () => {
  it('may send pause frames as well, and says edge for portfast', () => {
    const set = ['flowcontrol send on', 'flowcontrol receive desired', 'spanning-tree portfast edge trunk'];
    expect(atPort(set, 'generic-ios').config(1)).toEqual({
      flowcontrolSend: 'on',
      flowcontrolReceive: 'desired',
      portfast: 'trunk',
    });
    const back = ['no flowcontrol send', 'flowcontrol receive off', 'no spanning-tree portfast'];
    expect(atPort([...set, ...back], 'generic-ios').config(1)).toEqual({});
    expect(atPort(['spanning-tree portfast edge'], 'generic-ios').config(1)).toEqual({ portfast: true });
  });
});

describe('An address', () => {
  const first = 'ip address 192.0.2.1 255.255.255.0';
  const second = 'ip address 198.51.100.1 255.255.255.0 secondary';

  it.each([
    [[first], { ipAddress: '192.0.2.1 255.255.255.0' }],
    [['ip address dhcp'], { ipAddress: 'dhcp' }],
    [[first, 'ip address 192.0.2.9 255.255.255.0'], { ipAddress: '192.0.2.9 255.255.255.0' }],
    [[first, 'no ip address'], {}],
    [[first, `no ${first}`], {}],
    [[first, 'no ip address 192.0.2.9 255.255.255.0'], { ipAddress: '192.0.2.1 255.255.255.0' }],
    [[first, second, `no ${second}`], { ipAddress: '192.0.2.1 255.255.255.0' }],
  ])('is after %j %j', (lines, wanted) => {
    expect(atPort(['interface vlan 10', ...lines]).config('Vlan10')).toEqual(wanted);
  });

  it('may have others beside it', () => {
    const { config } = atPort(['interface vlan 10', first, second]);
    expect(config('Vlan10')).toEqual({
      ipAddress: '192.0.2.1 255.255.255.0',
      lines: new Map([[second, second]]),
    });
  });
});
