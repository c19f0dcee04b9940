import { lowerCase } from '../call.ts';
import { adapterEffects } from './adapters.ts';
import { addressEffects } from './addresses.ts';
import { clusterNodeEffects } from './cluster-nodes.ts';
import { dhcpOptionEffects } from './dhcp-options.ts';
import type { HostEffect } from './effect.ts';
import { firewallEffects } from './firewall-rules.ts';
import { iscsiSessionEffects } from './iscsi-sessions.ts';
import { rowEffects } from './resource-row.ts';
import { rows } from './rows.ts';
import { serviceEffects } from './services.ts';
import { systemEffects } from './system.ts';
import { teamEffects } from './teams.ts';
import { virtualSwitchEffects } from './virtual-switches.ts';

/** An effect, with the parameters that it knows in lower case. */
export interface KnownEffect extends HostEffect {
  readonly taken: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
}

/** What commands do to a host, by their full names. */
export const effects: ReadonlyMap<string, KnownEffect> = new Map(
  Object.entries({
    ...rowEffects(rows),
    ...teamEffects,
    ...virtualSwitchEffects,
    ...addressEffects,
    ...adapterEffects,
    ...systemEffects,
    ...serviceEffects,
    ...iscsiSessionEffects,
    ...dhcpOptionEffects,
    ...clusterNodeEffects,
    ...firewallEffects,
  }).map(([name, effect]) => [
    name,
    {
      ...effect,
      taken: new Set(effect.takes.map(lowerCase)),
      hidden: new Set((effect.secret ?? []).map(lowerCase)),
    },
  ]),
);
