import { describe, expect, it } from 'vitest';
import {
  completionsOf,
  continuationOf,
  markerOf,
} from '../../../../src/lib/dialects/ios/reading/complete.ts';
import { startOf } from '../../../../src/lib/dialects/ios/grammar/grammar-graph.ts';
import { modeTitles, modesTried } from '../../../../src/lib/dialects/ios/reading/modes.ts';
import { matchInMode } from '../../../../src/lib/dialects/ios/reading/match-in-mode.ts';
import type { IosPlatform, ModeId } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { commandFacts, iosPlatforms } from '../../../../src/lib/dialects/ios/tables/tables.ts';
import { wordsOf } from '../../../../src/lib/dialects/ios/grammar/words.ts';

/** What may come next, words alone; `<cr>` where the line is complete. */
function next(line: string, mode: ModeId = 'priv-exec', platform: IosPlatform = 'catalyst-2960s'): string[] {
  const found = continuationOf(line, mode, platform);
  if (found.kind !== 'choices') return [found.kind];
  return [...found.choices.map(({ word }) => word), ...(found.end === undefined ? [] : ['<cr>'])];
}

/** The text that stands beside a choice. */
function textOf(
  word: string,
  line: string,
  mode: ModeId = 'priv-exec',
  platform?: IosPlatform,
): string | undefined {
  const found = continuationOf(line, mode, platform ?? 'catalyst-2960s');
  return found.kind === 'choices' ? found.choices.find((choice) => choice.word === word)?.text : undefined;
}

function completions(line: string, mode: ModeId, platform: IosPlatform = 'catalyst-2960s'): string[] {
  return completionsOf(line, mode, platform).map(({ word }) => word);
}

