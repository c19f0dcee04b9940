import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { vlanRuns } from '../../../src/lib/bundle/ansible/text-template.ts';
import type { Lab } from '../../../src/lib/lab/lab.ts';
import { withValues } from '../../../src/lib/lab/with-values.ts';
import { patternEscape } from '../../../src/lib/platforms/fleet.ts';
import { engine, fence, part, rack } from '../fixture-posts.ts';
import { site, step, textOf } from './rack-bundle.ts';

type Make = 'catalyst-2960s' | 'sg300';
type Texts = Readonly<Record<string, string>>;

/** A labwork of a channel and two networks, at these ports as their author would write them. */
function groupOf(make: Make, lab: Lab, range: readonly [catalyst: string, sg300: string], isNamed = true) {
  const body = step(
    '9:1',
    'A channel',
    fence(
      'ios on=sw1',
      'configure terminal',
      'vlan {{networks.lm.vlan}}',
      ' name {{networks.lm.name}}',
      'vlan {{networks.csv.vlan}}',
      ...(isNamed ? [' name {{networks.csv.name}}'] : []),
      'exit',
      `interface range ${range[0]}`,
      ' switchport mode trunk',
      ' channel-group {{channel}} mode active',
      'exit',
      'interface Port-channel{{channel}}',
      ' description {{team}}',
      ' switchport trunk allowed vlan 1,{{networks.lm.vlan}},{{networks.csv.vlan}}',
      'end',
    ),
    fence(
      'ios on=sw1 platform=sg300',
      'configure terminal',
      'vlan database',
      ' vlan {{networks.lm.vlan}},{{networks.csv.vlan}}',
      'exit',
      `interface range ${range[1]}`,
      ' channel-group {{channel}} mode auto',
      'exit',
      'interface Port-channel{{channel}}',
      ' description {{team}}',
      ' switchport mode trunk',
      ' switchport trunk allowed vlan add {{networks.lm.vlan}},{{networks.csv.vlan}}',
      'end',
    ),
  );
  const bundle = makeBundle(engine.checkLabwork([part(body)], new Map([[lab.id, lab]])), { site })!;
  const name = make === 'sg300' ? 'labwork_sw1_sg300' : 'labwork_sw1';
  const read = (file: string) =>
    parse(textOf(bundle, `ansible/group_vars/${file}.yml`)!, {
      customTags: [{ tag: '!unsafe', resolve: (text: string) => text }],
    }) as Record<string, unknown>;
  return { variables: read(name), values: read('all')['labwork_values'] as Texts };
}

