/** What every machine of a class has in common, whichever platform it is of. */
interface DeviceClassTraits {
  /** Of a bundle, where its scripts are. */
  readonly folder: string;
  /** What one is called in a post without a lab. */
  readonly unnamed: string;
  /** Somebody may sit at the modelled console of one. */
  readonly hasConsole: boolean;
  /** Hosts have 0; what has more stands in the middle of a network and is drawn across from them. */
  readonly centrality: number;
  /** The colour of the site's palette that marks it; undefined for a class without one of its own. */
  readonly accent: 'host' | 'switch' | undefined;
}

/** The kinds of machine that a lab has. */
export const deviceClasses = {
  host: { folder: 'hosts', unnamed: 'server', hasConsole: false, centrality: 0, accent: 'host' },
  switch: { folder: 'switches', unnamed: 'switch', hasConsole: true, centrality: 2, accent: 'switch' },
  storage: { folder: 'storage', unnamed: 'storage', hasConsole: false, centrality: 1, accent: undefined },
} as const satisfies Record<string, DeviceClassTraits>;

export type DeviceClass = keyof typeof deviceClasses;

export const deviceClassIds = Object.keys(deviceClasses) as DeviceClass[];
