import { describe, expect, it } from 'vitest';
import { renderShow } from '../../../../../src/lib/models/switch/show/render-show.ts';
import type { InterfaceConfig } from '../../../../../src/lib/models/switch/state.ts';
import { randomSwitch } from './random-switch.ts';
import type { RandomSwitch } from './random-switch.ts';
import {
  idsOf,
  portsOf,
  readEtherchannelSummary,
  readInterfacesStatus,
  readInterfacesTrunk,
  readLacpNeighbor,
  readSg300Vlan,
  readVlanBrief,
} from './read-tables.ts';

const seeds = Array.from({ length: 150 }, (_, index) => index + 1);

const shown = ({ state, wiring }: RandomSwitch, command: string): string => {
  const text = renderShow(command.split(' '), state, wiring);
  expect(text, command).toBeDefined();
  for (const line of text!.split('\n')) expect(line).toBe(line.trimEnd());
  return text!;
};

const short = (name: string) =>
  name
    .replace(/^GigabitEthernet/, 'Gi')
    .replace(/^gigabitethernet/, 'gi')
    .replace('Port-channel', 'Po');
const config = ({ state }: RandomSwitch, name: string): InterfaceConfig =>
  state.running.interfaces.get(name) ?? {};
const number = (port: string) => Number(/\d+$/.exec(port)![0]);

/** What is true of a switch, from how it was made. */
function letters({ channels }: RandomSwitch): Map<number, Map<string, string>> {
  return new Map(
    [...channels].map(([id, { protocol, members }]) => {
      const sorted = new Map<string, string>([...members].sort(([a], [b]) => number(a) - number(b)));
      const bundled = [...sorted].filter(([, fate]) => fate === 'P').map(([port]) => port);
      if (protocol === 'LACP') for (const port of bundled.slice(8)) sorted.set(port, 'H');
      return [id, sorted];
    }),
  );
}

const activeVlans = ({ state }: RandomSwitch) =>
  new Set([
    1,
    ...[...state.vlanDatabase].filter(([, vlan]) => !vlan.suspended && !vlan.shutdown).map(([id]) => id),
  ]);

describe('switches made up by chance', () => {
  it('have members of every kind', () => {
    const seen = new Set(
      seeds.flatMap((seed) =>
        [...letters(randomSwitch(seed)).values()].flatMap((members) => [...members.values()]),
      ),
    );
    expect([...seen].sort()).toEqual(['D', 'H', 'I', 'P', 's']);
  });
});

