import type { IosPlatform } from '../../dialects/ios/tables/table-format.ts';
import type { Configuration, SwitchState } from './state.ts';

export const emptyConfiguration: Configuration = {
  vlans: new Map(),
  interfaces: new Map(),
  lines: new Map(),
  lineBlocks: new Map(),
};

/**
 * A switch as it comes out of the box. A 2960-S has 48 gigabit ports and four SFP slots, an SG300 52 ports: the largest of their
 * line, so that no port of a smaller one is missing. What a generic Catalyst has is learned from the commands that name it.
 */
export function factoryState(platform: IosPlatform): SwitchState {
  const count = 52;
  const ports = Array.from({ length: count }, (_, index) => String(index + 1));
  return {
    platform,
    ports:
      platform === 'catalyst-2960s'
        ? ports.map((port) => `GigabitEthernet1/0/${port}`)
        : platform === 'sg300'
          ? ports.map((port) => `gigabitethernet${port}`)
          : [],
    running: emptyConfiguration,
    startup: undefined,
    vlanDatabase: new Map(),
    boot: {
      systemMtu: { active: 1500, next: 1500 },
      jumboMtu: { active: 1500, next: 1500 },
      routingMtu: { active: 1500, next: 1500 },
      jumboFrames: false,
    },
  };
}

/** Out of the box, and saved once: what nobody changes is no loss. */
export function startingState(platform: IosPlatform): SwitchState {
  const state = factoryState(platform);
  return { ...state, startup: state.running };
}
