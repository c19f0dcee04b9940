/** The switches whose commands the tables tell apart; `generic-ios` stands for every other Catalyst. */
export type TablePlatform = 'catalyst-2960s' | 'sg300' | 'generic-ios';

/** Switches with the commands of one of these, and ports and habits of their own; see `kin.ts`. */
export type KinPlatform =
  'catalyst-3560' | 'catalyst-3750x' | 'catalyst-2960x' | 'catalyst-9200' | 'catalyst-9300' | 'sg350';

export type IosPlatform = TablePlatform | KinPlatform;

/** Modes that the tables know, as their prompts name them. */
export type ModeId =
  | 'user-exec'
  | 'priv-exec'
  | 'config'
  | 'config-if'
  | 'config-if-range'
  | 'config-vlan'
  | 'config-line'
  | SubModeId;

/** Blocks of configuration whose lines are kept as they are. */
export type SubModeId =
  | 'config-std-nacl'
  | 'config-ext-nacl'
  | 'config-ext-macl'
  | 'config-ipv6-acl'
  | 'config-mst'
  | 'config-archive'
  | 'config-archive-log-cfg'
  | 'config-cmap'
  | 'config-pmap'
  | 'config-pmap-c'
  | 'config-radius-server'
  | 'config-server-tacacs'
  | 'config-sg-radius'
  | 'config-sg-tacacs+'
  | 'config-locsvr-da-radius'
  | 'config-keychain'
  | 'config-keychain-key'
  | 'dhcp-config'
  | 'config-access-map'
  | 'config-ip-sla'
  | 'config-track'
  | 'config-controller'
  | 'config-router'
  | 'config-route-map'
  | 'config-vrf'
  | 'config-template'
  | 'config-time-range'
  | 'config-arp-nacl'
  | 'ca-trustpoint'
  | 'config-cert-chain'
  | 'config-isakmp'
  | 'config-crypto-map'
  | 'config-applet'
  | 'config-flow'
  | 'config-cp'
  | 'config-red';

/**
 * How a fact is known. `doc`: read in vendor documentation. `sample`: the keywords were seen in real configurations or
 * output, the bounds of its arguments may not have been. `memory`: general knowledge only; too little to call a line wrong.
 */
export type Verified = 'doc' | 'sample' | 'memory';

/** One command. `syntax` is written as in vendor documentation: `keyword`, `<name:type>`, `{a | b}`, `[optional]`. */
export interface IosCommandFacts {
  readonly id: string;
  readonly modes: readonly ModeId[];
  readonly platforms: readonly TablePlatform[];
  readonly syntax: string;
  /** `no` forms besides `no` and the whole command. */
  readonly no?: readonly string[];
  /** `no` followed by the whole command, values included, is not accepted. */
  readonly noWithoutValues?: true;
  /** `default` is accepted in place of `no`. */
  readonly resettable?: true;
  /** Only the keywords are known, so that abbreviations are judged rightly; nothing is an error in what follows them. */
  readonly keywordsOnly?: true;
  readonly effect: string;
  readonly enters?: ModeId | 'up' | 'closed';
  readonly undo?: string;
  /** Has its effect only after a restart. */
  readonly reload?: true;
  readonly notes?: readonly string[];
  readonly verified: Verified;
  /** Keys of `sources` in `platforms.json`. */
  readonly sources?: readonly string[];
}

export interface FeatureTable {
  readonly provenance: string;
  readonly commands: readonly IosCommandFacts[];
}

/** A type of interface: its spelling, the keyword it is typed by, and which numbers exist. */
export interface InterfaceType {
  readonly type: string;
  readonly short: string;
  readonly keyword: string;
  /** The numbers in words, for messages. */
  readonly numbers: string;
  readonly pattern: string;
  readonly from?: number;
  readonly to?: number;
  readonly logical?: true;
}

export interface Limit {
  readonly fact: string;
  readonly value: string;
  readonly verified: Verified;
  readonly note?: string;
  readonly sources?: readonly string[];
}

/** Of the platforms with tables of their own, or of all of them. */
export interface PlatformTable<Platform extends IosPlatform = IosPlatform> {
  readonly provenance: string;
  readonly platforms: Readonly<Record<Platform, { readonly name: string }>>;
  /** What stands between host name and command: `(config-if)#`. */
  readonly prompts: Readonly<Record<ModeId, string>>;
  /** What blocks are called, and the mode that their `exit` leads to where it is not global configuration. */
  readonly subModes: Readonly<Record<SubModeId, { readonly title: string; readonly within?: ModeId }>>;
  readonly interfaces: Readonly<Record<Platform, readonly InterfaceType[]>>;
  readonly limits: readonly Limit[];
  /** What devices print on success. */
  readonly notices: readonly { readonly text: string; readonly when: string; readonly verified: Verified }[];
  readonly sources: Readonly<Record<string, string>>;
}
