import { listed } from '../diagnostics/listed.ts';
import type { Lab } from '../lab/lab.ts';
import { ethernetMtu } from '../models/model.ts';
import { addressesOf } from './held-addresses.ts';
import type { DeviceHistory } from './run-device.ts';
import type { SeenEnd, SeenCable } from './seen-cables.ts';
import { nameOf } from './seen-cables.ts';
import type { FindingInGuide } from './told-in-guide.ts';
import { told } from './told-in-guide.ts';

const rule = 'lab/jumbo-not-carried';
const why =
  'What does not fit is dropped without a word: a ping goes through, and a copy hangs. `ping -f -l 8972` shows it where 9000 bytes are meant.';

/**
 * Packets larger than Ethernet’s own that something on their way does not carry: the adapter under the one that sends them, the port at the
 * other end of the cable, the neighbour in the same network. What the guide leaves alone counts as left at 1500 bytes; a machine may have
 * been set otherwise before, so that this is a warning. The first place on the way is told, for all cables of a device at once.
 */
export function largePackets(
  cables: readonly SeenCable[],
  histories: ReadonlyMap<string, DeviceHistory>,
  lab: Lab,
): FindingInGuide[] {
  const sending = cables.filter(({ near }) => near.attached.large.length > 0);
  const beneath = [...Map.groupBy(sending, ({ near }) => near.at.device).values()].flatMap((own) => {
    const narrow = own.filter(({ near }) => isNarrower(near.attached.mtu, largest(near)));
    return narrow.length === 0 ? [] : tellBeneath(narrow.map(({ near }) => near));
  });
  const done = new Set(beneath.map(({ device }) => device));
  const across = [
    ...Map.groupBy(sending, ({ near, far }) => `${near.at.device} ${far.at.device}`).values(),
  ].flatMap((own) => {
    const narrow = own.find(
      ({ near, far }) => far.history.blocks.length > 0 && isNarrower(far.attached.mtu, largest(near)),
    );
    if (!narrow || done.has(narrow.near.at.device)) return [];
    done.add(narrow.near.at.device);
    return tellAcross(narrow);
  });
  return [
    ...beneath.flatMap(({ findings }) => findings),
    ...across,
    ...betweenNeighbours(histories, lab, done),
  ];
}

function largest({ attached: { large } }: SeenEnd): number {
  return large.reduce((most, { bytes }) => Math.max(most, bytes), 0);
}

function isNarrower(mtu: number | undefined, bytes: number): boolean {
  return (mtu ?? ethernetMtu) < bytes;
}

function tellBeneath(narrow: readonly SeenEnd[]) {
  const [first] = narrow;
  const bytes = largest(first!);
  const by = listed(first!.attached.large.map((one) => one.by));
  const ports = listed([...new Set(narrow.map(({ at }) => at.port))]);
  const findings = tellSender(first!, {
    message: `${first!.at.device} sends packets of ${String(bytes)} bytes from ${by}, and ${ports} beneath ${narrow.length === 1 ? 'takes' : 'take'} ${String(first!.attached.mtu ?? ethernetMtu)}.`,
    hint: `Set \`*JumboPacket\` of ${ports} as well, or leave ${by} as it is.`,
  });
  return findings.length > 0 ? [{ device: first!.at.device, findings }] : [];
}

function tellAcross({ near, far }: SeenCable): FindingInGuide[] {
  const bytes = largest(near);
  const by = listed(near.attached.large.map((one) => one.by));
  return tellSender(near, {
    message: `${near.at.device} sends packets of ${String(bytes)} bytes (${by}) out of ${near.at.port}, and ${nameOf(far)} at the other end takes ${String(far.attached.mtu ?? ethernetMtu)}.`,
    hint: `Let ${far.at.device} take frames that large as well, before anything sends them.`,
  });
}

/** Where the first of them was set. */
function tellSender({ at, history }: SeenEnd, finding: { message: string; hint: string }): FindingInGuide[] {
  return told(
    history,
    (state) => (history.run.queries.attach?.(state, at.port)?.large.length ?? 0) > 0,
    rule,
    {
      ...finding,
      why,
    },
  );
}

/** Two hosts that have addresses in one network of the lab. */
function betweenNeighbours(
  histories: ReadonlyMap<string, DeviceHistory>,
  lab: Lab,
  done: ReadonlySet<string>,
): FindingInGuide[] {
  const byVlan = Map.groupBy(
    addressesOf(histories).filter(({ vlan }) => vlan !== undefined),
    ({ vlan }) => vlan,
  );
  return [...byVlan].flatMap(([vlan, held]) => {
    const network = lab.networks.find((one) => one.vlan === vlan);
    const large = held.find(({ mtu, history }) => (mtu ?? 0) > ethernetMtu && !done.has(history.device.name));
    const small =
      large && held.find(({ mtu, history }) => history !== large.history && isNarrower(mtu, large.mtu!));
    if (!network || !large || !small || done.has(small.history.device.name)) return [];
    const { history, address } = large;
    return told(
      history,
      (state) =>
        history.run.queries
          .addresses?.(state)
          .some((one) => one.address === address && (one.mtu ?? 0) > ethernetMtu) ?? false,
      rule,
      {
        message: `In ${network.name}, ${history.device.name} sends packets of ${String(large.mtu)} bytes from ${large.at}, and ${small.history.device.name} has ${small.address} at ${small.at}, which takes ${String(small.mtu ?? ethernetMtu)}.`,
        hint: `Set \`*JumboPacket\` of ${small.at} on ${small.history.device.name} as well.`,
        why,
      },
    );
  });
}
