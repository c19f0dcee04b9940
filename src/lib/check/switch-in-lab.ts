import type { Lab, LabDevice } from '../lab/lab.ts';
import { factoryState } from '../models/switch/factory.ts';
import type { SwitchState } from '../models/switch/state.ts';
import type { Wiring } from '../models/switch/wiring.ts';

/** Out of the box, and saved once: what nobody changes is no loss. */
export function startingState(platform: SwitchState['profile']['id']): SwitchState {
  const state = factoryState(platform);
  return { ...state, startup: state.running };
}

/** A port that the lab lists is cabled; without a lab every one is. `answers`: whether their partners do. */
export function labWiring(
  { name, ports }: LabDevice,
  lab: Lab | undefined,
  state: SwitchState,
  answers: boolean,
): Wiring {
  const cabled = { cabled: true, answers };
  if (!lab) return { ports: new Map(), others: cabled };
  const linked = lab.links
    .flatMap(({ from, to }) => [from, to])
    .filter(({ device }) => device === name)
    .map(({ port }) => port);
  const used = new Set([...ports.map((port) => port.name), ...linked]);
  return {
    ports: new Map([...used].map((port) => [ownName(port, state), cabled])),
    others: { cabled: false, answers: false },
  };
}

/** An SG300 in a Catalyst's place has the same cables in the jacks of the same numbers. */
function ownName(port: string, { profile, ports }: SwitchState): string {
  if (!profile.flatPortNumbers || ports.includes(port)) return port;
  const number = numberOf(port);
  return ports.find((own) => numberOf(own) === number) ?? port;
}

function numberOf(port: string): string | undefined {
  return /\d+$/.exec(port)?.[0];
}
