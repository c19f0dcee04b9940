import etherchannel from './etherchannel.json' with { type: 'json' };
import exec from './exec.json' with { type: 'json' };
import interfaces from './interface.json' with { type: 'json' };
import ip from './ip.json' with { type: 'json' };
import line from './line.json' with { type: 'json' };
import navigation from './navigation.json' with { type: 'json' };
import platforms from './platforms.json' with { type: 'json' };
import show from './show.json' with { type: 'json' };
import spanningTree from './spanning-tree.json' with { type: 'json' };
import switchport from './switchport.json' with { type: 'json' };
import system from './system.json' with { type: 'json' };
import vlan from './vlan.json' with { type: 'json' };
import type { IosCommandFacts, FeatureTable, IosPlatform, PlatformTable } from './table-format.ts';

export const platformTable = platforms as PlatformTable;

export const iosPlatforms = Object.keys(platformTable.platforms) as readonly IosPlatform[];

/** Every command of every platform, feature by feature. */
export const commandFacts: readonly IosCommandFacts[] = [
  navigation,
  exec,
  show,
  system,
  vlan,
  interfaces,
  switchport,
  etherchannel,
  spanningTree,
  ip,
  line,
].flatMap((table) => (table as FeatureTable).commands);
