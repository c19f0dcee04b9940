/** What a device is, whichever platform it has. */
export type DeviceClass = 'host' | 'switch' | 'storage';

/** What drawings need to know of a class of device. */
interface DeviceClassTraits {
  /** Hosts have 0; what has more stands in the middle of a network and is drawn across from them. */
  readonly centrality: number;
  /** The colour of the site's palette that marks it; undefined for a class without one of its own. */
  readonly accent: 'host' | 'switch' | undefined;
}

export const deviceClasses: Readonly<Record<DeviceClass, DeviceClassTraits>> = {
  host: { centrality: 0, accent: 'host' },
  storage: { centrality: 1, accent: undefined },
  switch: { centrality: 2, accent: 'switch' },
};
