import { allowedVlans, isRouted, vlanTable } from '../state.ts';
import type { SwitchState } from '../state.ts';
import { holdsVlan, vlansOf } from '../vlan-list.ts';
import { unknownValue } from '../../unknown-value.ts';
import type { Wiring } from '../wiring.ts';
import { bestSpeed } from './interfaces-status.ts';
import { globalLines, interfaceLinesKept, lastValue } from './kept-lines.ts';
import { isActive, switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';
import { mayHaveOthers } from './unknown-ports.ts';

/** The spanning tree of a VLAN, as far as a switch alone tells: who is the root depends on addresses and on all other switches. */
export interface Tree {
  readonly vlan: number;
  /** Configured or 32768, without the number of the VLAN. */
  readonly priority: number;
  readonly hello: number;
  readonly maxAge: number;
  readonly forwardDelay: number;
  readonly ports: readonly TreePort[];
  /** It may have ports besides, of which nothing is known. */
  readonly hasOthers: boolean;
  /** No port leads to another bridge, so that this one is the root; undefined where one may. */
  readonly isRoot: true | undefined;
}

export interface TreePort {
  readonly port: ShownPort;
  /** A number, or what stands for one that is not known. */
  readonly cost: string;
  readonly priority: number;
  readonly number: string;
  /** An edge port is designated and forwards as long as no bridge speaks there. */
  readonly isEdge: boolean;
  /** As the tables print it: `P2p Edge`. */
  readonly type: string;
  /** The type of its link is configured, and not that of its duplex. */
  readonly isLinkTypeSet: boolean;
}

/** By VLAN, those that have a port which is up. Undefined in MST mode, whose instances the model does not follow. */
export function trees(state: SwitchState, wiring: Wiring): Tree[] | undefined {
  if (state.running.stpMode === 'mst') return undefined;
  const lines = globalLines(state);
  const off = new Set(
    lines.flatMap((line) => {
      const list = /^no spanning-tree vlan ([\d,-]+)$/.exec(line)?.[1];
      return list === undefined ? [] : vlansOf(list);
    }),
  );
  const up = switchPorts(state, wiring).filter(
    ({ carries, use, member, config }) => carries && use !== 'routed' && member !== 'P' && !isRouted(config),
  );
  return [1, ...vlanTable(state).keys()]
    .filter((vlan) => isActive(state, vlan) && !off.has(vlan))
    .map((vlan) => treeOf(vlan, up, lines, state))
    .filter(({ ports, hasOthers }) => ports.length > 0 || hasOthers);
}

/** `VLAN0010` */
export function treeName({ vlan }: Tree): string {
  return `VLAN${String(vlan).padStart(4, '0')}`;
}

/** What the bridge and every tree of it is called by: `ieee`, `rstp`. */
export function protocolOf({ running, profile }: SwitchState): 'ieee' | 'rstp' {
  return (running.stpMode ?? profile.defaults.stpMode) === 'pvst' ? 'ieee' : 'rstp';
}

function treeOf(vlan: number, up: readonly ShownPort[], lines: readonly string[], state: SwitchState): Tree {
  const setting = (what: string, otherwise: number) => Number(vlanValue(lines, vlan, what) ?? otherwise);
  const ports = up
    .filter(({ use, accessVlan, config }) =>
      use === 'trunk'
        ? holdsVlan(allowedVlans(config, state), vlan)
        : accessVlan === vlan || config.voiceVlan === vlan,
    )
    .map((port) => treePort(port, vlan, lines, state));
  const hasOthers = vlan === 1 && mayHaveOthers(state);
  return {
    vlan,
    priority: setting('priority', 32768),
    hello: setting('hello-time', 2),
    maxAge: setting('max-age', 20),
    forwardDelay: setting('forward-time', 15),
    ports,
    hasOthers,
    isRoot: !hasOthers && ports.every(({ isEdge }) => isEdge) ? true : undefined,
  };
}

function treePort(port: ShownPort, vlan: number, lines: readonly string[], state: SwitchState): TreePort {
  const own = interfaceLinesKept(port.config);
  const value = (what: string) => vlanValue(own, vlan, what) ?? lastValue(own, `spanning-tree ${what}`);
  const isEdge = isEdgePort(port, lines);
  const linkType = lastValue(own, 'spanning-tree link-type');
  const isShared = linkType === undefined ? port.config.duplex === 'half' : linkType === 'shared';
  return {
    port,
    cost: value('cost') ?? costOf(port, lines.includes('spanning-tree pathcost method long')),
    priority: Number(value('port-priority') ?? 128),
    number: numberOf(port.name, state),
    isEdge,
    isLinkTypeSet: linkType !== undefined,
    type: `${isShared ? 'Shr' : 'P2p'}${isEdge ? ' Edge' : ''}`,
  };
}

/** What `spanning-tree vlan LIST what N` sets for a VLAN; the last line that names it counts. */
function vlanValue(lines: readonly string[], vlan: number, what: string): string | undefined {
  const line = lines.findLast((one) => {
    const [, list, setting] = /^spanning-tree vlan ([\d,-]+) (\S+) \d+$/.exec(one) ?? [];
    return setting === what && holdsVlan(list!, vlan);
  });
  return line?.slice(line.lastIndexOf(' ') + 1);
}

export function isEdgePort({ use, config: { portfast } }: ShownPort, lines: readonly string[]): boolean {
  if (portfast === 'disable' || portfast === 'network' || portfast === 'auto') return false;
  if (use === 'trunk') return portfast === 'trunk';
  const byDefault = lines.some((line) => /^spanning-tree portfast (edge )?default$/.test(line));
  return portfast !== undefined || byDefault;
}

/** IEEE 802.1D-1998 for short costs, 802.1t for long ones; of channels two members alone are certain. */
const costs: Readonly<Record<string, readonly [short: string, long: string]>> = {
  '10': ['100', '2000000'],
  '100': ['19', '200000'],
  '1000': ['4', '20000'],
  '10G': ['2', '2000'],
};
const pairCosts: Readonly<Record<string, readonly [short: string, long: string]>> = {
  '100': ['12', '100000'],
  '1000': ['3', '10000'],
};

function costOf({ name, config, channel }: ShownPort, isLong: boolean): string {
  const at = isLong ? 1 : 0;
  if (!channel) {
    const fixed = config.speed !== undefined && /^\d+$/.test(config.speed) ? config.speed : undefined;
    return costs[fixed ?? bestSpeed(name, config)]?.[at] ?? unknownValue;
  }
  const bundled = channel.members.filter(({ flag }) => flag === 'P');
  const speed = bestSpeed(bundled[0]?.port ?? name, {});
  const known = bundled.length === 1 ? costs : bundled.length === 2 ? pairCosts : {};
  return known[speed]?.[at] ?? unknownValue;
}

/** The numbers of ports are those of their jacks on the first switch of some stacks; others, and channels, count their own way. */
function numberOf(name: string, { profile }: SwitchState): string {
  const jack = /^GigabitEthernet1\/0\/(\d+)$/.exec(name)?.[1];
  return profile.treePortIsJack && jack !== undefined ? jack : unknownValue;
}