describe('What may come next on a line', () => {
  it('is every word that begins as the last one does', () => {
    expect(next('sh')).toEqual(['show']);
    expect(next('spe', 'config-if')).toEqual(['speed']);
    expect(next('co')).toEqual(['configure', 'connect', 'copy']);
  });

  it('is all that may follow after a blank, and the end where the line is complete', () => {
    expect(next('show running-config ')).toEqual(['all', 'interface', 'vlan', '|', '<cr>']);
    expect(next('switchport mode ', 'config-if')).toEqual(['access', 'dynamic', 'trunk']);
    expect(next('switchport mode trunk ', 'config-if')).toEqual(['<cr>']);
    expect(next('configure ')).toEqual([
      'confirm',
      'lock',
      'memory',
      'network',
      'overwrite-network',
      'replace',
      'revert',
      'terminal',
      '<cr>',
    ]);
  });

  it('goes by abbreviations as the switch does', () => {
    expect(next('sw tr al vl ', 'config-if')).toEqual(next('switchport trunk allowed vlan ', 'config-if'));
    expect(next('sh v ')).toEqual(['ambiguous']);
    expect(next('shwo ')).toEqual(['unrecognized']);
    expect(next('xyz')).toEqual(['unrecognized']);
  });

  it('describes values by their type and range', () => {
    expect(next('channel-group ', 'config-if')).toEqual(['<1-6>']);
    expect(next('channel-group ', 'config-if', 'sg300')).toEqual(['<1-8>']);
    expect(next('ip address ', 'config-if')).toEqual(['dhcp', 'A.B.C.D']);
    expect(next('ip address 192.168.1.2 ', 'config-if')).toEqual(['A.B.C.D']);
    expect(next('switchport access vlan 1', 'config-if')).toEqual(['<1-4094>']);
    expect(next('switchport access vlan d', 'config-if')).toEqual(['dynamic']);
    expect(next('description a b ', 'config-if')).toEqual(['LINE', '<cr>']);
  });

  it('names the interfaces of the platform, then their numbers', () => {
    expect(next('interface ', 'config')).toEqual([
      'range',
      'GigabitEthernet',
      'TenGigabitEthernet',
      'FastEthernet',
      'Port-channel',
      'Vlan',
    ]);
    expect(next('interface gi', 'config', 'sg300')).toEqual(['gigabitethernet']);
    expect(next('interface gi ', 'config')).toEqual(['<switch 1-4>/0/<port 1-52>']);
    expect(next('interface gi1/0/20 ', 'config')).toEqual(['<cr>']);
    expect(next('no interface ', 'config')).toEqual(['Port-channel', 'Vlan']);
  });

  it('is what the mode has; global configuration only where the mode has nothing', () => {
    expect(next('', 'config-if')).not.toContain('hostname');
    expect(next('hostn', 'config-if')).toEqual(['hostname']);
    expect(next('do sh', 'config-if')).toEqual(['show']);
    expect(next('do sh', 'priv-exec')).toEqual(['unrecognized']);
    expect(next('do ', 'config-vlan')).toEqual(next('', 'priv-exec'));
  });

  it('filters what is printed, at the EXEC prompt of a Catalyst', () => {
    expect(next('show running-config | ')).toEqual(['begin', 'exclude', 'include', 'section']);
    expect(next('show running-config | inc ')).toEqual(['LINE']);
    expect(next('show vlan ', 'priv-exec', 'sg300')).not.toContain('|');
  });

  it('tells a word’s meaning, and of a word that is only known to exist nothing', () => {
    expect(textOf('interfaces', 'show ')).toBe('ports: status, counters, trunks');
    expect(textOf('hostname', '', 'config')).toBe('sets the host name and so the prompt');
    expect(textOf('auto', 'channel-group 3 mode ', 'config-if')).toMatch(/PAgP/);
    expect(textOf('auto', 'channel-group 3 mode ', 'config-if', 'sg300')).toBe('LACP');
    expect(textOf('setup', '')).toBe('');
    expect(textOf('shutdown', 'no ', 'config-if')).toMatch(/^undoes: /);
  });

  it('offers at each first place exactly the words that the tables have there', () => {
    for (const platform of iosPlatforms)
      for (const mode of Object.keys(modeTitles) as ModeId[])
        expect(next('', mode, platform).filter((word) => !word.startsWith('<'))).toEqual(
          [...startOf(platform, mode).keywords.keys()].sort(),
        );
  });

  it('offers nothing that the reader of lines then refuses', () => {
    let asked = 0;
    for (const platform of iosPlatforms) {
      for (const mode of ['priv-exec', 'config', 'config-if', 'config-line'] as const) {
        for (const first of startOf(platform, mode).keywords.keys()) {
          const found = continuationOf(`${first} `, mode, platform);
          if (found.kind !== 'choices') throw new Error(`nothing follows ${first} in ${mode}`);
          for (const { kind, word } of found.choices) {
            if (kind !== 'keyword' || word === '|') continue;
            const line = `${first} ${word}`;
            const reading = matchInMode(wordsOf(line), line, mode, platform);
            asked++;
            expect(reading.ok || reading.mismatch.at > 1, `${platform} ${mode}: ${line}`).toBe(true);
          }
          const reading = matchInMode(wordsOf(first), first, mode, platform);
          const isComplete = reading.ok && modesTried(mode)[0] === reading.mode;
          if (isComplete) expect(found.end, `${platform} ${mode}: ${first}`).toBeDefined();
        }
      }
    }
    expect(asked).toBeGreaterThan(500);
    expect(commandFacts.length).toBeGreaterThan(200);
  });
});

describe('Tab', () => {
  it('completes a keyword and an interface’s type, and nothing after a blank', () => {
    expect(completions('sw', 'config-if')).toEqual(['switchport']);
    expect(completions('interface port', 'config')).toEqual(['Port-channel']);
    expect(completions('int gi1/0/2', 'config')).toEqual([]);
    expect(completions('switchport ', 'config-if')).toEqual([]);
    expect(completions('switchport access vlan 1', 'config-if')).toEqual([]);
    expect(completions('s', 'priv-exec')).toEqual(['send', 'setup', 'show', 'ssh']);
  });
});

describe('The marker', () => {
  it('stands under the first character that fits no word, which can be inside of one', () => {
    expect(markerOf('swichport mode trunk', 0, 'config-if', 'catalyst-2960s')).toBe(3);
    expect(markerOf('switchport mode trnuk', 16, 'config-if', 'catalyst-2960s')).toBe(18);
    expect(markerOf('xyz', 0, 'config-if', 'catalyst-2960s')).toBe(0);
  });

  it('stands under the whole value where one is expected', () => {
    expect(markerOf('channel-group 9 mode on', 14, 'config-if', 'catalyst-2960s')).toBe(14);
  });
});
