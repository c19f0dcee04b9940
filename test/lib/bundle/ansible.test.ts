import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { printShow } from '../../../src/lib/models/switch/print-show.ts';
import { openConsole } from '../../../src/lib/models/switch/console.ts';
import { typeLines } from '../../../src/lib/models/switch/type-lines.ts';
import { startingState } from '../../../src/lib/models/switch/factory.ts';
import { fleetLooks } from '../../../src/lib/platforms/ios-stages/fleet-looks.ts';
import { allAnswer } from '../../../src/lib/models/switch/wiring.ts';
import { Verbatim, yamlFile } from '../../../src/lib/bundle/ansible/yaml-file.ts';

type SwitchId = 'catalyst-2960s' | 'sg300';

function after(platform: SwitchId, lines: readonly string[]) {
  return typeLines(lines, openConsole(platform, { state: startingState(platform) }))!;
}

/** A pattern of Python as one of JavaScript. */
function pattern(python: string): RegExp {
  return new RegExp(
    python.replace(/^\(\?m\)/, '').replace('\\A', () => '(?<![\\s\\S])'),
    'm',
  );
}

const guides: Readonly<Record<SwitchId, readonly string[]>> = {
  'catalyst-2960s': [
    'configure terminal',
    'vlan 11',
    'name iSCSI-1',
    'interface range GigabitEthernet1/0/20 - 21',
    'switchport mode trunk',
    'channel-group 3 mode active',
    'interface Port-channel3',
    'switchport trunk allowed vlan 1,11',
    'end',
  ],
  sg300: [
    'configure',
    'vlan database',
    'vlan 11',
    'exit',
    'interface range gigabitethernet20-21',
    'channel-group 3 mode auto',
    'exit',
    'interface Port-channel3',
    'switchport trunk allowed vlan add 11',
    'end',
  ],
};

const others: Readonly<Record<SwitchId, readonly (readonly [string, readonly string[]])[]>> = {
  'catalyst-2960s': [
    ['VLAN 11', ['configure terminal', 'vlan 11', 'name Other', 'end']],
    [
      'GigabitEthernet1/0/20',
      ['configure terminal', 'interface gi1/0/20', 'switchport access vlan 7', 'end'],
    ],
    ['Port-channel3', ['configure terminal', 'interface gi1/0/5', 'channel-group 3 mode on', 'end']],
  ],
  sg300: [
    ['gigabitethernet20', ['configure', 'interface gi20', 'switchport mode access', 'end']],
    ['Port-channel3', ['configure', 'interface gi5', 'channel-group 3 mode on', 'end']],
  ],
};

describe.each(['catalyst-2960s', 'sg300'] as const)('how a fleet of %s is looked at', (platform) => {
  const [from, to] = [after(platform, []), after(platform, guides[platform])];
  const looks = fleetLooks({ profile: from.state.profile, before: from, after: to });
  const shown = (command: string, { state }: typeof from) => {
    const answer = printShow(command, state, allAnswer);
    return answer.kind === 'text' ? answer.text : '';
  };

  it('sees what is planned where it is so, and that it is not where it is not', () => {
    expect(looks.map(({ about }) => about)).toHaveLength(4);
    for (const { about, command, planned, inTheWay, made } of looks) {
      const [before, behind] = [shown(command, from), shown(command, to)];
      expect(behind, about).toMatch(pattern(planned));
      expect(behind, about).toMatch(pattern(made));
      expect(before, about).not.toMatch(pattern(planned));
      expect(before, about).not.toMatch(pattern(made));
      for (const text of [before, behind]) expect(text, about).not.toMatch(pattern(inTheWay));
    }
  });

  it.each(others[platform])('sees that somebody else has %s', (name, lines) => {
    const dirty = after(platform, lines);
    const taken = looks.filter(({ command, inTheWay }) => pattern(inTheWay).test(shown(command, dirty)));
    expect(taken.map(({ about }) => about)).toEqual([name]);
  });
});

describe('a YAML file for Ansible', () => {
  it('quotes every text, has ASCII alone, and marks what is nobody’s template', () => {
    const text = yamlFile({ a: new Verbatim('{{ x }} é 💾 \u2028\n\uD800'), 'k: v': 'no' }, ['é\nb: c']);
    expect(text).toBe(
      '# e b: c\n---\na: !unsafe "{{ x }} \\u00E9 \\U0001F4BE \\u2028\\n\\uFFFD"\n"k: v": "no"\n',
    );
    expect(parse(text, { customTags: [{ tag: '!unsafe', resolve: (own: string) => own }] })).toEqual({
      a: '{{ x }} é 💾 \u2028\n\uFFFD',
      'k: v': 'no',
    });
  });
});
