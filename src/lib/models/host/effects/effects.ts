import { adapterEffects } from './adapters.ts';
import { addressEffects } from './addresses.ts';
import type { HostEffect } from './effect.ts';
import { systemEffects } from './system.ts';
import { teamEffects } from './teams.ts';
import { virtualSwitchEffects } from './virtual-switches.ts';

/** What commands do to a host, by their full names. */
export const effects: ReadonlyMap<string, HostEffect> = new Map(
  Object.entries({
    ...teamEffects,
    ...virtualSwitchEffects,
    ...addressEffects,
    ...adapterEffects,
    ...systemEffects,
  }),
);
