import { describe, expect, it } from 'vitest';
import { makePlan, selectFromPlan } from '../../../src/lib/plan/make-plan.ts';
import type { Plan } from '../../../src/lib/plan/plan.ts';
import { readStateFile, stateFileOf } from '../../../src/lib/plan/state-file.ts';
import { check, engine, fence, part, rack } from '../fixture-posts.ts';

const planOf = (body: string): Plan => makePlan(check(part(body)));

const onHost = (...lines: string[]) => fence('powershell on=srv1', ...lines);
const onSwitch = (...lines: string[]) =>
  fence('ios on=sw1', 'configure terminal', ...lines, 'end', 'write memory');

/** `srv1 9:1 + virtual-switch Lab`, one a change. */
function changesOf({ devices }: Plan): string[] {
  return devices.flatMap(({ device, steps }) =>
    steps.flatMap(({ step, changes }) =>
      changes.map(
        ({ action, kind, name }) =>
          `${device} ${step} ${{ create: '+', change: '~', remove: '-' }[action]} ${kind} ${name}`,
      ),
    ),
  );
}

const guide = [
  '## 9:1 The switch',
  onSwitch('vlan 30', 'name LAB'),
  '## 9:2 The host',
  onHost("New-VMSwitch -Name 'Lab' -SwitchType Internal"),
  '## 9:3 Its card',
  onHost(
    "Add-VMNetworkAdapter -ManagementOS -Name 'Backup' -SwitchName 'Lab'",
    "Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'Backup' -Access -VlanId 30",
  ),
].join('\n\n');

