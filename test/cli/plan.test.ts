import { rmSync } from 'node:fs';
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
  });

  it('says what is wrong with how it is asked', () => {
    expect(plan('2', '--set', 'networks.nowhere.vlan=1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('the lab has no value “networks.nowhere.vlan”') as string,
    });
    expect(plan('2', '--step', '2:99').err).toContain('--step cannot be “2:99”');
  });
});
