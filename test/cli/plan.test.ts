import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { labworks as runLabworks, workshopProject } from './run-cli.ts';

const project = workshopProject();
afterAll(() => rmSync(project, { recursive: true, force: true }));
const plan = (...args: readonly string[]) => runLabworks(['plan', ...args], '', project, {}, project);

describe('labworks plan', () => {
  it('shows what each step makes of each device, and ends with how much that is', () => {
    const { out, code } = plan('2', '--undo');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {4}\+ virtual switch /m);
    expect(out).toMatch(/^ {4}undo:\n {6}\S/m);
    expect(out).toMatch(/^\d+ to make, \d+ to change, \d+ to remove\.$/m);
  });

  it('gives the same to programs, of one device and one step, with another value of the lab', () => {
    const whole = JSON.parse(plan('2', '--format', 'json').out) as Plan & { readonly version: number };
    expect(whole.version).toBe(1);
    const vlanOf = ({ devices }: Plan) =>
      devices
        .flatMap(({ steps }) => steps.flatMap(({ changes }) => changes))
        .find(({ kind, after }) => kind === 'management-adapter' && after?.['vlan'] !== undefined)!;
    const { name, after } = vlanOf(whole);
    const network = `networks.${name.toLowerCase()}.vlan=${String(Number(after!['vlan']) + 300)}`;
    const { out } = plan('2', '--format', 'json', '--set', network, '--device', whole.devices.at(-1)!.device);
    const other = JSON.parse(out) as Plan;
    expect(other.devices).toHaveLength(1);
    expect(vlanOf(other).after!['vlan']).toBe(Number(after!['vlan']) + 300);
    // What a plan ends with is what another one begins with.
    writeFileSync(join(project, 'end.json'), plan('2', '--format', 'json').out);
    expect(plan('2', '--from', 'end.json').out).toMatch(/^0 to make, 0 to change, 0 to remove\.$/m);
    expect(plan('2', '--from', 'none.json')).toMatchObject({ code: 2 });
  });

  it('plans from a switch as somebody has it, and writes its files where nothing is in the way or it may be', () => {
    const file = join(project, 'running.txt');
    const ports = [20, 21, 22, 23]
      .map((port) => `interface GigabitEthernet1/0/${String(port)}\n!\n`)
      .join('');
    const running = (lines: string) =>
      writeFileSync(file, `hostname core\nvtp mode transparent\n${lines}${ports}end\n`);
    const write = (...args: readonly string[]) =>
      plan('2', '--device', 'sw1', '--running', file, '--out', join(project, 'files'), ...args);
    running('vlan 11\n name servers\n!\n');
    const refused = write();
    expect(refused.code).toBe(3);
    expect(refused.out).toContain('~ VLAN 11  is named "servers", and becomes ');
    expect(refused.out).toMatch(/to change, 0 to cut, 0 in the way\.$/m);
    expect(() => readdirSync(join(project, 'files'))).toThrow();
    expect(write('--accept').code).toBe(0);
    expect(readdirSync(join(project, 'files'))).toEqual(
      ['0-precheck', '1-backup', '2-change', '3-verify', '4-save', 'undo'].map((name) => `${name}.ios`),
    );
    expect(readFileSync(join(project, 'files/undo.ios'), 'utf8')).toContain('\n name servers\n');
    running('');
    const free = write('--format', 'json');
    expect(free.code).toBe(0);
    expect(JSON.parse(free.out)).toMatchObject({ version: 1, verdict: 'free', start: { unknown: [] } });
    expect(plan('2', '--out', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--running') as string,
    });
    expect(plan('2', '--device', 'smb1', '--running', file).err).toContain('smb1 is none');
  });

  it('plans at other ports and with other values, and writes the files of a switch with them', () => {
    const file = join(project, 'own-ports.txt');
    const own = ['5', '6', '7', '9'].map((port) => `GigabitEthernet1/0/${port}`);
    const ports = own.map((name) => `interface ${name}\n!\n`).join('');
    writeFileSync(file, `hostname core\nvtp mode transparent\n${ports}end\n`);
    const moved = ['20', '21', '22', '23'].flatMap((port, index) => [
      '--port',
      `gi1/0/${port}=${own[index]!}`,
    ]);
    const settings = ['--set', 'networks.lm.vlan=25', '--set', 'networks.lm.name=Moves', ...moved];
    const folder = join(project, 'own-files');
    const written = plan('2', '--device', 'sw1', '--running', file, '--out', folder, ...settings);
    expect(written).toMatchObject({ code: 0 });
    const read = (name: string) => readFileSync(join(folder, `${name}.ios`), 'utf8');
    const change = read('2-change');
    expect(change).toContain('\ninterface range GigabitEthernet1/0/5 - 7 , GigabitEthernet1/0/9\n');
    expect(change).toMatch(/^vlan 25\n name Moves$/m);
    for (const name of ['0-precheck', '2-change', '3-verify', 'undo'])
      expect(read(name), name).not.toMatch(/1\/0\/2[0-3]|\bvlan 15\b/);
    expect(read('undo')).toMatch(/^ ?no vlan 25$/m);
    const refusal = (...args: readonly string[]) => {
      const { code, err } = plan('2', '--device', 'sw1', ...args);
      expect(code).toBe(2);
      return err.split('\n')[0];
    };
    expect(refusal('--port', 'gi1/0/20=gi1/0/99')).toContain('“gi1/0/99” is no port of a Catalyst 2960-S');
    expect(refusal('--port', 'gi1/0/20=gi1/0/21')).toContain('is taken');
    expect(refusal('--port', 'gi1/0/19=gi1/0/5')).toContain('names no GigabitEthernet1/0/19');
    expect(refusal('--port', 'gi1/0/20=gi1/0/5', '--port', 'gi1/0/21=gi1/0/5')).toContain('already');
    expect(refusal('--port', 'gi1/0/20')).toContain('names no two ports');
    expect(plan('2', '--port', 'gi1/0/20=gi1/0/5').err).toContain('say which with --device');
  });

  it('says what is wrong with how it is asked', () => {
    expect(plan('2', '--set', 'networks.nowhere.vlan=1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('the lab has no value “networks.nowhere.vlan”') as string,
    });
    expect(plan('2', '--step', '2:99').err).toContain('--step cannot be “2:99”');
  });
});
