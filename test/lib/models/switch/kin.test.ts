import { describe, expect, it } from 'vitest';
import { kin } from '../../../../src/lib/dialects/ios/tables/kin.ts';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { iosPlatforms, platformTable, tableOf } from '../../../../src/lib/dialects/ios/tables/tables.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import { executeLine } from '../../../../src/lib/models/switch/execute-line.ts';
import { printShow } from '../../../../src/lib/models/switch/print-show.ts';
import { switchProfiles } from '../../../../src/lib/models/switch/profiles/profiles.ts';
import { allAnswer } from '../../../../src/lib/models/switch/wiring.ts';
import { platformNamed } from '../../../../src/lib/platforms/platform-named.ts';
import { platforms } from '../../../../src/lib/platforms/platforms.ts';

/** What a switch makes of lines typed in global configuration: `-` where it refuses one. */
function typed(platform: IosPlatform, ...lines: string[]) {
  let console = openConsole(platform, { mode: 'config' });
  const marks = lines.map((line) => {
    const { step, refused, console: after } = executeLine(line, console);
    console = after;
    return step.kind === 'refused' || refused ? '-' : step.kind === 'unknown' ? '?' : '+';
  });
  return { marks: marks.join(''), state: console.state };
}

const show = (platform: IosPlatform, command: string, ...lines: string[]) => {
  const answer = printShow(command, typed(platform, ...lines).state, allAnswer);
  return answer.kind === 'text' ? answer.text : answer.kind;
};

describe('Switches with the commands of another', () => {
  it('are platforms of their own, each with a profile, interfaces and sources', () => {
    for (const [id, { like, interfaces, sources }] of Object.entries(kin)) {
      expect(iosPlatforms).toContain(id);
      expect(sources.length).toBeGreaterThan(0);
      expect(tableOf(id as IosPlatform)).toBe(like);
      const { ports, managementPort } = switchProfiles[id as IosPlatform];
      for (const port of [...ports, ...(managementPort === undefined ? [] : [managementPort])]) {
        const [, type, number = ''] = /^(\D+)(.*)$/.exec(port)!;
        const known = interfaces.find((one) => one.type === type);
        expect(known && new RegExp(known.pattern).test(number), `${id}: ${port}`).toBe(true);
      }
      expect(platforms[id as keyof typeof platforms].commandsOf).toBe(like);
    }
    expect(Object.keys(platformTable.interfaces).sort()).toEqual([...iosPlatforms].sort());
  });

  it.each([
    ['catalyst-2960x', 'gi8/0/52', '+'],
    ['catalyst-2960x', 'gi9/0/1', '-'],
    ['catalyst-2960x', 'te1/0/2', '+'],
    ['catalyst-2960x', 'port-channel 11', '+'],
    ['catalyst-3560', 'fa0/24', '+'],
    ['catalyst-3560', 'gi0/1', '+'],
    ['catalyst-3560', 'gi1/0/1', '-'],
    ['catalyst-3750x', 'te9/1/2', '+'],
    ['catalyst-3750x', 'gi0/1', '-'],
    ['catalyst-9300', 'gi0/0', '+'],
    ['catalyst-9300', 'fa0/1', '-'],
    ['catalyst-9200', 'te1/1/4', '+'],
    ['sg350', 'gi52', '+'],
    ['sg350', 'gi1/0/1', '-'],
  ] as const)('have their own ports: %s, %s', (platform, name, mark) => {
    expect(typed(platform, `interface ${name}`).marks).toBe(mark);
  });

  it('know the encapsulations of their series', () => {
    const trunk = ['interface gi1/0/1', 'switchport mode trunk'];
    expect(show('catalyst-3750x', 'show interfaces gi1/0/1 switchport')).toContain(
      'Administrative Trunking Encapsulation: negotiate',
    );
    for (const platform of ['catalyst-2960x', 'catalyst-9300'] as const)
      expect(show(platform, 'show interfaces gi1/0/1 trunk', ...trunk)).toMatch(
        /^Gi1\/0\/1 +on +802\.1q +trunking +1$/m,
      );
  });

  it('have the MTU after a restart with IOS, and at once with IOS XE, which prints it', () => {
    const waiting = typed('catalyst-3750x', 'system mtu jumbo 9198').state.boot.jumboMtu;
    expect(waiting).toEqual({ active: 1500, next: 9198 });
    const { state } = typed('catalyst-9300', 'system mtu 9198');
    expect(state.boot.systemMtu).toEqual({ active: 9198, next: 9198 });
    expect(show('catalyst-9300', 'show running-config | include mtu', 'system mtu 9198')).toBe(
      'system mtu 9198',
    );
  });

  it('print what is laid out alike, and nothing where IOS XE is known to differ', () => {
    expect(show('catalyst-9300', 'show etherchannel summary')).toBe('unknown');
    expect(show('catalyst-9300', 'show vlan brief')).toContain('Gi1/0/48');
    expect(show('sg350', 'show vlan')).toBe('unknown');
  });

  it('are found by the names that people have for them', () => {
    const names = ['2960-X', 'WS-C3560', 'Cisco 3750X', 'cat9300', 'Catalyst 9200', 'SG350', '2960-S'];
    expect(names.map(platformNamed)).toEqual([
      'catalyst-2960x',
      'catalyst-3560',
      'catalyst-3750x',
      'catalyst-9300',
      'catalyst-9200',
      'sg350',
      'catalyst-2960s',
    ]);
  });
});
