import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labworks } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return name;
};
const simulate = (...args: string[]) => labworks(['simulate', ...args], '', folder);

write('session.ios', 'conf t\nint gi1/0/1\nsw mo tr\nsh vl br\nend\n');
write('sg300.cfg', 'vlan database\r\nvlan 10\r\nexit\r\ninterface gi1\r\n switchport mode access\r\n!\r\n');

interface Report {
  version: number;
  files: {
    file: string;
    as: string;
    lines: {
      line: number;
      input: string;
      status: string;
      canonical: string | null;
      modeAfter: string;
      diagnostics: { rule: string; column: number }[];
    }[];
    state: { cliMode: string; interfaces: object; startupInSync: boolean };
    shows: Record<string, string | null>;
  }[];
}

describe('labworks simulate', () => {
  it('tells programs what each line did, the state, and the shows', () => {
    const { code, out, err } = simulate(
      'session.ios',
      '--platform',
      'catalyst-2960s',
      '--show',
      'show running-config interface gi1/0/1',
      '--show',
      'show tech-support',
      '--format',
      'json',
    );
    expect(err).toBe('');
    expect(code).toBe(1);
    const { version, files } = JSON.parse(out) as Report;
    expect(version).toBe(1);
    const [file] = files;
    expect(file).toMatchObject({ file: 'session.ios', as: 'session' });
    expect(file!.lines[2]).toMatchObject({
      line: 3,
      input: 'sw mo tr',
      status: 'accepted',
      canonical: 'switchport mode trunk',
      modeAfter: 'config-if',
      diagnostics: [],
    });
    expect(file!.lines[3]).toMatchObject({ status: 'diagnostic', canonical: null, modeAfter: 'config-if' });
    expect(file!.lines[3]!.diagnostics).toHaveLength(1);
    expect(file!.state).toMatchObject({
      cliMode: 'priv-exec',
      interfaces: { 'GigabitEthernet1/0/1': { mode: 'trunk' } },
      startupInSync: false,
    });
    expect(file!.shows['show running-config interface gi1/0/1']).toContain(' switchport mode trunk\nend');
    expect(file!.shows['show tech-support']).toBeNull();
  });

  it('takes many files and folders in one run, each with a switch of its own', () => {
    const { code, out } = simulate('.', '--platform', 'sg300', '--format', 'json');
    const { files } = JSON.parse(out) as Report;
    expect(files.map(({ file }) => file).sort()).toEqual(['session.ios', 'sg300.cfg']);
    expect(files.find(({ file }) => file === 'sg300.cfg')).toMatchObject({
      as: 'config',
      state: { vlans: { 10: '10' }, interfaces: { gigabitethernet1: { mode: 'access' } } },
    });
    expect(code).toBe(1);
  });

  it('shows people the session with its prompts, what is wrong, and the state', () => {
    const { out } = simulate('session.ios', '--platform', 'catalyst-2960s', '--show', 'show vlan brief');
    expect(out).toContain('Switch(config-if)# sw mo tr  (switchport mode trunk)');
    expect(out).toContain('✗ Switch(config-if)# sh vl br');
    expect(out).toContain('1    default                          active    Gi1/0/2, Gi1/0/3, Gi1/0/4');
    expect(out).toMatch(/error\[ios\/[a-z-]+\]/);
  });

  it('warns of a password that everybody can read, which the switch takes', () => {
    write('secret.txt', 'conf t\r\nenable password hunter2\r\nline vty 0 4\r\npassword hunter2\r\n');
    const { code, out } = simulate('secret.txt', '--platform', 'catalyst-2960s', '--format', 'json');
    const { lines } = (JSON.parse(out) as Report).files[0]!;
    expect(code).toBe(0);
    expect(lines.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    for (const [line, column] of [
      [1, 17],
      [3, 10],
    ] as const)
      expect(lines[line]!.diagnostics).toMatchObject([
        { rule: 'ios/plain-text-secret', severity: 'warning', column },
      ]);
  });

  it('says what it cannot do', () => {
    expect(simulate('session.ios')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--platform') as string,
    });
    expect(simulate('session.ios', '--platform', 'catalyst').err).toContain('catalyst-2960s');
    expect(simulate('none.ios', '--platform', 'sg300')).toMatchObject({
      code: 2,
      err: expect.stringContaining('none.ios cannot be simulated') as string,
    });
    expect(simulate('session.ios', '--platform', 'sg300', '--as', 'sesion').err).toContain(
      'Did you mean “session”?',
    );
  });

  it('does not begin with a file that is too long', () => {
    write('long.ios', 'vlan 10\n'.repeat(70_000));
    const { code, err } = simulate('long.ios', '--platform', 'sg300');
    expect(code).toBe(2);
    expect(err).toContain(
      'long.ios cannot be simulated: it has 560000 characters, and at most 500000 are read',
    );
    const checked = labworks(['check', 'long.ios', '--format', 'json'], '', folder);
    expect(checked.code).toBe(2);
    expect(checked.err).toContain('it has 560000 characters');
    write('lines.ios', '!\n'.repeat(60_000));
    expect(simulate('lines.ios', '--platform', 'sg300').err).toContain(
      'it has 60001 lines, and at most 50000',
    );
  });
});
