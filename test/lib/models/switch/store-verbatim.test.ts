import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { atPort, configure } from './type-session.ts';

const lines = (typed: readonly string[], platform?: IosPlatform) => [
  ...configure(typed, platform).state.running.lines.values(),
];

describe('A line whose effect is not modelled', () => {
  it('is stored in full words, and counts as not modelled', () => {
    const { last, state } = configure(['errdisable recov int 300']);
    expect([...state.running.lines.values()]).toEqual(['errdisable recovery interval 300']);
    expect(last).toMatchObject({ modelled: false, changed: true });
  });

  it('replaces the one that set the same', () => {
    expect(lines(['vtp domain one', 'vtp domain two'])).toEqual(['vtp domain two']);
  });

  it('stands beside others where a command may be given more than once', () => {
    const routes = [
      'ip route 192.0.2.0 255.255.255.0 198.51.100.1',
      'ip route 203.0.113.0 255.255.255.0 198.51.100.1',
    ];
    expect(lines(routes, 'generic-ios')).toEqual(routes);
    expect(lines([...routes, `no ${routes[0]!}`], 'generic-ios')).toEqual([routes[1]]);
  });

  it('stands beside others of one session or one host, which have several ends', () => {
    const ends = [
      'monitor session 1 source interface Gi1/0/1 - 2 , Gi1/0/7 both',
      'monitor session 1 destination interface Gi1/0/5',
      'snmp-server host 192.0.2.1 public',
      'snmp-server host 192.0.2.1 version 2c other',
    ];
    expect(lines(ends)).toEqual(ends);
    expect(lines([...ends, 'no monitor session 1'])).toEqual(ends.slice(2));
  });

  it('goes by `no` and the words that it begins with, not by a part of a word', () => {
    const set = ['snmp-server host 192.0.2.1 public', 'snmp-server hosting x', 'snmp-server location lab'];
    expect(lines([...set, 'no snmp-server host'])).toEqual([set[1], set[2]]);
    expect(lines([...set, 'no snmp-server'])).toEqual([]);
    expect(lines(['mls qos', 'default mls qos'])).toEqual([]);
  });

  it('with `no` is stored where the factory has the setting on, until it is on again', () => {
    expect(lines(['no cdp run'])).toEqual(['no cdp run']);
    expect(lines(['no cdp run', 'cdp run'])).toEqual([]);
    expect(lines(['no cdp run', 'default cdp run'])).toEqual([]);
    expect(lines(['no mls qos'])).toEqual([]);
    expect(lines(['cdp run'])).toEqual([]);
  });

  it('with or without `no` is stored by what the factory of this switch has', () => {
    expect(lines(['lldp run'], 'catalyst-2960s')).toEqual(['lldp run']);
    expect(lines(['lldp run', 'no lldp run'], 'catalyst-2960s')).toEqual([]);
    expect(lines(['lldp run'], 'sg300')).toEqual([]);
    expect(lines(['no lldp run'], 'sg300')).toEqual(['no lldp run']);
  });

  it('belongs to its interface or its block of lines', () => {
    expect(atPort(['udld port', 'no cdp enable']).config(1).lines).toEqual(
      new Map([
        ['udld port', 'udld port'],
        ['no cdp enable', 'no cdp enable'],
      ]),
    );
    expect(atPort(['udld port', 'no udld port']).config(1)).toEqual({});
    const { state } = configure(['line vty 0 4', 'exec-timeout 5', 'exec-timeout 10 0', 'login local']);
    expect([...state.running.lineBlocks]).toEqual([
      [
        'line vty 0 4',
        new Map([
          ['exec-timeout', 'exec-timeout 10 0'],
          ['login', 'login local'],
        ]),
      ],
    ]);
  });
});
