/** The kinds of machine that a lab has. */
export const deviceClasses = {
  host: { folder: 'hosts', unnamed: 'server' },
  switch: { folder: 'switches', unnamed: 'switch' },
  storage: { folder: 'storage', unnamed: 'storage' },
} as const satisfies Record<string, DeviceClassFacts>;

interface DeviceClassFacts {
  /** Of a bundle, where its scripts are. */
  readonly folder: string;
  /** What one is called in a post without a lab. */
  readonly unnamed: string;
}

export type DeviceClass = keyof typeof deviceClasses;

export const deviceClassIds = Object.keys(deviceClasses) as DeviceClass[];
