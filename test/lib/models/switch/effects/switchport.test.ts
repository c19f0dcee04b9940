import { describe, expect, it } from 'vitest';
import { allowedVlans } from '../../../../../src/lib/models/switch/state.ts';
import { atPort } from '../type-session.ts';

describe('The list of a trunk', () => {
  const list = (lines: readonly string[], platform?: 'catalyst-2960s' | 'sg300') => {
    const { config, state } = atPort(
      lines.map((words) => (words.startsWith('no ') ? words : `switchport trunk allowed vlan ${words}`)),
      platform,
    );
    return { stored: config(1).allowedVlans, carried: allowedVlans(config(1), state) };
  };
  const none = 'no switchport trunk allowed vlan';

  it.each([
    [['10,20-22'], '10,20-22'],
    [['10', '20'], '20'],
    [['10,12', 'add 11,20'], '10-12,20'],
    [['add 10'], undefined],
    [['10-20', 'remove 12-19'], '10,11,20'],
    [['remove 1-4093'], '4094'],
    [['10', 'remove 10'], 'none'],
    [['10', 'except 2-4094'], '1'],
    [['except 100'], '1-99,101-4094'],
    [['10', 'none'], 'none'],
    [['none', 'add 10'], '10'],
    [['10', 'all'], undefined],
    [['1-4094'], undefined],
    [['10', none], undefined],
  ] as const)('of a Catalyst is after %j %s', (lines, wanted) => {
    expect(list(lines)).toEqual({ stored: wanted, carried: wanted ?? '1-4094' });
  });

  it.each([
    [['add 10-12'], '1,10-12'],
    [['remove 1'], 'none'],
    [['add 10', 'remove 1'], '10'],
    [['add 10', 'remove 10'], undefined],
    [['all'], '1-4094'],
    [['none'], 'none'],
    [['except 5'], '1-4,6-4094'],
    [['add 10', none], undefined],
  ] as const)('of an SG300 is after %j %s', (lines, wanted) => {
    expect(list(lines, 'sg300')).toEqual({ stored: wanted, carried: wanted ?? '1' });
  });
});

describe('A port', () => {
  it.each([
    ['switchport mode trunk', 'switchport mode dynamic auto', { mode: 'trunk' }],
    ['switchport mode dynamic desirable', 'no switchport mode', { mode: 'dynamic desirable' }],
    ['switchport access vlan 30', 'switchport access vlan 1', { accessVlan: 30 }],
    ['switchport access vlan dynamic', 'no switchport access vlan', { accessVlan: 'dynamic' }],
    ['switchport trunk native vlan 9', 'switchport trunk native vlan 1', { nativeVlan: 9 }],
    ['switchport voice vlan 8', 'switchport voice vlan none', { voiceVlan: 8 }],
    ['switchport voice vlan dot1p', 'no switchport voice vlan', { voiceVlan: 'dot1p' }],
  ])('remembers `%s` until `%s`', (line, back, wanted) => {
    expect(atPort([line]).config(1)).toEqual(wanted);
    expect(atPort([line, back]).config(1)).toEqual({});
  });

  it('remembers that it does not negotiate, in a mode that does not', () => {
    const set = ['switchport mode trunk', 'switchport nonegotiate'];
    expect(atPort(set).config(1)).toEqual({ mode: 'trunk', nonegotiate: true });
    expect(atPort([...set, 'no switchport nonegotiate']).config(1)).toEqual({ mode: 'trunk' });
  });

  it('has a mode by itself that needs no line, which is another one on an SG300', () => {
    expect(atPort(['switchport mode trunk'], 'sg300').config(1)).toEqual({});
    expect(atPort(['switchport mode access'], 'sg300').config(1)).toEqual({ mode: 'access' });
    expect(atPort(['switchport mode access', 'switchport mode trunk'], 'sg300').config(1)).toEqual({});
    expect(atPort(['switchport trunk native vlan none'], 'sg300').config(1)).toEqual({ nativeVlan: 'none' });
  });

  it('for a host is an edge port with access to a VLAN, in no channel', () => {
    expect(atPort(['channel-group 1 mode on', 'switchport host']).config(1)).toEqual({
      mode: 'access',
      portfast: true,
    });
  });
});
