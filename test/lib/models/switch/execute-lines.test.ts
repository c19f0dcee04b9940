import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import type { SimulationOptions } from '../../../../src/lib/models/switch/simulate-file.ts';
import { simulateFile } from '../../../../src/lib/models/switch/simulate-file.ts';
import { stateJson } from '../../../../src/lib/models/switch/state-json.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';

interface State {
  cliMode: string;
  interfaces: Record<string, Record<string, unknown>>;
  vlans: Record<string, string>;
  portChannels: Record<string, string[]>;
  global: Record<string, unknown>;
  mtu: unknown;
  jumboFrame: unknown;
  startupInSync: boolean;
}

function run(
  text: string,
  platform: IosPlatform = 'catalyst-2960s',
  options: Partial<SimulationOptions> = {},
) {
  const file = simulateFile(sliceOf(createSourceFile('sw.ios', text)), { platform, ...options });
  return {
    ...file,
    state: stateJson(file.console) as State,
    told: file.lines.flatMap(({ diagnostics }, index) =>
      diagnostics.map(({ rule, range }) => `${rule} ${String(index + 1)}:${String(range.start.column)}`),
    ),
  };
}

/** Lines typed in global configuration. */
function configure(text: string, platform?: IosPlatform) {
  return run(`configure terminal\n${text}`, platform);
}

describe('A typed line', () => {
  it('is written out in full words, interfaces by their full names', () => {
    const { lines } = run('conf t\nint range gi1/0/20 - 23 , gi1/0/7\nsw mo tr\nno sh\ndo sh vl br');
    expect(lines.map(({ canonical }) => canonical)).toEqual([
      'configure terminal',
      'interface range GigabitEthernet1/0/20 - 23 , GigabitEthernet1/0/7',
      'switchport mode trunk',
      'no shutdown',
      'do show vlan brief',
    ]);
  });

  it('that is refused changes nothing, the mode neither', () => {
    const { lines, state } = run('interface gi1/0/1\nshutdown\nvlan 10', 'catalyst-2960s', { as: 'session' });
    expect(lines.map(({ status }) => status)).toEqual(['diagnostic', 'diagnostic', 'diagnostic']);
    expect(state).toMatchObject({ cliMode: 'priv-exec', interfaces: {}, vlans: {} });
  });

  it('may be a comment or blank', () => {
    expect(run('! hello\n\nshow clock').lines.map(({ status }) => status)).toEqual([
      'comment',
      'comment',
      'accepted',
    ]);
  });

  it('is a configuration or a session by what the text reads as, or as it is told', () => {
    const text = 'hostname core\n!\ninterface Vlan10\n ip address 192.0.2.1 255.255.255.0\n!\nend\n';
    expect(run(text).as).toBe('config');
    expect(run(text).state.interfaces).toEqual({ Vlan10: { ipAddress: '192.0.2.1 255.255.255.0' } });
    expect(run(text, 'catalyst-2960s', { as: 'session' }).state.interfaces).toEqual({});
    expect(run('shutdown', 'catalyst-2960s', { mode: 'config-if' }).told).toEqual([]);
    // Guides leave the way into configuration out.
    const typed = run('hostname core\nvlan 10\nend\nwrite memory');
    expect(typed).toMatchObject({ as: 'session', told: [] });
    expect(typed.state).toMatchObject({ vlans: { 10: 'VLAN0010' }, startupInSync: true });
  });

  it('in a configuration file cuts nobody off, and keeps a second address beside the first', () => {
    const text =
      'interface Vlan10\n ip address 192.0.2.1 255.255.255.0\n ip address 198.51.100.1 255.255.255.0 secondary\ninterface Vlan10\n shutdown\nend\n';
    const { as, told, state } = run(text);
    expect(as).toBe('config');
    expect(told).toEqual([]);
    expect(state.interfaces['Vlan10']).toEqual({
      ipAddress: '192.0.2.1 255.255.255.0',
      lines: ['ip address 198.51.100.1 255.255.255.0 secondary'],
      shutdown: true,
    });
  });
});

describe('Trunks', () => {
  const allowed = (text: string, platform: IosPlatform = 'catalyst-2960s') => {
    const port = platform === 'sg300' ? 'gi1' : 'gi1/0/1';
    const name = platform === 'sg300' ? 'gigabitethernet1' : 'GigabitEthernet1/0/1';
    return configure(`interface ${port}\n${text}`, platform).state.interfaces[name]?.['allowedVlans'];
  };

  it.each([
    ['switchport trunk allowed vlan 10,20-22', '10,20-22'],
    ['switchport trunk allowed vlan 10\nswitchport trunk allowed vlan 20', '20'],
    ['switchport trunk allowed vlan 10\nswitchport trunk allowed vlan add 12,11', '10-12'],
    ['switchport trunk allowed vlan 10-20\nswitchport trunk allowed vlan remove 12-19', '10-11,20'],
    ['switchport trunk allowed vlan except 2-4094', '1'],
    ['switchport trunk allowed vlan none', 'none'],
    ['switchport trunk allowed vlan 10\nswitchport trunk allowed vlan all', undefined],
    ['switchport trunk allowed vlan 10\nno switchport trunk allowed vlan', undefined],
  ])('carry after %j the list %j', (text, list) => {
    // A run of two may be written either way.
    expect(allowed(text)?.toString().replace('10-11', '10,11')).toBe(list?.replace('10-11', '10,11'));
  });

  it('of an SG300 begin with VLAN 1 alone', () => {
    expect(allowed('switchport trunk allowed vlan add 11-15', 'sg300')).toBe('1,11-15');
    expect(allowed('switchport trunk allowed vlan all', 'sg300')).toBe('1-4094');
  });
});

