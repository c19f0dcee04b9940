import { describe, expect, it } from 'vitest';
import { configure } from '../type-session.ts';

const saved = ['hostname core', 'interface gi1/0/1', 'description nas', 'end', 'write memory'];

describe('Saving', () => {
  it.each(['write memory', 'write', 'copy running-config startup-config'])('is done by `%s`', (line) => {
    const { state, last } = configure(['hostname core', 'end', line]);
    expect(state.startup).toBe(state.running);
    expect(last.replies).toEqual(['Building configuration...', '[OK]']);
    expect(configure(['hostname core', `do ${line}`]).state.startup?.hostname).toBe('core');
  });

  it('on an SG300 has no reply that is known', () => {
    const { state, last } = configure(['hostname core', 'end', 'write'], 'sg300');
    expect(state.startup?.hostname).toBe('core');
    expect(last.replies).toEqual([]);
  });

  it('is undone by erasing', () => {
    for (const line of ['write erase', 'erase startup-config'])
      expect(configure([...saved, line]).state.startup, line).toBeUndefined();
  });
});

describe('A reload', () => {
  it('starts with what was saved, and with nothing where nothing was', () => {
    const { state, last } = configure([...saved, 'configure terminal', 'hostname edge', 'end', 'reload']);
    expect(state.running.hostname).toBe('core');
    expect(last.console.session).toMatchObject({ mode: 'priv-exec', hostname: 'core' });
    const fresh = configure(['hostname edge', 'end', 'reload']);
    expect(fresh.state.running.hostname).toBeUndefined();
    expect(fresh.console.session.hostname).toBe('Switch');
  });

  it('leaves the VLAN database of a Catalyst, and takes the unsaved VLANs of an SG300', () => {
    expect([...configure(['vlan 10', 'end', 'reload']).state.vlanDatabase.keys()]).toEqual([10]);
    const lines = ['vlan database', 'vlan 10', 'end'];
    expect(configure([...lines, 'reload'], 'sg300').state.running.vlans.size).toBe(0);
    expect(configure([...lines, 'write', 'reload'], 'sg300').state.running.vlans.size).toBe(1);
  });

  it('lets saved jumbo frames through from then on', () => {
    const lines = ['port jumbo-frame', 'end'];
    expect(configure([...lines, 'reload'], 'sg300').state.boot.jumboFrames).toBe(false);
    expect(configure([...lines, 'write', 'reload'], 'sg300').state.boot.jumboFrames).toBe(true);
  });
});

describe('Reading the saved configuration back', () => {
  it('sets what it holds and leaves the rest', () => {
    const { state, config } = configure([
      ...saved,
      'configure terminal',
      'hostname edge',
      'spanning-tree mode mst',
      'interface gi1/0/1',
      'description pc',
      'shutdown',
      'interface gi1/0/2',
      'shutdown',
      'end',
      'copy startup-config running-config',
    ]);
    expect(state.running).toMatchObject({ hostname: 'core', stpMode: 'mst' });
    expect(config(1)).toEqual({ description: 'nas', shutdown: true });
    expect(config(2)).toEqual({ shutdown: true });
  });

  it('brings lines and VLANs as well', () => {
    const { state } = configure(
      [
        ...[
          'vlan database',
          'vlan 10',
          'exit',
          'logging host 192.0.2.1',
          'line telnet',
          'exec-timeout 5',
          'end',
        ],
        ...[
          'write',
          'configure',
          'vlan database',
          'vlan 20',
          'no vlan 10',
          'exit',
          'no logging host 192.0.2.1',
        ],
        ...['line telnet', 'no exec-timeout', 'end', 'copy startup-config running-config'],
      ],
      'sg300',
    );
    expect([...state.running.vlans.keys()].sort()).toEqual([10, 20]);
    expect([...state.running.lines.values()]).toEqual(['logging host 192.0.2.1']);
    expect([...state.running.lineBlocks.get('line telnet')!.values()]).toEqual(['exec-timeout 5']);
  });

  it('lets what was saved win over what was set since', () => {
    const { state } = configure([
      ...[
        'vtp domain one',
        'line vty 0 4',
        'login local',
        'end',
        'write',
        'configure terminal',
        'vtp domain two',
      ],
      ...['line vty 0 4', 'login', 'end', 'copy startup-config running-config'],
    ]);
    expect([...state.running.lines.values()]).toEqual(['vtp domain one']);
    expect([...state.running.lineBlocks.get('line vty 0 4')!.values()]).toEqual(['login local']);
  });

  it('changes nothing where nothing was saved', () => {
    const before = configure(['hostname edge', 'end']);
    const { state } = configure(['copy startup-config running-config'], 'catalyst-2960s', before.console);
    expect(state).toEqual(before.state);
  });
});

describe('Deleting a file', () => {
  it.each([
    ['delete flash:vlan.dat', 0],
    ['delete vlan.dat', 0],
    ['delete flash:/vlan.dat', 0],
    ['delete flash:old.bin', 1],
  ])('`%s` leaves %i VLANs', (line, left) => {
    expect(configure(['vlan 10', 'end', line]).state.vlanDatabase.size).toBe(left);
  });
});
