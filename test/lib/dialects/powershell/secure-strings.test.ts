import { expect, it } from 'vitest';
import { analyze } from './powershell.ts';

const toldOf = (text: string) =>
  analyze(text, 'windows-server-2022').diagnostics.map(({ rule, severity }) => `${severity} ${rule}`);

it('takes no text for a SecureString', () => {
  expect(toldOf("New-ADUser -Name a -AccountPassword 'x y'")).toContain('error powershell/bad-type');
  expect(toldOf('New-ADUser -Name a -AccountPassword "$text"')).toContain('error powershell/bad-type');
  expect(toldOf('New-ADUser -Name a -AccountPassword $password')).toEqual([]);
  expect(toldOf('New-ADUser -Name a -AccountPassword (Read-Host -AsSecureString)')).toEqual([]);
});