describe('Channels', () => {
  it('are made by their first member, take its settings, and hand theirs to all members', () => {
    const { state, lines } = configure(
      'int range gi1/0/20 - 21\nsw mode trunk\nchannel-group 3 mode active\nint po3\nswitchport trunk allowed vlan 10\nspanning-tree portfast trunk',
    );
    expect(state.portChannels).toEqual({ 3: ['GigabitEthernet1/0/20', 'GigabitEthernet1/0/21'] });
    expect(state.interfaces['Port-channel3']).toEqual({
      mode: 'trunk',
      allowedVlans: '10',
      portfast: 'trunk',
    });
    expect(state.interfaces['GigabitEthernet1/0/21']).toEqual({
      mode: 'trunk',
      allowedVlans: '10',
      portfast: 'trunk',
      channelGroup: { id: 3, mode: 'active', protocol: 'LACP' },
    });
    expect(lines[3]!.replies).toEqual(['Creating a port-channel interface Port-channel 3']);
  });

  it.each([
    ['catalyst-2960s', 'gi1/0/1', 'auto', 'PAgP'],
    ['sg300', 'gi1', 'auto', 'LACP'],
    ['catalyst-2960s', 'gi1/0/1', 'on', 'none'],
  ] as const)('on %s %s with mode %s speak %s', (platform, port, mode, protocol) => {
    const { state } = configure(`interface ${port}\nchannel-group 2 mode ${mode}`, platform);
    const [member] = Object.values(state.interfaces).filter((config) => 'channelGroup' in config);
    expect(member?.['channelGroup']).toMatchObject({ id: 2, mode, protocol });
  });

  it('refuse a second protocol, a restricted port and the ninth static member', () => {
    const { told, state } = configure(
      'int gi1/0/1\nchannel-group 1 mode active\nint gi1/0/2\nchannel-group 1 mode desirable\nchannel-protocol pagp\nchannel-group 2 mode passive\nint range gi1/0/10 - 18\nchannel-group 4 mode on',
    );
    expect(told).toEqual(['ios/protocol-mismatch 5:1', 'ios/protocol-mismatch 7:1', 'ios/channel-full 9:1']);
    expect(state.portChannels).toEqual({ 1: ['GigabitEthernet1/0/1'] });
  });

  it('have numbers up to 6 on a 2960-S and 8 on an SG300', () => {
    expect(configure('int gi1/0/1\nchannel-group 7 mode on').told).toEqual(['ios/out-of-range 3:15']);
    expect(configure('int gi1\nchannel-group 8 mode on', 'sg300').told).toEqual([]);
    expect(configure('int gi1\nchannel-group 9 mode on', 'sg300').told).toEqual(['ios/out-of-range 3:15']);
  });

  it('let their members go with the interface', () => {
    const { state } = configure('int gi1/0/1\nchannel-group 1 mode on\nno interface po1');
    expect(state.portChannels).toEqual({});
  });

  it('of an SG300 keep the VLANs for themselves', () => {
    const { state } = configure(
      'int gi1\nswitchport mode access\nchannel-group 1 mode auto\nint po1\nswitchport mode access',
      'sg300',
    );
    expect(state.interfaces['gigabitethernet1']).not.toHaveProperty('mode');
    expect(state.interfaces['Port-channel1']).toEqual({ mode: 'access' });
  });
});

describe('The four stores', () => {
  it('live apart: VLANs survive a reload that takes the configuration, the MTU waits for it', () => {
    const text = 'hostname core\nvlan 10\nname mgmt\nsystem mtu jumbo 9198\nend';
    const before = configure(text).state;
    expect(before).toMatchObject({
      vlans: { 10: 'mgmt' },
      mtu: { jumboActive: 1500, jumboNext: 9198 },
      startupInSync: false,
    });
    const after = configure(`${text}\nreload`).state;
    expect(after).toMatchObject({
      global: {},
      vlans: { 10: 'mgmt' },
      mtu: { jumboActive: 9198, jumboNext: 9198 },
      startupInSync: true,
    });
  });

  it('of an SG300 have VLANs and jumbo frames in the configuration', () => {
    const text = 'configure\nvlan database\nvlan 10\nexit\nport jumbo-frame\nend';
    expect(run(`${text}\nreload`, 'sg300').state).toMatchObject({
      vlans: {},
      jumboFrame: { active: false, next: false },
    });
    expect(run(`${text}\nwrite\nreload`, 'sg300').state).toMatchObject({
      vlans: { 10: '10' },
      jumboFrame: { active: true, next: true },
      startupInSync: true,
    });
  });

  it('are written, erased and merged by their commands', () => {
    const saved = 'configure terminal\nhostname core\nend\ncopy running-config startup-config';
    expect(run(saved).state.startupInSync).toBe(true);
    expect(run(`${saved}\nerase startup-config\nreload`).state.global).toEqual({});
    expect(
      run(`${saved}\nconf t\nhostname edge\nend\ncopy startup-config running-config`).state.global,
    ).toEqual({
      hostname: 'core',
    });
    expect(run('conf t\nvlan 10\nend\ndelete flash:vlan.dat').state.vlans).toEqual({});
  });

  it('keep VLANs above 1005 out while the switch is a VTP server', () => {
    const { state, lines } = configure('vlan 10,2000');
    expect(state.vlans).toEqual({ 10: 'VLAN0010' });
    expect(lines[1]!.replies[0]).toBe('% Failed to create VLANs 2000');
    expect(configure('vtp mode transparent\nvlan 2000').state.vlans).toEqual({ 2000: 'VLAN2000' });
  });
});

