import etherchannel from './tables/etherchannel.json' with { type: 'json' };
import exec from './tables/exec.json' with { type: 'json' };
import interfaces from './tables/interface.json' with { type: 'json' };
import ip from './tables/ip.json' with { type: 'json' };
import line from './tables/line.json' with { type: 'json' };
import navigation from './tables/navigation.json' with { type: 'json' };
import platforms from './tables/platforms.json' with { type: 'json' };
import show from './tables/show.json' with { type: 'json' };
import spanningTree from './tables/spanning-tree.json' with { type: 'json' };
import switchport from './tables/switchport.json' with { type: 'json' };
import system from './tables/system.json' with { type: 'json' };
import vlan from './tables/vlan.json' with { type: 'json' };
import type { CommandFacts, FeatureTable, IosPlatform, PlatformTable } from './table-format.ts';

export const platformTable = platforms as PlatformTable;

export const iosPlatforms = Object.keys(platformTable.platforms) as readonly IosPlatform[];

/** Every command of every platform, feature by feature. */
export const commandFacts: readonly CommandFacts[] = [
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
