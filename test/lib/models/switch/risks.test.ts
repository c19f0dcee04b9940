import { describe, expect, it } from 'vitest';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import { configure } from './type-session.ts';

/** The risks of the last line. */
function risks(lines: readonly string[], platform?: 'catalyst-2960s' | 'sg300') {
  return configure(lines, platform).last.risks;
}

describe('Whoever is connected to a switch', () => {
  const reached = ['vlan 10', 'interface vlan 10', 'ip address 192.0.2.2 255.255.255.0'];
  const trunk = [...reached, 'interface gi1/0/1', 'switchport mode trunk'];

  it.each([
    ['its interface is shut', [...reached, 'shutdown'], 'loses it here'],
    ['its interface loses the address', [...reached, 'no ip address'], 'loses it here'],
    ['its interface goes', [...reached, 'no interface vlan 10'], 'loses it here'],
    ['it gets another address', [...reached, 'ip address 192.0.2.3 255.255.255.0'], 'answers at 192.0.2.3'],
    ['its VLAN goes', [...reached, 'no vlan 10'], 'VLAN 10 goes'],
    [
      'a trunk leaves its VLAN out',
      [...trunk, 'switchport trunk allowed vlan 20'],
      'no longer carries VLAN 10',
    ],
    ['a trunk becomes an access port', [...trunk, 'switchport mode access'], 'no longer carries VLAN 10'],
    ['a trunk is shut', [...trunk, 'shutdown'], 'no longer carries VLAN 10'],
  ])('is cut off where %s', (_, lines, message) => {
    const found = risks(lines);
    expect(found.map(({ rule }) => rule)).toEqual(['ios/lockout-risk']);
    expect(found[0]!.message).toContain(message);
  });

  it.each([
    ['nothing changes', [...reached, 'ip address 192.0.2.2 255.255.255.0']],
    ['another VLAN goes', ['vlan 20', ...reached, 'no vlan 20']],
    ['the trunk still carries it', [...trunk, 'switchport trunk allowed vlan 10,20']],
    [
      'the trunk did not carry it',
      [...trunk, 'switchport trunk allowed vlan 20', 'switchport trunk allowed vlan 30'],
    ],
    ['the address was shut before', [...reached, 'shutdown', 'no ip address']],
  ])('stays where %s', (_, lines) => {
    expect(risks(lines)).toEqual([]);
  });

  it('is told that a list replaces the one before, where it does', () => {
    const [whole] = risks([...trunk, 'switchport trunk allowed vlan 20']);
    expect(whole).toMatchObject({ why: expect.stringMatching(/^A list without/) as unknown });
    expect(whole!.hint).toMatch(/^Keep 10 in the list/);
    const [removed] = risks([...trunk, 'switchport trunk allowed vlan remove 10']);
    expect(removed!.why).toMatch(/^Whoever is connected/);
  });

  it('is not yet there when a configuration is read', () => {
    const console = openConsole('catalyst-2960s', { as: 'config' });
    expect(configure([...reached, 'shutdown'], 'catalyst-2960s', console).last.risks).toEqual([]);
  });
});

describe('An edge port', () => {
  it('on a trunk of a Catalyst does nothing, and the switch says so once', () => {
    const lines = ['interface gi1/0/1', 'switchport mode trunk', 'spanning-tree portfast'];
    const [risk] = risks(lines);
    expect(risk).toMatchObject({ rule: 'ios/portfast-on-trunk' });
    expect(risk!.reply).toContain('%Portfast has been configured on GigabitEthernet1/0/1');
    expect(risks([...lines, 'description nas'])).toEqual([]);
    expect(risks([...lines.slice(0, 2), 'spanning-tree portfast trunk'])).toEqual([]);
    expect(risks(['interface gi1', 'spanning-tree portfast'], 'sg300')).toEqual([]);
  });
});

describe('A reload', () => {
  it('takes what was not saved', () => {
    expect(risks(['hostname core', 'end', 'reload']).map(({ rule }) => rule)).toEqual(['ios/not-saved']);
    expect(risks(['hostname core', 'end', 'write', 'reload'])).toEqual([]);
    // VLANs of a Catalyst are not a part of the configuration, and an interface without settings is no change.
    expect(risks(['vlan 10', 'end', 'reload'])).toEqual([]);
    expect(risks(['interface gi1/0/1', 'shutdown', 'no shutdown', 'end', 'reload'])).toEqual([]);
  });
});
