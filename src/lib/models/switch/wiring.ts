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
}

/** Every port is cabled, every partner answers. */
export const allAnswer: Wiring = { ports: new Map(), others: { cabled: true, answers: true } };

export function wiringOf({ ports, others }: Wiring, port: string): PortWiring {
  return ports.get(port) ?? others;
}
