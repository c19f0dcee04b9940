import { describe, expect, it } from 'vitest';
import { isWindowsDevice } from '../../../src/lib/source/file-names.ts';

describe('a name that Windows keeps for a device', () => {
  it.each([
    'con',
    'CON',
    'Nul',
    'prn',
    'aux',
    'com1',
    'COM9',
    'lpt1',
    'com¹',
    'con.txt',
    'nul.tar.gz',
    'aux .md',
    'con:x',
  ])('is %s', (name) => {
    expect(isWindowsDevice(name)).toBe(true);
  });

  it.each([
    'con1',
    'icon',
    'com',
    'com0',
    'com10',
    'console',
    'con-1',
    'nulla',
    'lpt',
    'null',
    'a.con',
    '',
    'con txt',
  ])('is not %j', (name) => {
    expect(isWindowsDevice(name)).toBe(false);
  });
});
