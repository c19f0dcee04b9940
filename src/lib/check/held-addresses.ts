import type { HeldAddress } from '../models/model.ts';
import type { DeviceHistory } from './run-device.ts';

/** An address with the device that has it. */
export interface AddressOfDevice extends HeldAddress {
  readonly history: DeviceHistory;
}

/** The addresses that steps have set. */
export function addressesOf(histories: ReadonlyMap<string, DeviceHistory>): AddressOfDevice[] {
  return [...histories.values()].flatMap((history) =>
    (history.run.queries.addresses?.(history.run.state) ?? []).map((held) => ({ ...held, history })),
  );
}

/** Whether a state of its device has an address where it is. */
export function hasAddress({ address, at, history }: AddressOfDevice) {
  return (state: unknown): boolean =>
    history.run.queries.addresses?.(state).some((one) => one.address === address && one.at === at) ?? false;
}