describe('the plan of a labwork', () => {
  it('says step by step what is made of each device, and how much', () => {
    const plan = planOf(guide);
    expect(changesOf(plan)).toEqual([
      'sw1 9:1 + vlan 30',
      'srv1 9:2 + virtual-switch Lab',
      'srv1 9:2 + management-adapter Lab',
      'srv1 9:3 + management-adapter Backup',
    ]);
    expect(plan).toMatchObject({
      labwork: 9,
      counts: { create: 4, change: 0, remove: 0 },
      complete: true,
      applyable: true,
      errored: false,
    });
    expect(plan.devices[1]!.steps[1]!.changes[0]!.after).toEqual({ switch: 'Lab', vlan: 30 });
    expect(plan.devices[1]!.end.map(({ name }) => name)).toEqual(['Lab', 'Lab', 'Backup']);
  });

  it('takes each step back by the commands that lead to the state before it', () => {
    const [sw1, srv1] = planOf(guide).devices;
    expect(sw1!.steps[0]!.undo).toEqual({ by: 'model', lines: ['no vlan 30'], left: [] });
    expect(srv1!.steps.map(({ undo }) => undo)).toEqual([
      {
        by: 'model',
        lines: ["Remove-VMSwitch -Name 'Lab' -Force"],
        left: [],
      },
      { by: 'model', lines: ["Remove-VMNetworkAdapter -ManagementOS -Name 'Backup'"], left: [] },
    ]);
  });

  it('names the commands of which nobody knows what they change, and is not complete then', () => {
    const plan = planOf(['## 9:1 A machine', onHost("New-VM -Name 'guest'", 'Get-VM')].join('\n\n'));
    expect(plan).toMatchObject({ complete: false, applyable: true });
    const [step] = plan.devices[0]!.steps;
    expect(step!.unmodelled.map(({ name, line }) => `${name} ${String(line)}`)).toEqual(['New-VM 20']);
    expect(step!.undo).toEqual({ by: 'unknown' });
  });

  it('leaves the undo to the author who wrote one, or says why there is none', () => {
    const made = "New-VMSwitch -Name 'Lab' -SwitchType Internal";
    const own = planOf(
      ['## 9:1 A', onHost(made), fence('powershell on=srv1 undo', "Remove-VMSwitch -Name 'Lab' -Force")].join(
        '\n\n',
      ),
    );
    expect(own.devices[0]!.steps[0]!.undo).toEqual({ by: 'author' });
    const none = planOf(
      ['## 9:1 A', fence('powershell on=srv1 cannot-undo="it is gone"', made)].join('\n\n'),
    );
    expect(none.devices[0]!.steps[0]!.undo).toEqual({ by: 'nobody', why: 'it is gone' });
  });

  it('goes with errors in the posts as far as they are understood, and cannot be applied', () => {
    const plan = planOf([guide, '## 9:4 A mistake', onHost('New-VMSwitch -Nmae x')].join('\n\n'));
    expect(plan).toMatchObject({ errored: true, applyable: false });
    expect(changesOf(plan)).toHaveLength(4);
  });

  it('may be of some devices and some steps alone', () => {
    const plan = planOf(guide);
    expect(changesOf(selectFromPlan(plan, { devices: ['sw1'], steps: [] }))).toEqual(['sw1 9:1 + vlan 30']);
    const one = selectFromPlan(plan, { devices: [], steps: ['9:3'] });
    expect(changesOf(one)).toEqual(['srv1 9:3 + management-adapter Backup']);
    expect(one.counts).toEqual({ create: 1, change: 0, remove: 0 });
  });

  it('is complete where each step can be verified and taken back, or says why not', () => {
    const lacking = (body: string) => planOf(body).gaps.map(({ step, lacks }) => `${step} ${lacks}`);
    const unknown = "New-VM -Name 'guest'";
    expect(lacking(`## 9:1 A\n\n${onHost(unknown)}`)).toEqual(['9:1 verify', '9:1 undo']);
    expect(
      lacking(
        [
          '## 9:1 A',
          fence('powershell on=srv1 cannot-undo="it is gone"', unknown),
          fence('powershell on=srv1 verify', 'Get-VM -Name guest'),
        ].join('\n\n'),
      ),
    ).toEqual([]);
    const service = planOf(`## 9:1 A\n\n${onHost('Set-Service -Name MSiSCSI -StartupType Automatic')}`);
    expect(service).toMatchObject({ complete: true, modelled: true });
    expect(service.devices[0]!.steps[0]!.undo).toMatchObject({
      by: 'model',
      lines: [],
      left: [{ kind: 'service' }],
    });
  });

  describe('from devices that have something already', () => {
    const state = (text: string) => {
      const { states, problem } = readStateFile(text, rack(), engine.canRestore);
      if (!states) throw new Error(problem);
      return states;
    };
    const from = (text: string, body = guide) => {
      const states = state(text);
      return makePlan(engine.checkLabwork([part(body)], new Map([['rack', rack()]]), states), states);
    };
    const file = (devices: object) => JSON.stringify({ format: 'labworks-state', version: 1, devices });
    const host = (...resources: readonly object[]) => ({
      srv1: { platform: 'windows-server-2012-r2', resources },
    });

    it('makes what is missing, sets what is otherwise, and leaves the rest', () => {
      const lab = { kind: 'virtual-switch', name: 'lab', properties: { type: 'Internal', notes: 'mine' } };
      const card = { kind: 'management-adapter', name: 'Backup', properties: { switch: 'Lab', vlan: 7 } };
      const plan = from(file(host(lab, card)));
      expect(changesOf(plan)).toEqual([
        'sw1 9:1 + vlan 30',
        'srv1 9:2 + management-adapter Lab',
        'srv1 9:3 ~ management-adapter Backup',
      ]);
      expect(plan.devices[1]!.steps[1]!.undo).toMatchObject({
        lines: ["Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'Backup' -Access -VlanId 7"],
      });
    });

    it('has nothing to do behind its own end, on hosts and switches', () => {
      const end = JSON.stringify({ version: 1, state: stateFileOf(planOf(guide).devices) });
      const again = from(end);
      expect(changesOf(again)).toEqual([]);
      expect(again.applyable).toBe(false);
      expect(stateFileOf(again.devices)).toEqual(stateFileOf(planOf(guide).devices));
    });

    it.each([
      ['[]', 'does not hold'],
      ['{', 'no JSON'],
      [file({ nobody: { platform: 'windows-server-2022', resources: [] } }), 'no device “nobody”'],
      [file({ srv1: { platform: 'windows-server-2012', resources: [] } }), 'srv1 is a'],
      [
        file({
          sw1: { platform: 'catalyst-2960s', resources: [{ kind: 'vlan', name: '9999', properties: {} }] },
        }),
        'sw1 cannot',
      ],
      [
        file({ srv1: { platform: 'windows-server-2012-r2', resources: [{ kind: 'x' }] } }),
        'devices.srv1.resources.0.name',
      ],
    ])('says what is wrong with %s', (text, problem) => {
      expect(() => state(text)).toThrow(problem);
    });
  });
});
