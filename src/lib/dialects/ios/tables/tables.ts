import { kin } from './kin.ts';
import etherchannel from './etherchannel.json' with { type: 'json' };
import exec from './exec.json' with { type: 'json' };
import further from './further-commands.json' with { type: 'json' };
import guideCommands from './guide-commands.json' with { type: 'json' };
import interfaces from './interface.json' with { type: 'json' };
import ip from './ip.json' with { type: 'json' };
import labCommands from './lab-commands.json' with { type: 'json' };
import line from './line.json' with { type: 'json' };
import navigation from './navigation.json' with { type: 'json' };
import platforms from './platforms.json' with { type: 'json' };
import show from './show.json' with { type: 'json' };
import spanningTree from './spanning-tree.json' with { type: 'json' };
import subModes from './sub-modes.json' with { type: 'json' };
import switchport from './switchport.json' with { type: 'json' };
import system from './system.json' with { type: 'json' };
import vlan from './vlan.json' with { type: 'json' };
import type {
  FeatureTable,
  IosCommandFacts,
  IosPlatform,
  KinPlatform,
  PlatformTable,
  TablePlatform,
} from './table-format.ts';

const collected = platforms as PlatformTable<TablePlatform>;
const { 'generic-ios': anyCatalyst, ...named } = collected.platforms;

/** Every platform with its interfaces: those of the tables, and their kin. Any other Catalyst comes last. */
export const platformTable: PlatformTable = {
  ...collected,
  platforms: { ...named, ...mapped(kin, ({ name }) => ({ name })), 'generic-ios': anyCatalyst },
  interfaces: { ...collected.interfaces, ...mapped(kin, ({ interfaces }) => interfaces) },
};

export const iosPlatforms = Object.keys(platformTable.platforms) as readonly IosPlatform[];

/** A platform that is no switch of the tables is taken for any Catalyst. */
export function iosPlatformOf(id: string): IosPlatform {
  return iosPlatforms.find((known) => known === id) ?? 'generic-ios';
}

/** The platforms whose commands differ. */
export const tablePlatforms = Object.keys(collected.platforms) as readonly TablePlatform[];

/** Whose commands a platform has. */
export function tableOf(platform: IosPlatform): TablePlatform {
  return isKin(platform) ? kin[platform].like : platform;
}

function isKin(platform: IosPlatform): platform is KinPlatform {
  return platform in kin;
}

function mapped<Key extends string, From, To>(from: Readonly<Record<Key, From>>, make: (one: From) => To) {
  return Object.fromEntries(
    Object.entries<From>(from).map(([key, one]) => [key, make(one)]),
  ) as Record<Key, To>;
}

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
  further,
  guideCommands,
  labCommands,
  subModes,
].flatMap((table) => (table as FeatureTable).commands);