describe('A port', () => {
  it('remembers what is not as the factory left it, and forgets it by no and default', () => {
    const set =
      'int gi1/0/5\ndescription to nas\nspeed 100\nduplex full\nflowcontrol receive desired\nshutdown\nspanning-tree bpduguard enable\nstorm-control broadcast level 20\nlacp port-priority 100\nswitchport voice vlan 20\nswitchport access vlan 30';
    const { state, lines } = configure(set);
    expect(state.interfaces['GigabitEthernet1/0/5']).toEqual({
      description: 'to nas',
      speed: '100',
      duplex: 'full',
      flowcontrolReceive: 'desired',
      shutdown: true,
      bpduguard: true,
      storm: { broadcast: 20 },
      lacpPortPriority: 100,
      voiceVlan: 20,
      accessVlan: 30,
    });
    expect(state.vlans).toEqual({ 20: 'VLAN0020', 30: 'VLAN0030' });
    expect(lines.at(-1)!.replies).toEqual(['% Access VLAN does not exist. Creating vlan 30']);
    expect(configure(`${set}\nspeed auto\nno description\nno shutdown`).state.interfaces).toEqual({
      'GigabitEthernet1/0/5': expect.not.objectContaining({ speed: '100', shutdown: true }) as unknown,
    });
    expect(configure(`${set}\ndefault interface gi1/0/5`).state.interfaces).toEqual({});
  });
});

describe('Risks', () => {
  it('are told where a switch may be lost', () => {
    const base = 'vlan 10\nint vlan 10\nip address 192.0.2.2 255.255.255.0\nint po1\nsw mode trunk\n';
    expect(configure(`${base}switchport trunk allowed vlan 20`).told).toEqual(['ios/lockout-risk 7:1']);
    expect(configure(`${base}switchport trunk allowed vlan 10,20`).told).toEqual([]);
    expect(configure(`${base}no vlan 10`).told).toEqual(['ios/lockout-risk 7:1']);
    expect(configure(`${base}int vlan 10\nshutdown`).told).toEqual(['ios/lockout-risk 8:1']);
  });

  it('are told where portfast does nothing, whichever comes first', () => {
    expect(configure('int gi1/0/1\nsw mode trunk\nspanning-tree portfast').told).toEqual([
      'ios/portfast-on-trunk 4:1',
    ]);
    expect(configure('int gi1/0/1\nspanning-tree portfast\nsw mode trunk').told).toEqual([
      'ios/portfast-on-trunk 4:1',
    ]);
    expect(configure('int gi1\nsw mode trunk\nspanning-tree portfast', 'sg300').told).toEqual([]);
  });

  it('are told where a restart is missing, or takes what was not saved', () => {
    expect(configure('system mtu jumbo 9198').told).toEqual(['ios/needs-reload 2:1']);
    expect(configure('system mtu jumbo 9198\nend\nreload').told).toEqual([]);
    expect(configure('hostname core\nend\nreload').told).toEqual(['ios/not-saved 4:1']);
    expect(run('configure\nport jumbo-frame\nend\nwrite', 'sg300').told).toEqual(['ios/needs-reload 2:1']);
  });
});

describe('What is wrong with a line by itself', () => {
  it.each([
    ['switch(config)#vlan 10', 'ios/prompt-left-in 2:1'],
    ['interface gi1/0/1 switchport mode trunk', 'ios/two-commands-on-one-line 2:19'],
    ['no interface gi1/0/1', 'ios/missing-no-form 2:4'],
    ['no exit', 'ios/missing-no-form 2:4'],
    ['port jumbo-frame', 'ios/wrong-platform 2:6'],
    ['switchport mode trunk', 'ios/wrong-mode 2:1'],
    ['vlan 5000', 'ios/out-of-range 2:6'],
    ['interface gi1/0/99', 'ios/bad-interface 2:11'],
    ['hostname', 'ios/incomplete-command 2:9'],
    ['s mode pvst', 'ios/ambiguous-command 2:1'],
  ])('%s is told once', (line, problem) => {
    expect(configure(line).told).toEqual([problem]);
  });
});
