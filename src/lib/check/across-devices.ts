import ipaddr from 'ipaddr.js';
import { listed } from '../diagnostics/listed.ts';
import type { Lab } from '../lab/lab.ts';
import type { PortBundle } from '../models/model.ts';
import { addressesOf, hasAddress } from './held-addresses.ts';
import { addressesLost, portsShut } from './lost-management.ts';
import { largePackets } from './packets-too-large.ts';
import type { DeviceHistory } from './run-device.ts';
import type { SeenCable } from './seen-cables.ts';
import { cablesOf, nameOf } from './seen-cables.ts';
import type { FindingInGuide } from './told-in-guide.ts';
import { isFirstAtItsPlace, told } from './told-in-guide.ts';

/**
 * What devices of different kinds say that cannot both hold, when every step is done: at cables of the lab, and of addresses. Only what
 * steps have set at both ends counts; of what a device had before the guide nothing is known. Each is told once, at the command that set
 * the end that is named first. Devices of one kind speak for themselves (`DeviceQueries.conclude`).
 */
export function checkAcrossDevices(
  histories: ReadonlyMap<string, DeviceHistory>,
  lab: Lab,
): readonly FindingInGuide[] {
  const cables = lab.links.flatMap((link) => cablesOf(link, histories));
  return [
    ...cables.flatMap((cable) => [...lostVlans(cable), ...differingBundles(cable)]),
    ...splitBundles(cables),
    ...addressesTwice(histories),
    ...addressesOutside(histories, lab),
    ...addressesElsewhere(cables, histories, lab),
    ...addressesLost(histories, lab),
    ...portsShut(cables, lab),
    ...largePackets(cables, histories, lab),
  ].filter(isFirstAtItsPlace());
}

function lostVlans({ near, far }: SeenCable): FindingInGuide[] {
  const { takes, isSet } = far.attached;
  if (!takes || !isSet) return [];
  return near.attached.sends
    .filter(({ vlan }) => !takes(vlan))
    .flatMap(({ vlan, by }) =>
      told(
        near.history,
        (state) =>
          near.history.run.queries
            .attach?.(state, near.at.port)
            ?.sends.some((one) => one.vlan === vlan && one.by === by) ?? false,
        'lab/vlan-not-carried',
        {
          message: `${near.at.device} sends VLAN ${String(vlan)} (${by}) out of ${near.at.port}, and ${nameOf(far)} at the other end does not take it.`,
          why: 'The frames leave in order, and the first thing that they meet drops them; neither side logs it.',
          hint: `Allow VLAN ${String(vlan)} on the trunk at ${nameOf(far)}.`,
        },
      ),
    );
}

/** Told at the end that has a bundle which asks something of the other one. */
function differingBundles({ near, far }: SeenCable): FindingInGuide[] {
  const { bundle } = near.attached;
  if (!bundle || bundle.protocol === 'alone' || !far.attached.isSet) return [];
  const other = far.attached.bundle;
  if (other?.protocol === bundle.protocol) return [];
  // Where both have one, it is told at the first end of the cable alone.
  if (other && other.protocol !== 'alone' && near.at.device > far.at.device) return [];
  const there = other ? `${other.name} there is ${wordsFor(other)}` : 'the port there is in no bundle';
  return told(
    near.history,
    (state) => near.history.run.queries.attach?.(state, near.at.port)?.bundle?.protocol === bundle.protocol,
    'lab/bundle-ends-differ',
    {
      message: `${near.at.device} bundles ${near.at.port} into ${bundle.name} (${wordsFor(bundle)}), and ${nameOf(far)} is at the other end: ${there}.`,
      why:
        bundle.protocol === 'none'
          ? 'A bundle without a protocol sends to all its ports without asking: the other end sees one address at several ports.'
          : 'Nobody answers, so that the bundle does not come up, or not with this cable.',
      hint: `Let both ends say the same: ${wordsFor(bundle)} at ${nameOf(far)} too, or no bundle that needs it here.`,
    },
  );
}

/** The cables of one bundle lead into one bundle. */
function splitBundles(cables: readonly SeenCable[]): FindingInGuide[] {
  const bundled = cables.filter(({ near, far }) => near.attached.bundle && far.attached.bundle);
  const groups = Map.groupBy(bundled, ({ near }) => `${near.at.device} ${near.attached.bundle!.name}`);
  return [...groups.values()].flatMap((group) => {
    const ends = new Set(group.map(({ far }) => `${far.at.device} ${far.attached.bundle!.name}`));
    const { near } = group[0]!;
    // The end that is torn apart is told, not those that its cables lead to.
    if (ends.size < 2 || near.attached.bundle!.protocol === 'alone') return [];
    const pairs = group.map(
      ({ near: own, far }) => `${own.at.port} to ${nameOf(far)} (${far.attached.bundle!.name})`,
    );
    return told(
      near.history,
      (state) =>
        near.history.run.queries.attach?.(state, near.at.port)?.bundle?.name === near.attached.bundle!.name,
      'lab/bundle-split',
      {
        message: `The ports of ${near.attached.bundle!.name} on ${near.at.device} lead into different bundles: ${listed(pairs)}.`,
        hint: 'Put the ports at the other ends into one bundle, or mend the cables of the lab.',
      },
    );
  });
}

