/**
 * The sizes that a Catalyst reads at boot, by the name of the resource: where they are stored, and the command that sets them. They stand
 * outside of the configuration; those of the system wait for a reload.
 */
export const mtuKinds = [
  { name: 'system', key: 'systemMtu', command: 'system mtu', factory: 1500, waits: true },
  { name: 'jumbo', key: 'jumboMtu', command: 'system mtu jumbo', factory: 1500, waits: true },
  { name: 'routing', key: 'routingMtu', command: 'system mtu routing', factory: 1500, waits: false },
] as const;
