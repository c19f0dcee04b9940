import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CodeToken } from '../../../../src/lib/dialects/code-token.ts';
import { startSession } from '../../../../src/lib/dialects/ios/reading/session.ts';
import type { IosPlatform, ModeId } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { tokensOf } from '../../../../src/lib/dialects/ios/reading/tokens.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { createChance, pick } from '../../../chance.ts';
import { ios } from './session.ts';

interface Place {
  readonly platform: IosPlatform;
  /** That the first line is typed in. */
  readonly mode: ModeId;
}

const catalyst: Place = { platform: 'catalyst-2960s', mode: 'config-if' };
const exec: Place = { platform: 'catalyst-2960s', mode: 'priv-exec' };
const sg300: Place = { platform: 'sg300', mode: 'config-if' };

/** Of commands that are checked in a place, or of a text alone. */
function read(text: string, place: Place | undefined): readonly CodeToken[] {
  if (!place) return tokensOf(text);
  const session = { ...startSession(place.platform, 'sw1'), mode: place.mode };
  return ios.read(sliceOf(createSourceFile('sw1.ios', text)), session).tokens();
}

/** `kind text` of each token. */
function tokens(text: string, place?: Place): string[] {
  return read(text, place).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('The tokens of a line', () => {
  it('are its command, its other words and its values by their types', () => {
    expect(tokens('switchport trunk allowed vlan 1,11-15', catalyst)).toEqual([
      'command switchport',
      'keyword trunk',
      'keyword allowed',
      'keyword vlan',
      'value 1,11-15',
    ]);
    expect(tokens('channel-group 3 mode active', catalyst)).toEqual([
      'command channel-group',
      'value 3',
      'keyword mode',
      'keyword active',
    ]);
    expect(tokens('speed 1000', catalyst)).toEqual(['command speed', 'value 1000']);
    expect(tokens('ip address 192.168.14.2 255.255.255.0', catalyst).slice(-2)).toEqual([
      'value 192.168.14.2',
      'value 255.255.255.0',
    ]);
  });

  it('are read through abbreviations', () => {
    expect(tokens('sw tr al vl add 5', catalyst)).toEqual([
      'command sw',
      'keyword tr',
      'keyword al',
      'keyword vl',
      'keyword add',
      'value 5',
    ]);
    expect(tokens('int gi1/0/20', catalyst)).toEqual(['command int', 'value gi1/0/20']);
  });

  it('take an interface and a range whole', () => {
    expect(tokens('interface range gi1/0/20 - 23 , gi1/0/7', catalyst)).toEqual([
      'command interface',
      'keyword range',
      'value gi1/0/20 - 23 , gi1/0/7',
    ]);
    expect(tokens('interface vlan 10', catalyst)).toEqual(['command interface', 'value vlan 10']);
  });

  it('tell `no` and `do` from what they stand before', () => {
    expect(tokens(' no shutdown', catalyst)).toEqual(['prefix no', 'command shutdown']);
    expect(tokens('do show vlan brief', catalyst)).toEqual([
      'prefix do',
      'command show',
      'keyword vlan',
      'keyword brief',
    ]);
    expect(tokens('default interface gi1/0/1', { ...catalyst, mode: 'config' })).toEqual([
      'prefix default',
      'command interface',
      'value gi1/0/1',
    ]);
  });

  it('leave free text alone, whatever it looks like', () => {
    expect(tokens('description no vlan 10 here', catalyst)).toEqual([
      'command description',
      'text no vlan 10 here',
    ]);
    expect(tokens('description "SMB1 team member"', sg300).at(-1)).toBe('text "SMB1 team member"');
    expect(tokens('snmp-server location rack 3, shelf 2', catalyst)).toEqual([
      'command snmp-server',
      'keyword location',
      'text rack 3, shelf 2',
    ]);
    expect(tokens('! interface gi1/0/1', catalyst)).toEqual(['comment ! interface gi1/0/1']);
  });

  it('part a filter from the command it stands behind', () => {
    expect(tokens('show run | include trunk allowed', exec)).toEqual([
      'command show',
      'keyword run',
      'bar |',
      'keyword include',
      'text trunk allowed',
    ]);
  });

  it('are none where nothing is known', () => {
    expect(tokens('frobnicate the widget 10', catalyst)).toEqual(['value 10']);
    expect(tokens('switchport frobnicate widget', catalyst)).toEqual(['command switchport']);
    expect(tokens('ntp server 192.168.1.9 prefer', { ...catalyst, mode: 'config' })).toEqual([
      'command ntp',
      'value 192.168.1.9',
    ]);
  });
});

describe('The tokens of several lines', () => {
  it('follow the modes that the lines lead to', () => {
    const lines = 'configure terminal\nvlan 14\n name CSV 2\n name CSV\ninterface Vlan14\n shutdown';
    const found = tokens(lines, exec);
    expect(found).toContain('text CSV');
    expect(found.slice(-3)).toEqual(['command interface', 'value Vlan14', 'command shutdown']);
    // In global configuration there is no `name`.
    expect(tokens('name CSV', { ...exec, mode: 'config' })).toEqual([]);
  });

  it('read a name as the platform does', () => {
    expect(tokens('name Live Migration', sg300)).toEqual(['command name', 'text Live Migration']);
  });

  it('know the text of a banner for what it is, over all its lines', () => {
    expect(
      tokens('banner motd #\nno interface gi1/0/1\n#\nhostname sw1', { ...exec, mode: 'config' }),
    ).toEqual([
      'command banner',
      'keyword motd',
      'text #',
      'text no interface gi1/0/1',
      'text #',
      'command hostname',
      'text sw1',
    ]);
  });

  it('read a listing without a device as a configuration where it is one', () => {
    expect(tokens('interface GigabitEthernet0/1\n switchport mode access')).toEqual([
      'command interface',
      'value GigabitEthernet0/1',
      'command switchport',
      'keyword mode',
      'keyword access',
    ]);
    expect(tokens('show vlan brief')).toEqual(['command show', 'keyword vlan', 'keyword brief']);
  });

  it('go on after a line that a switch refuses, as its author meant it', () => {
    expect(tokens('interface gi1/0/20\n shutdown', exec)).toEqual(['value gi1/0/20', 'command shutdown']);
  });
});

describe('Tokens of any text', () => {
  it('come in order, within their lines, and never across each other', () => {
    const pieces = readdirSync('test/fixtures/workshop/labworks')
      .flatMap(
        (file) => readFileSync(`test/fixtures/workshop/labworks/${file}`, 'utf8').match(/\S+|\s/g) ?? [],
      )
      .concat([
        'no',
        'do',
        '|',
        '!',
        '"',
        '\t',
        '\r',
        'interface',
        'description',
        'banner motd ^C',
        'vlan',
        '1,',
        '-',
      ]);
    const chance = createChance(7);
    for (let round = 0; round < 2000; round++) {
      const text = Array.from(
        { length: 1 + Math.floor(chance() * 20) },
        () => `${pick(chance, pieces)}${chance() < 0.8 ? ' ' : '\n'}`,
      ).join('');
      let at = 0;
      for (const { start, end } of read(text, [catalyst, exec, sg300, undefined][round % 4])) {
        if (start < at || end <= start || text.slice(start, end).includes('\n'))
          throw new Error(`${String(start)}-${String(end)} after ${String(at)} in ${JSON.stringify(text)}`);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }
  });
});
