import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../../src/lib/dialects/ios/tables/table-format.ts';
import { membersOf } from '../../../../../src/lib/models/switch/state.ts';
import { atPort, configure } from '../type-session.ts';

describe('A channel', () => {
  it.each([
    ['catalyst-2960s', 'active', 16],
    ['catalyst-2960s', 'passive', 16],
    ['catalyst-2960s', 'auto', 8],
    ['catalyst-2960s', 'desirable', 8],
    ['catalyst-2960s', 'on', 8],
    ['sg300', 'auto', 16],
    ['sg300', 'on', 8],
  ] as const)('of %s takes with mode %s %i members and no more', (platform, mode, limit) => {
    const fill = (count: number) =>
      configure([range(platform, 1, count), `channel-group 1 mode ${mode}`], platform);
    const full = fill(limit);
    expect(full.last.refused).toBeUndefined();
    expect(membersOf(full.state, 1)).toHaveLength(limit);
    const over = fill(limit + 1);
    expect(over.last.refused?.rule).toBe('ios/channel-full');
    expect(over.last.refused?.message).toContain(`would have ${String(limit + 1)} members`);
    expect(membersOf(over.state, 1)).toEqual([]);
    // One by one as well, and a member that is typed again is no further one.
    const again = configure([range(platform, 1, 1), `channel-group 1 mode ${mode}`], platform, full.console);
    expect(again.last.refused).toBeUndefined();
    const next = configure(
      [range(platform, limit + 1, limit + 1), `channel-group 1 mode ${mode}`],
      platform,
      full.console,
    );
    expect(next.last.refused?.rule).toBe('ios/channel-full');
  });

  it('speaks one protocol: a second one is refused, whichever comes first', () => {
    for (const [first, second] of [
      ['active', 'desirable'],
      ['desirable', 'passive'],
      ['active', 'on'],
      ['on', 'auto'],
    ]) {
      const { last, state } = configure([
        'interface gi1/0/1',
        `channel-group 1 mode ${first!}`,
        'interface gi1/0/2',
        `channel-group 1 mode ${second!}`,
      ]);
      expect(last.refused?.rule, `${first!} ${second!}`).toBe('ios/protocol-mismatch');
      expect(last.replies).toEqual([
        'Command rejected (Channel protocol mismatch for interface Gi1/0/2 in group 1): the interface can not be added to the channel group',
      ]);
      expect(membersOf(state, 1)).toEqual(['GigabitEthernet1/0/1']);
    }
    // An SG300 refuses too; in which words is not known.
    const { last } = configure(
      ['interface gi1', 'channel-group 1 mode auto', 'interface gi2', 'channel-group 1 mode on'],
      'sg300',
    );
    expect(last.refused?.rule).toBe('ios/protocol-mismatch');
    expect(last.replies).toEqual([]);
  });

  it('changes its mode within a protocol, and its protocol where all members change at once', () => {
    expect(
      atPort(['channel-group 1 mode active', 'channel-group 1 mode passive']).config(1).channelGroup,
    ).toEqual({
      id: 1,
      mode: 'passive',
      protocol: 'LACP',
    });
    const range = 'interface range gi1/0/1 - 2';
    const { config } = configure([range, 'channel-group 1 mode active', 'channel-group 1 mode on']);
    expect(config(2).channelGroup?.protocol).toBe('none');
  });

  it('is refused by a port that is restricted to another protocol, and the restriction by a port in a channel', () => {
    const joins = atPort(['channel-protocol pagp', 'channel-group 1 mode active']);
    expect(joins.last.refused?.message).toContain(
      '`channel-protocol pagp` restricts GigabitEthernet1/0/1 to PAgP',
    );
    const restricts = atPort(['channel-group 1 mode active', 'channel-protocol pagp']);
    expect(restricts.last.refused?.rule).toBe('ios/protocol-mismatch');
    expect(atPort(['channel-group 1 mode active', 'channel-protocol lacp']).last.refused).toBeUndefined();
    // A static channel speaks none, so that any restriction is for later.
    expect(atPort(['channel-group 1 mode on', 'channel-protocol lacp']).last.refused).toBeUndefined();
    const lifted = atPort(['channel-protocol pagp', 'no channel-protocol', 'channel-group 1 mode active']);
    expect(lifted.last.refused).toBeUndefined();
    expect(lifted.config(1)).toEqual({ channelGroup: { id: 1, mode: 'active', protocol: 'LACP' } });
  });

  it('of a Catalyst is made with the settings of its first port, and hands its own to its members', () => {
    const { last, config, console } = atPort([
      'switchport mode trunk',
      'switchport trunk native vlan 9',
      'speed 100',
      'channel-group 2 mode on',
    ]);
    expect(last.replies).toEqual(['Creating a port-channel interface Port-channel 2']);
    expect(config('Port-channel2')).toEqual({ mode: 'trunk', nativeVlan: 9 });
    const set = configure(
      ['interface po2', 'switchport trunk allowed vlan 9', 'shutdown', 'description both'],
      'catalyst-2960s',
      console,
    );
    expect(set.config(1)).toMatchObject({ allowedVlans: '9', shutdown: true });
    expect(set.config(1)).not.toHaveProperty('description');
    const second = configure(['interface gi1/0/2', 'channel-group 2 mode on'], 'catalyst-2960s', console);
    expect(second.last.replies).toEqual([]);
    expect(second.config(2)).toEqual({ channelGroup: { id: 2, mode: 'on', protocol: 'none' } });
  });

  it('has the encapsulation of its first port, so that it can be a trunk', () => {
    const { last, state } = configure(
      [
        'interface range gi0/1 - 2',
        'switchport trunk encapsulation dot1q',
        'channel-group 1 mode active',
        'interface port-channel 1',
        'switchport mode trunk',
      ],
      'catalyst-3560',
    );
    expect(last.refused).toBeUndefined();
    expect([...state.running.interfaces.get('Port-channel1')!.lines!.values()]).toEqual([
      'switchport trunk encapsulation dot1q',
    ]);
  });

  it('of an SG300 has the VLANs for itself, and is always there', () => {
    const { last, config, state } = atPort(
      ['switchport mode access', 'description nas', 'channel-group 2 mode auto'],
      'sg300',
    );
    expect(last.replies).toEqual([]);
    expect(state.running.interfaces.has('Port-channel2')).toBe(false);
    expect(config(1)).toEqual({
      description: 'nas',
      channelGroup: { id: 2, mode: 'auto', protocol: 'LACP' },
    });
    const set = configure(['interface po2', 'switchport mode access'], 'sg300');
    expect(set.config('Port-channel2')).toEqual({ mode: 'access' });
  });

  it('loses a port by `no channel-group`, and all of them with its interface', () => {
    const joined = ['interface range gi1/0/1 - 2', 'channel-group 1 mode on'];
    const left = configure([...joined, 'interface gi1/0/1', 'no channel-group']);
    expect(membersOf(left.state, 1)).toEqual(['GigabitEthernet1/0/2']);
    const removed = configure([...joined, 'no interface po1']);
    expect(membersOf(removed.state, 1)).toEqual([]);
    expect(removed.state.running.interfaces.has('Port-channel1')).toBe(false);
  });

  it('has ports for members, not other channels', () => {
    expect(configure(['interface po1', 'channel-group 2 mode on']).config('Port-channel1')).toEqual({});
  });
});

function range(platform: IosPlatform, first: number, last: number): string {
  return platform === 'sg300'
    ? `interface range gi${String(first)}-${String(last)}`
    : `interface range gi1/0/${String(first)} - ${String(last)}`;
}
