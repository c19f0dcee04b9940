import { listed } from '../diagnostics/listed.ts';
import type { Lab } from '../lab/lab.ts';
import { addressesOf } from './held-addresses.ts';
import type { DeviceHistory } from './run-device.ts';
import type { SeenCable } from './seen-cables.ts';
import { nameOf } from './seen-cables.ts';
import type { FindingInGuide } from './told-in-guide.ts';
import { told } from './told-in-guide.ts';

/** Addresses at adapters that something else has taken, and adapters that are there to manage the device by and are taken all the same. */
export function addressesLost(histories: ReadonlyMap<string, DeviceHistory>, lab: Lab): FindingInGuide[] {
  const lost = addressesOf(histories).flatMap(({ history, address, at, lostTo }) =>
    lostTo === undefined
      ? []
      : told(
          history,
          (state) =>
            history.run.queries
              .addresses?.(state)
              .some((one) => one.address === address && one.at === at && one.lostTo === lostTo) ?? false,
          'lab/address-lost',
          {
            message: `${address} on ${history.device.name} is at ${at}, which is taken by ${lostTo}: nothing answers there any more.`,
            why: 'An adapter that has been given to a team or to a virtual switch speaks no IP itself. A session over this address ends with the command, and does not come back.',
            hint: `Give the address to what stands in its place: the adapter of ${lostTo}, or one of the host upon it.`,
          },
        ),
  );
  const reserved = lab.devices.flatMap(({ name: device, ports }) =>
    ports.flatMap((port) => {
      const history = histories.get(device);
      const taker = history && takenBy(history, history.run.state, port.name);
      if (!history || taker === undefined || !isForManagementOnly(port.role)) return [];
      return told(history, (state) => takenBy(history, state, port.name) === taker, 'lab/management-cut', {
        message: `${port.name} of ${device} is there for “${port.role ?? ''}”, and ${taker} takes it.`,
        why: 'Whoever is connected through it loses the session in the middle of the step, and with it the way to put things right.',
        hint: `Leave ${port.name} out of ${taker}, or change its role in the lab.`,
      });
    }),
  );
  return [...lost, ...reserved];
}

/** What the lab says of a port in the author’s own words. */
function isForManagementOnly(role: string | undefined): boolean {
  return role !== undefined && /\bmanagement only\b|\bonly (?:for )?management\b/i.test(role);
}

function takenBy({ run: { queries } }: DeviceHistory, state: unknown, port: string): string | undefined {
  return queries.attach?.(state, port)?.taken;
}

/** Ports that are shut down, and were the last way to an address of the device at the other end. */
export function portsShut(cables: readonly SeenCable[], lab: Lab): FindingInGuide[] {
  const open = cables.filter(({ near, far }) => !near.attached.isShut && !far.attached.isShut);
  return cables.flatMap(({ near, far }) => {
    if (!near.attached.isShut) return [];
    const others = open.filter((other) => other.far.at.device === far.at.device);
    const { queries, state } = far.history.run;
    const cut = (queries.addresses?.(state) ?? []).filter(
      ({ at }) =>
        far.attached.speaks.includes(at) && !others.some((other) => other.far.attached.speaks.includes(at)),
    );
    const role = lab.devices
      .find(({ name }) => name === far.at.device)
      ?.ports.find(({ name }) => name === far.at.port)?.role;
    const lost = cut.map(({ address, at }) => `${address} at ${at}`);
    if (isForManagementOnly(role)) lost.push(`what is there for “${role ?? ''}”`);
    if (lost.length === 0) return [];
    return told(
      near.history,
      (before) => near.history.run.queries.attach?.(before, near.at.port)?.isShut ?? false,
      'lab/management-cut',
      {
        message: `${nameOf(near)} is shut down, and with it goes the way to ${nameOf(far)}: ${listed(lost)}.`,
        why: 'No other cable of the lab leads there. Who works on that device over the network is cut off, and so is what it serves.',
        hint: 'Leave the port up, or switch it on again before the step ends.',
      },
    );
  });
}
