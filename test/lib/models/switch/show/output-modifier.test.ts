import { describe, expect, it } from 'vitest';
import { applyModifier } from '../../../../../src/lib/models/switch/show/output-modifier.ts';

const text = [
  'hostname sw1',
  '!',
  'interface Vlan10',
  ' description mgmt {old}',
  ' ip address 192.0.2.2 255.255.255.0',
  'interface Vlan20',
  ' shutdown',
  'end',
].join('\n');

describe('what stands behind the bar of a show command', () => {
  it('includes and excludes lines', () => {
    expect(applyModifier(text, ' include interface')).toBe('interface Vlan10\ninterface Vlan20');
    expect(applyModifier(text, ' i ^interface|end$')).toBe('interface Vlan10\ninterface Vlan20\nend');
    expect(applyModifier(text, 'exclude ^ |^!|interface')).toBe('hostname sw1\nend');
  });
  it('begins at the first line that fits', () => {
    expect(applyModifier(text, ' begin Vlan20')).toBe('interface Vlan20\n shutdown\nend');
    expect(applyModifier(text, ' b nothing')).toBe('');
  });
  it('takes sections: a line that fits and what is indented below it', () => {
    expect(applyModifier(text, ' section Vlan20')).toBe('interface Vlan20\n shutdown');
    expect(applyModifier(text, ' section address')).toBe(' ip address 192.0.2.2 255.255.255.0');
    expect(applyModifier(text, ' section exclude interface')).toBe('hostname sw1\n!\nend');
  });
  it('reads patterns as IOS does', () => {
    expect(applyModifier(text, ' include _10$')).toBe('');
    expect(applyModifier(text, ' include _mgmt_')).toBe(' description mgmt {old}');
    expect(applyModifier(text, ' include {old}')).toBe(' description mgmt {old}');
    expect(applyModifier(text, ' include [2-9]0$')).toBe('interface Vlan20');
    expect(applyModifier(text, String.raw` include 192\.0`)).toBe(' ip address 192.0.2.2 255.255.255.0');
  });
  it('refuses what it does not know, and patterns that are not whole or could take forever', () => {
    for (const modifier of [
      ' redirect flash:x',
      ' include',
      ' include (a',
      ' include [a',
      ' include (a+)+',
      ' include a*b*c*d*e*',
    ])
      expect(applyModifier(text, modifier), modifier).toBeUndefined();
  });
});