/** What Ansible makes of a text, as far as ours have it. */
function rendered(text: string, values: Texts, ports: Texts, lists: Texts): string {
  const chosen = text.replace(
    /^\{% if labwork_own_ports %\}(.*)\{% else %\}(.*)\{% endif %\}$/,
    (_, moved: string, own: string) => (Object.keys(ports).length > 0 ? moved : own),
  );
  return chosen.replace(
    /\{\{ (?:labwork_(value|port)\['([^']+)'\]|(labwork_list_\w+))(?: \| string)?( \| regex_escape)? \}\}/g,
    (_, kind: string, of: string, list: string, escape: string | undefined) => {
      const plain = list ? listIn(lists[list]!, values) : ((kind === 'port' ? ports : values)[of] ?? of);
      return escape ? patternEscape(plain) : plain;
    },
  );
}

function listIn(template: string, values: Texts): string {
  const [, members = ''] = /for id in \[(.*?)\] \|/.exec(template) ?? [];
  const ids = members
    .split(', ')
    .map((member) =>
      Number(
        /labwork_value\['([^']+)'\]/.exec(member)?.[1] === undefined ? member : values[member.slice(15, -2)],
      ),
    );
  return vlanRuns(ids, template.includes('>= 2') ? 3 : 2);
}

function typed({ variables }: ReturnType<typeof groupOf>, values: Texts, ports: Texts = {}) {
  const deep = (item: unknown): unknown => {
    if (typeof item === 'string') return rendered(item, values, ports, variables as Texts);
    if (Array.isArray(item)) return item.map(deep);
    return typeof item === 'object' && item
      ? Object.fromEntries(Object.entries(item).map(([key, one]) => [key, deep(one)]))
      : item;
  };
  const { labwork_looks, labwork_change, labwork_undo, labwork_commands } = variables;
  return deep({ labwork_looks, labwork_change, labwork_undo, labwork_commands });
}

function lab(values: Texts = {}): Lab {
  const fixture = rack();
  const csv = {
    ...fixture.networks[0]!,
    id: 'csv',
    name: 'CSV',
    vlan: 16,
    subnet: '192.168.16.0/24',
    hosts: {},
  };
  return withValues({ ...fixture, networks: [...fixture.networks, csv] }, values).lab;
}

const labPorts = ['GigabitEthernet1/0/1 - 2', 'gigabitethernet1-2'] as const;

describe.each(['catalyst-2960s', 'sg300'] as const)('a fleet of %s with its own values', (make) => {
  const group = groupOf(make, lab(), labPorts);

  it('types what the guide has where it has none', () => {
    expect(group.variables['labwork_fixed']).toEqual([]);
    expect(JSON.stringify(typed(group, group.values))).toContain(
      make === 'sg300' ? labPorts[1] : labPorts[0],
    );
  });

  it.each<Texts>([
    { 'networks.lm.vlan': '25' },
    { 'networks.lm.vlan': '16', 'networks.csv.vlan': '15' },
    { 'networks.lm.vlan': '300', 'networks.csv.vlan': '301', channel: '5' },
    { 'networks.lm.vlan': '3', 'networks.csv.vlan': '2', team: 'Team.7', 'networks.lm.name': 'Moves' },
  ])('types what the guide would have with %o in its lab', (values) => {
    const other = groupOf(make, lab(values), labPorts);
    const ofLabThere = typed(other, other.values) as { labwork_looks: unknown[] };
    const own = typed(group, { ...group.values, ...values }) as { labwork_looks: unknown[] };
    const sorted = (looks: readonly unknown[]) => looks.map((look) => JSON.stringify(look)).sort();
    // The order of looks is that of the VLANs, and does not matter.
    expect(sorted(own.labwork_looks)).toEqual(sorted(ofLabThere.labwork_looks));
    expect({ ...own, labwork_looks: [], labwork_undo: [] }).toEqual({
      ...ofLabThere,
      labwork_looks: [],
      labwork_undo: [],
    });
  });

  it('types at other ports what the guide would have there', () => {
    const [first, second] =
      make === 'sg300'
        ? (['gigabitethernet5', 'gigabitethernet9'] as const)
        : (['GigabitEthernet1/0/5', 'GigabitEthernet1/0/9'] as const);
    const [one, two] =
      make === 'sg300'
        ? (['gigabitethernet1', 'gigabitethernet2'] as const)
        : (['GigabitEthernet1/0/1', 'GigabitEthernet1/0/2'] as const);
    expect(group.variables['labwork_lab_ports']).toEqual([one, two]);
    const there = groupOf(make, lab(), [
      'GigabitEthernet1/0/5 , GigabitEthernet1/0/9',
      'gigabitethernet5,gigabitethernet9',
    ]);
    expect(typed(group, group.values, { [one]: first, [two]: second })).toEqual(typed(there, there.values));
  });

  it('has what cannot be told from the rest of a text as the guide has it', () => {
    // A Catalyst calls a VLAN without a name by its number, with zeros before it.
    const { variables } = groupOf(make, lab(), labPorts, false);
    const fixed = variables['labwork_fixed'];
    if (make === 'sg300') expect(fixed).toEqual([]);
    else expect(fixed).toContain('networks.csv.vlan');
    expect(variables['labwork_lab_ports']).toHaveLength(2);
  });

  it('says what a value must be', () => {
    const rules = group.variables['labwork_rules'] as readonly Record<string, unknown>[];
    const of = (path: string) => rules.find((rule) => rule['of'] === path);
    expect(of('channel')).toMatchObject({ kind: 'number', from: 1, to: make === 'sg300' ? 8 : 6 });
    expect(of('networks.lm.vlan')).toMatchObject(
      make === 'sg300' ? { to: 4094 } : { from: 2, to: 1001, without: [] },
    );
    expect(of('team')).toMatchObject({ kind: 'word' });
  });
});
