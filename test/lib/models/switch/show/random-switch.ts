import { factoryState } from '../../../../../src/lib/models/switch/factory.ts';
import type {
  ChannelGroup,
  ChannelProtocol,
  InterfaceConfig,
  SwitchState,
  Vlan,
} from '../../../../../src/lib/models/switch/state.ts';
import { toVlanList } from '../../../../../src/lib/models/switch/vlan-list.ts';
import type { PortWiring, Wiring } from '../../../../../src/lib/models/switch/wiring.ts';
import { createChance, pick } from '../../../../chance.ts';

/** A switch made up by chance, with what is true of it because it was made so. */
export interface RandomSwitch {
  readonly state: SwitchState;
  readonly wiring: Wiring;
  readonly channels: ReadonlyMap<
    number,
    { readonly protocol: ChannelProtocol | undefined; readonly members: ReadonlyMap<string, Fate> }
  >;
  /** Ports that are in no channel, by whether a partner is at the other end. */
  readonly alone: ReadonlyMap<string, { readonly cabled: boolean }>;
}

/** The letter of a member: made to be bundled, down, without answer or with a setting of its own. */
export type Fate = 'P' | 'D' | 'I' | 's';

const descriptions = [
  'to nas',
  'connected trunk',
  "John's office, 2nd floor left",
  '10GE disabled',
  'x',
  'uplink | core',
];

export function randomSwitch(
  seed: number,
  platform: 'catalyst-2960s' | 'sg300' = 'catalyst-2960s',
): RandomSwitch {
  const chance = createChance(seed);
  const maybe = (probability: number) => chance() < probability;
  const upTo = (most: number) => Math.floor(chance() * (most + 1));
  const factory = factoryState(platform);
  const isSg300 = platform === 'sg300';

  const vlans = new Map<number, Vlan>();
  for (let left = upTo(12); left > 0; left--) {
    const id = maybe(0.4) ? 2 + upTo(20) : 2 + upTo(990);
    vlans.set(id, {
      ...(maybe(0.6) && {
        name: pick(chance, ['mgmt', 'storage_a', 'v-30', 'guest.lan', 'abcdefghijklmnopqrstuvwxyz012345']),
      }),
      ...(!isSg300 && maybe(0.1) && { suspended: true }),
      ...(!isSg300 && maybe(0.1) && { shutdown: true }),
    });
  }
  const someVlan = () => (vlans.size > 0 && maybe(0.8) ? pick(chance, [...vlans.keys()]) : 2 + upTo(990));
  const someList = () => {
    const ids = Array.from({ length: 1 + upTo(6) }, someVlan);
    if (maybe(0.3)) for (let id = 2; id < 2 + upTo(5); id++) ids.push(id);
    if (maybe(0.1)) for (let id = 100; id < 400; id += 2 + upTo(3)) ids.push(id);
    return toVlanList(ids);
  };
  const vlanSettings = (): InterfaceConfig => {
    const kind = chance();
    if (kind < 0.3) return {};
    if (kind < 0.6) return { mode: 'access', ...(maybe(0.8) && { accessVlan: someVlan() }) };
    return {
      ...(!isSg300 && { mode: 'trunk' }),
      ...(maybe(0.7) && { allowedVlans: someList() }),
      ...(maybe(0.4) && { nativeVlan: someVlan() }),
    };
  };

  const interfaces = new Map<string, InterfaceConfig>();
  const wires = new Map<string, PortWiring>();
  const free = [...factory.ports];
  const channels = new Map<number, { protocol: ChannelProtocol | undefined; members: Map<string, Fate> }>();
  for (const id of [1, 2, 3, 4, 5, 6].filter(() => maybe(0.5))) {
    const settings = vlanSettings();
    const mode = pick(
      chance,
      isSg300 ? (['auto', 'on'] as const) : (['active', 'passive', 'on', 'auto', 'desirable'] as const),
    );
    const protocol =
      mode === 'on' ? 'none' : isSg300 || mode === 'active' || mode === 'passive' ? 'LACP' : 'PAgP';
    const members = new Map<string, Fate>();
    const healthy = maybe(0.5);
    interfaces.set(`Port-channel${String(id)}`, {
      ...settings,
      ...(maybe(0.5) && { description: pick(chance, descriptions) }),
    });
    for (let left = upTo(protocol === 'LACP' ? 12 : 4); left > 0; left--) {
      const [port] = free.splice(upTo(free.length - 1), 1);
      const fate = healthy
        ? 'P'
        : pick(chance, ['P', 'P', 'D', mode === 'on' ? 'P' : 'I', isSg300 ? 'P' : 's'] as const);
      members.set(port!, fate);
      const group: ChannelGroup = { id, mode, protocol };
      const shutdown = fate === 'D' && maybe(0.5);
      interfaces.set(port!, {
        ...(isSg300 ? {} : settings),
        ...(fate === 's' && { mode: 'trunk', nativeVlan: 1000 + id }),
        ...(maybe(0.3) && { description: pick(chance, descriptions) }),
        ...(shutdown && { shutdown: true }),
        channelGroup: group,
      });
      wires.set(port!, {
        cabled: shutdown || fate !== 'D',
        answers: fate !== 'I' && (mode !== 'on' || maybe(0.5)),
      });
    }
    channels.set(id, { protocol: members.size > 0 ? protocol : undefined, members });
  }
  const alone = new Map<string, { cabled: boolean }>();
  for (const port of free) {
    const cabled = maybe(0.7);
    alone.set(port, { cabled });
    wires.set(port, { cabled, answers: maybe(0.5) });
    if (maybe(0.5)) continue;
    const speed = maybe(0.3) ? pick(chance, isSg300 ? ['100'] : ['100', '1000', 'auto 10 100']) : undefined;
    interfaces.set(port, {
      ...vlanSettings(),
      ...(maybe(0.5) && { description: pick(chance, descriptions) }),
      ...(maybe(0.2) && { shutdown: true }),
      ...(speed !== undefined && { speed }),
      ...(maybe(0.1) && { duplex: pick(chance, ['full', 'half'] as const) }),
      ...(!isSg300 && maybe(0.2) && { voiceVlan: someVlan() }),
      ...(maybe(0.2) && { portfast: true }),
      ...(maybe(0.1) && { bpduguard: maybe(0.5) }),
      ...(maybe(0.1) && { storm: { broadcast: isSg300 ? '5' : '5.00' } }),
    });
  }
  const placed = { ...factory, running: { ...factory.running, interfaces, ...(isSg300 && { vlans }) } };
  const mtu = (most: number) => ({ active: 1500 + upTo(most), next: 1500 + upTo(most) });
  return {
    state: {
      ...placed,
      ...(!isSg300 && { vlanDatabase: vlans }),
      boot: {
        systemMtu: mtu(498),
        jumboMtu: mtu(7698),
        routingMtu: mtu(498),
        jumboFrames: maybe(0.5),
      },
    },
    wiring: { ports: wires, others: { cabled: true, answers: true } },
    channels,
    alone,
  };
}