describe('what a Catalyst prints reads back as what it is', () => {
  it('show etherchannel summary', () => {
    for (const seed of seeds) {
      const made = randomSwitch(seed);
      const { groups, rows } = readEtherchannelSummary(shown(made, 'show etherchannel summary'));
      const expected = [...letters(made)].map(([id, members]) => ({
        group: id,
        name: `Po${String(id)}`,
        flags: [...members.values()].includes('P') ? 'SU' : 'SD',
        protocol: { LACP: 'LACP', PAgP: 'PAgP', none: '-' }[made.channels.get(id)!.protocol ?? 'none'],
        ports: [...members].map(([port, flag]) => [short(port), flag]),
      }));
      expect(groups).toBe(expected.length);
      expect(rows).toEqual(expected);
      for (const row of rows) {
        const alone = shown(made, `show etherchannel ${String(row.group)} summary`);
        expect(readEtherchannelSummary(alone)).toEqual({ groups: 1, rows: [row] });
      }
    }
  });

  it('show interfaces trunk', () => {
    let long = 0;
    for (const seed of seeds) {
      const made = randomSwitch(seed);
      const text = shown(made, 'show interfaces trunk');
      const flags = letters(made);
      const up = [
        ...[...made.alone]
          .filter(([port, { cabled }]) => cabled && !config(made, port).shutdown)
          .map(([port]) => port),
        ...[...flags.values()].flatMap((members) =>
          [...members].filter(([, flag]) => flag === 'I').map(([port]) => port),
        ),
        ...[...flags]
          .filter(([, members]) => [...members.values()].includes('P'))
          .map(([id]) => `Port-channel${String(id)}`),
      ].filter((port) => config(made, port).mode === 'trunk');
      const ports = readInterfacesTrunk(text);
      expect(new Set(ports.keys())).toEqual(new Set(up.map(short)));
      const active = activeVlans(made);
      for (const name of up) {
        const { row, lists } = ports.get(short(name))!;
        const { nativeVlan = 1, allowedVlans = '1-4094' } = config(made, name);
        expect(row).toEqual(['on', '802.1q', 'trunking', String(nativeVlan)]);
        const allowed = idsOf(allowedVlans);
        expect(idsOf(lists[0]!)).toEqual(allowed);
        expect(idsOf(lists[1]!)).toEqual(
          allowed.filter(
            (id) =>
              id === 1 || (made.state.vlanDatabase.has(id) && !made.state.vlanDatabase.get(id)!.suspended),
          ),
        );
        expect(idsOf(lists[2]!)).toEqual(allowed.filter((id) => active.has(id)));
        if (lists[0]!.length > 68) long++;
      }
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
    expect(long).toBeGreaterThan(20);
  });

  it('show vlan brief', () => {
    for (const seed of seeds) {
      const made = randomSwitch(seed);
      const text = shown(made, 'show vlan brief');
      const rows = readVlanBrief(text);
      const { vlanDatabase } = made.state;
      const ids = [1, ...vlanDatabase.keys(), 1002, 1003, 1004, 1005].sort((a, b) => a - b);
      expect(rows.map(({ id }) => id)).toEqual(ids);
      const flags = letters(made);
      const bundled = new Set(
        [...flags.values()].flatMap((members) =>
          [...members].filter(([, flag]) => flag === 'P').map(([port]) => port),
        ),
      );
      const inUse = [...flags]
        .filter(([, members]) => [...members.values()].includes('P'))
        .map(([id]) => `Port-channel${String(id)}`);
      const candidates = [...made.state.ports.filter((port) => !bundled.has(port)), ...inUse].filter(
        (name) => config(made, name).mode !== 'trunk',
      );
      for (const { id, name, status, ports } of rows) {
        const vlan = vlanDatabase.get(id);
        if (id < 1002) {
          expect(name).toBe(id === 1 ? 'default' : (vlan!.name ?? `VLAN${String(id).padStart(4, '0')}`));
          const word = vlan?.shutdown
            ? vlan.suspended
              ? 'sus/lshut'
              : 'act/lshut'
            : vlan?.suspended
              ? 'suspended'
              : 'active';
          expect(status).toBe(word);
        } else expect(status).toBe('act/unsup');
        expect(ports).toEqual(
          candidates
            .filter(
              (port) => (config(made, port).accessVlan ?? 1) === id || config(made, port).voiceVlan === id,
            )
            .map(short),
        );
      }
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  it('show interfaces status', () => {
    for (const seed of seeds) {
      const made = randomSwitch(seed);
      const rows = readInterfacesStatus(shown(made, 'show interfaces status'));
      const flags = letters(made);
      const byPort = new Map([...flags.values()].flatMap((members) => [...members]));
      const names = [...made.state.ports, ...[...flags.keys()].map((id) => `Port-channel${String(id)}`)];
      expect(rows.map(({ port }) => port)).toEqual(names.map(short));
      const active = activeVlans(made);
      for (const [at, name] of names.entries()) {
        const { mode, accessVlan = 1, description = '', shutdown, speed, duplex } = config(made, name);
        const id = /^Port-channel(\d)/.exec(name)?.[1];
        const flag = id === undefined ? byPort.get(name) : undefined;
        const up =
          id === undefined
            ? flag === undefined
              ? made.alone.get(name)!.cabled
              : flag !== 'D'
            : [...flags.get(Number(id))!.values()].includes('P');
        const vlan = id !== undefined && !up ? 'unassigned' : mode === 'trunk' ? 'trunk' : String(accessVlan);
        const inactive = mode !== 'trunk' && !active.has(accessVlan as number);
        expect(rows[at]).toMatchObject({
          name: description.slice(0, 18).trim(),
          vlan,
          status: shutdown
            ? 'disabled'
            : !up
              ? 'notconnect'
              : flag === 's' || flag === 'H'
                ? 'suspended'
                : inactive
                  ? 'inactive'
                  : 'connected',
        });
        const linked = up && !shutdown;
        const fixed = speed !== undefined && !speed.startsWith('auto') ? speed : undefined;
        expect(rows[at]).toMatchObject({
          duplex: duplex ?? (linked ? 'a-full' : 'auto'),
          speed: fixed ?? (linked ? (speed === 'auto 10 100' ? 'a-100' : 'a-1000') : 'auto'),
        });
      }
    }
  });

  it('show lacp neighbor', () => {
    for (const seed of seeds) {
      const made = randomSwitch(seed);
      const groups = readLacpNeighbor(shown(made, 'show lacp neighbor'));
      const expected = [...letters(made)].filter(([id]) => made.channels.get(id)!.protocol === 'LACP');
      expect([...groups.keys()]).toEqual(expected.map(([id]) => id));
      for (const [id, members] of expected) {
        const heard = [...members].filter(([, flag]) => flag !== 'D' && flag !== 'I');
        expect(groups.get(id)).toEqual(
          heard.map(([port, flag]) => ({
            port: short(port),
            flags: 'SA',
            state: flag === 'P' ? '0x3D' : '0x5',
          })),
        );
      }
    }
  });

  it('show system mtu', () => {
    for (const seed of seeds) {
      const made = randomSwitch(seed);
      const sizes = Object.fromEntries(
        [...shown(made, 'show system mtu').matchAll(/^(?:System )?(.*?) ?MTU size is (\d+) bytes$/gm)].map(
          ([, kind, bytes]) => [kind, Number(bytes)],
        ),
      );
      const { systemMtu, jumboMtu, routingMtu } = made.state.boot;
      expect(sizes).toEqual({
        '': systemMtu.active,
        Jumbo: jumboMtu.active,
        Alternate: 1500,
        Routing: routingMtu.active,
      });
    }
  });
});

describe('what an SG300 prints reads back as what it is', () => {
  it('show vlan', () => {
    for (const seed of seeds) {
      const made = randomSwitch(seed, 'sg300');
      const rows = readSg300Vlan(shown(made, 'show vlan'));
      const { vlans } = made.state.running;
      expect(rows.map(({ id }) => id)).toEqual([1, ...vlans.keys()].sort((a, b) => a - b));
      const members = new Set([...made.channels.values()].flatMap((channel) => [...channel.members.keys()]));
      const names = [
        ...made.state.ports.filter((port) => !members.has(port)),
        ...[1, 2, 3, 4, 5, 6, 7, 8].map((id) => `Port-channel${String(id)}`),
      ];
      for (const { id, name, ports, by } of rows) {
        expect(name).toBe(vlans.get(id)?.name ?? String(id));
        expect(by).toBe(id === 1 ? 'D' : 'S');
        expect(portsOf(ports)).toEqual(
          names
            .filter((port) => {
              const { mode, accessVlan = 1, nativeVlan = 1, allowedVlans = '1' } = config(made, port);
              return mode === 'access'
                ? accessVlan === id
                : nativeVlan === id || (id !== 1 && idsOf(allowedVlans).includes(id));
            })
            .map(short),
        );
      }
    }
  });

  it('show ports jumbo-frame', () => {
    const made = randomSwitch(1, 'sg300');
    const now = { ...made, state: { ...made.state, boot: { ...made.state.boot, jumboFrames: true } } };
    expect(shown(now, 'show ports jumbo-frame')).toBe(
      '\n Jumbo frames are enabled\n Jumbo frames will be disabled after reset',
    );
  });
});
