import type { FarEnd } from '../model.ts';
import type { LinkEnd } from './link.ts';
import { channelName, groupAt, linkState } from './link.ts';
import type { SwitchState } from './state.ts';

/**
 * What is at the other end of the cables. Nothing of it is in the configuration, so whoever asks for a show says it: the lab, or
 * the assumption that every port is cabled and every partner answers.
 */
export interface Wiring {
  /** By full port name. */
  readonly ports: ReadonlyMap<string, PortWiring>;
  /** Of a port that is not named. */
  readonly others: PortWiring;
}

export interface PortWiring {
  /** A live partner is at the other end of the cable. */
  readonly cabled: boolean;
  /** The partner takes part in the protocol that this port speaks; with mode `on` nobody asks. */
  readonly answers: boolean;
  /** Both ends have made it a trunk; absent where nobody knows the other end, and the port's own mode has to say. */
  readonly trunks?: boolean;
  /** The channel at the other end; the ports of a channel must have one. */
  readonly aggregator?: string;
  /** The switch at the other end, where its state is known. */
  readonly partner?: Partner;
}

/** What a switch tells its neighbours of itself. */
export interface Partner {
  /** Its host name, with its domain where it has one. */
  readonly name: string;
  readonly port: string;
  /** It speaks these protocols at the port. */
  readonly cdp: boolean;
  readonly lldp: boolean;
}

/** Every port is cabled, every partner answers. */
export const allAnswer: Wiring = { ports: new Map(), others: { cabled: true, answers: true } };

export function wiringOf({ ports, others }: Wiring, port: string): PortWiring {
  return ports.get(port) ?? others;
}

/**
 * A port that a cable is in has a partner; `cabled` undefined: every one has. `answers`: whether partners do of which nothing is known.
 */
export function wiringFor(
  cabled: readonly string[] | undefined,
  state: SwitchState,
  answers: boolean,
  farEnds: ReadonlyMap<string, FarEnd<SwitchState>> = new Map(),
): Wiring {
  const linked = { cabled: true, answers };
  if (!cabled) return { ports: new Map(), others: linked };
  return {
    ports: new Map(
      cabled.map((port) => {
        const far = farEnds.get(port);
        const own = ownName(port, state);
        return [own, far ? wiringTo({ state, port: own }, far) : linked];
      }),
    ),
    others: { cabled: false, answers: false },
  };
}

function wiringTo(near: LinkEnd, { device, port, state }: FarEnd<SwitchState>): PortWiring {
  const far = { state, port: ownName(port, state) };
  const { up, answers, trunks } = linkState(near, far);
  const group = groupAt(far);
  return {
    cabled: up,
    answers,
    ...(trunks !== undefined && { trunks }),
    ...(group && { aggregator: `${device}/${channelName(group)}` }),
    partner: partnerAt(device, far),
  };
}

function partnerAt(device: string, { state, port }: LinkEnd): Partner {
  const { hostname, lines, interfaces } = state.running;
  const global = [...lines.values()];
  const own = [...(interfaces.get(port)?.lines?.values() ?? [])];
  const domain = global
    .findLast((line) => /^ip domain[- ]name /.test(line))
    ?.split(' ')
    .at(-1);
  return {
    name: `${hostname ?? device}${domain === undefined ? '' : `.${domain}`}`,
    port,
    cdp: !global.includes('no cdp run') && !own.includes('no cdp enable'),
    lldp: global.includes('lldp run') && !own.includes('no lldp transmit'),
  };
}

/** An SG300 in a Catalyst's place has the same cables in the jacks of the same numbers. */
export function ownName(port: string, { profile, ports }: SwitchState): string {
  if (!profile.flatPortNumbers || ports.includes(port)) return port;
  const number = numberOf(port);
  return ports.find((own) => numberOf(own) === number) ?? port;
}

function numberOf(port: string): string | undefined {
  return /(?<!\d)\d+$/.exec(port)?.[0];
}