function wordsFor({ protocol }: PortBundle): string {
  if (protocol === 'alone') return 'on its own, without the switch';
  return protocol === 'none' ? 'static, without a protocol' : protocol;
}

function addressesTwice(histories: ReadonlyMap<string, DeviceHistory>): FindingInGuide[] {
  const byAddress = Map.groupBy(addressesOf(histories), ({ address }) => address);
  return [...byAddress].flatMap(([address, [first, second]]) =>
    first && second
      ? told(second.history, hasAddress(second), 'lab/address-twice', {
          message: `${second.history.device.name} is given ${address}, which ${first.history.device.name} has at ${first.at}.`,
          hint: 'Give one of them another address.',
        })
      : [],
  );
}

/** An address at an adapter with a VLAN's tag lies in the network that has that VLAN. */
function addressesOutside(histories: ReadonlyMap<string, DeviceHistory>, lab: Lab): FindingInGuide[] {
  return addressesOf(histories).flatMap((held) => {
    const network = lab.networks.find(({ vlan }) => vlan === held.vlan);
    if (network?.subnet === undefined || !ipaddr.isValid(held.address)) return [];
    const address = ipaddr.parse(held.address);
    const [subnet, prefix] = ipaddr.parseCIDR(network.subnet);
    if (address.kind() !== subnet.kind() || address.match(subnet, prefix)) return [];
    return told(held.history, hasAddress(held), 'lab/address-outside-network', {
      message: `${held.address} on ${held.history.device.name} is at ${held.at} in VLAN ${String(network.vlan)}, and the lab’s network of that VLAN, ${network.name}, is ${network.subnet}.`,
      hint: 'Give it an address of that network, or the adapter another VLAN.',
    });
  });
}

/** An address without a VLAN's tag is at the port of a switch that is in the VLAN of the address's network. */
function addressesElsewhere(
  cables: readonly SeenCable[],
  histories: ReadonlyMap<string, DeviceHistory>,
  lab: Lab,
): FindingInGuide[] {
  const astray = addressesOf(histories).flatMap((held) => {
    const network = networkOf(held.address, lab);
    if (network?.vlan === undefined || held.vlan !== undefined || held.lostTo !== undefined) return [];
    const ends = cables.filter(
      ({ near }) => near.at.device === held.history.device.name && near.attached.speaks.includes(held.at),
    );
    const wrong = ends.find(
      ({ far }) => far.attached.only !== undefined && far.attached.only !== network.vlan,
    );
    // Where another of its cables is right, or says nothing, the address may be reached by that one.
    const isAstray = wrong && ends.every(({ far }) => (far.attached.only ?? network.vlan) !== network.vlan);
    return isAstray ? [{ held, network, far: wrong.far }] : [];
  });
  // Two cables that are swapped are one mistake.
  const groups = Map.groupBy(astray, ({ held, far }) => `${held.history.device.name} ${far.at.device}`);
  return [...groups.values()].flatMap((group) => {
    const { held } = group[0]!;
    const pairs = group.map(
      ({ held: one, network, far }) =>
        `${one.address} at ${one.at} is of ${network.name}, VLAN ${String(network.vlan)}, and ${nameOf(far)} at the other end is in VLAN ${String(far.attached.only)}`,
    );
    return told(held.history, hasAddress(held), 'lab/address-in-other-vlan', {
      message: `On ${held.history.device.name}, ${pairs.join('; ')}.`,
      why: 'The port has a link and the address is answered by nobody: the frames are delivered, in order, into another network.',
      hint:
        group.length > 1
          ? 'Swap the VLANs of the ports, the addresses of the adapters, or the cables in the lab.'
          : 'Give the port that VLAN, or the adapter an address of the network that the port is in.',
    });
  });
}

/** The network of the lab that an address lies in. */
function networkOf(address: string, lab: Lab): Lab['networks'][number] | undefined {
  if (!ipaddr.isValid(address)) return undefined;
  const own = ipaddr.parse(address);
  return lab.networks.find(({ subnet }) => {
    if (subnet === undefined) return false;
    const [network, prefix] = ipaddr.parseCIDR(subnet);
    return own.kind() === network.kind() && own.match(network, prefix);
  });
}
