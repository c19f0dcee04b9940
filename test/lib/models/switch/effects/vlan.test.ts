import { describe, expect, it } from 'vitest';
import { vlanTable } from '../../../../../src/lib/models/switch/state.ts';
import { configure } from '../type-session.ts';

const vlans = (lines: readonly string[], platform?: 'catalyst-2960s' | 'sg300' | 'generic-ios') =>
  Object.fromEntries(vlanTable(configure(lines, platform).state));

describe('VLANs', () => {
  it('are made in order, singly and by lists, and go the same way', () => {
    expect(Object.keys(vlans(['vlan 20', 'vlan 5,10-12']))).toEqual(['5', '10', '11', '12', '20']);
    expect(Object.keys(vlans(['vlan 5,10-12', 'no vlan 10-11']))).toEqual(['5', '12']);
  });

  it('of a Catalyst stand in their database, those of an SG300 in the configuration', () => {
    const catalyst = configure(['vlan 10']).state;
    expect([catalyst.vlanDatabase.size, catalyst.running.vlans.size]).toEqual([1, 0]);
    const sg300 = configure(['vlan database', 'vlan 10'], 'sg300').state;
    expect([sg300.vlanDatabase.size, sg300.running.vlans.size]).toEqual([0, 1]);
  });

  it('that are always there are not made', () => {
    expect(vlans(['vlan 1,10'])).toEqual({ 10: {} });
    expect(vlans(['vlan 1002-1005'])).toEqual({});
    expect(Object.keys(vlans(['vlan database', 'vlan 1002-1005'], 'sg300'))).toHaveLength(4);
  });

  it('may carry mirrored frames', () => {
    expect(vlans(['vlan 99', 'remote-span'])).toEqual({ 99: { remoteSpan: true } });
    expect(vlans(['vlan 99', 'remote-span', 'no remote-span'])).toEqual({ 99: {} });
  });

  it('above 1005 are refused by a VTP server and client, but for version 3', () => {
    const { last, state } = configure(['vlan 1005-1007']);
    expect(last.replies).toEqual([
      '% Failed to create VLANs 1006,1007',
      'Extended VLAN(s) not allowed in current VTP mode.',
      '%Failed to commit extended VLAN(s) changes.',
    ]);
    expect(state.vlanDatabase.size).toBe(0);
    expect(vlans(['vtp mode client', 'vlan 1006'])).toEqual({});
    for (const allowing of ['vtp mode transparent', 'vtp mode off', 'vtp version 3'])
      expect(vlans([allowing, 'vlan 1006']), allowing).toEqual({ 1006: {} });
    expect(vlans(['vlan 1006'], 'generic-ios')).toEqual({ 1006: {} });
  });

  it('have a name, a state and a switch of their own, each with its `no`', () => {
    const set = ['vlan 10', 'name lab', 'state suspend', 'shutdown'];
    expect(vlans(set)).toEqual({ 10: { name: 'lab', suspended: true, shutdown: true } });
    expect(vlans([...set, 'no name', 'state active', 'no shutdown'])).toEqual({ 10: {} });
    expect(vlans([...set, 'no state'])).toEqual({ 10: { name: 'lab', shutdown: true } });
  });

  it('of an SG300 get their name at their interface, or with the command that makes them', () => {
    const made = ['vlan database', 'vlan 10', 'exit'];
    expect(vlans([...made, 'interface vlan 10', 'name lab'], 'sg300')).toEqual({ 10: { name: 'lab' } });
    expect(vlans([...made, 'interface vlan 10', 'name lab', 'no name'], 'sg300')).toEqual({ 10: {} });
    expect(vlans(['vlan database', 'vlan 10 name lab'], 'sg300')).toEqual({ 10: { name: 'lab' } });
    // One that does not exist has no name.
    expect(vlans(['interface vlan 10', 'name lab'], 'sg300')).toEqual({});
  });

  it('are made by the ports of a Catalyst that give access to them, not by those of an SG300', () => {
    const { last, state } = configure(['interface gi1/0/1', 'switchport access vlan 30']);
    expect(last.replies).toEqual(['% Access VLAN does not exist. Creating vlan 30']);
    expect(state.vlanDatabase.has(30)).toBe(true);
    expect(configure(['vlan 30', 'interface gi1/0/1', 'switchport access vlan 30']).last.replies).toEqual([]);
    expect(vlans(['interface gi1', 'switchport access vlan 30'], 'sg300')).toEqual({});
  });
});
