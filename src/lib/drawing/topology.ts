import { deviceClasses } from '../platforms/device-class.ts';
import { platforms } from '../platforms/platforms.ts';
import type { Cable, Lab, LabDevice, Link, Port, PortRef } from '../lab/lab.ts';

/** A drawing of a lab as plain geometry, in units of the SVG's view box; a unit is a pixel on a narrow phone. */
export interface Topology {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
  /** Links that work as one: a ring around the wires with its name. */
  readonly bundles: readonly CableBundle[];
}

export interface Box {
  readonly name: string;
  /** The palette's colour for what the device is; undefined for one without a colour of its own. */
  readonly accent: string | undefined;
  readonly subtitle: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ports: readonly PlacedPort[];
}

export interface PlacedPort {
  readonly name: string;
  /** The name, shortened to fit. */
  readonly label: string;
  readonly side: 'left' | 'right';
  readonly x: number;
  readonly y: number;
  readonly cable: Cable | undefined;
}

export interface Wire {
  readonly path: string;
  readonly cable: Cable | undefined;
  readonly title: string;
}

export interface CableBundle {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly label: string;
}

const boxWidth = 136;
const gap = 76;
/** Beside a column where wires run between its own boxes. */
const bow = 22;
const titleHeight = 40;
const rowHeight = 20;
const boxGap = 18;
const edge = 2;

type Side = 'near' | 'far';

/**
 * Hosts in one column, the most central class of device (switches, where there are any) in the other, each with its linked ports;
 * a switch's ports stand in the order of what they lead to, so that wires seldom cross.
 */
export function layOutTopology(lab: Lab): Topology {
  const columnOf = columnsOf(lab.devices);
  const columns = (column: Side) => lab.devices.filter(({ name }) => columnOf.get(name) === column);
  const inner = (column: Side) =>
    lab.links.some(
      ({ from, to }) => columnOf.get(from.device) === column && columnOf.get(to.device) === column,
    );
  const near = edge + (inner('near') ? bow : 0);
  const far = near + boxWidth + gap;
  const anyFar = columns('far').length > 0;
  const width = (anyFar ? far : near) + boxWidth + (inner('far') ? bow : 0) + edge;

  const heightOf = (devices: readonly LabDevice[]) =>
    devices.reduce((sum, { name }) => sum + boxHeight(endsOf(lab, name).length) + boxGap, -boxGap);
  const height = Math.max(heightOf(columns('near')), heightOf(columns('far')), 0) + 2 * edge;
  const places = new Map<string, PlacedPort>();
  const boxes: Box[] = [];
  for (const column of ['near', 'far'] as const) {
    const devices = columns(column);
    let y = (height - heightOf(devices)) / 2;
    for (const device of devices) {
      const x = column === 'near' ? near : far;
      const ends = endsOf(lab, device.name);
      if (column === 'far') ends.sort((a, b) => peerHeight(places, a) - peerHeight(places, b));
      const ports = ends.map(({ end, peer }, index): PlacedPort => {
        const outward = columnOf.get(peer.device) === column;
        const side = (column === 'near') === outward ? 'left' : 'right';
        return {
          name: end.port,
          label: fitted(shortPort(end.port), 16),
          side,
          x: side === 'left' ? x : x + boxWidth,
          y: y + titleHeight + index * rowHeight + rowHeight / 2 - 2,
          cable: cableOf(lab, end) ?? cableOf(lab, peer),
        };
      });
      for (const port of ports) places.set(`${device.name}/${port.name}`, port);
      const size = boxHeight(ports.length);
      boxes.push({
        name: device.name,
        accent: deviceClasses[device.class].accent,
        subtitle: fitted(
          (device.platform ? platforms[device.platform].title : device.title).replace(/^Windows /, ''),
          19,
        ),
        x,
        y,
        width: boxWidth,
        height: size,
        ports,
      });
      y += size + boxGap;
    }
  }
  const drawn = lab.links.flatMap((link) => {
    const from = places.get(keyOf(link.from));
    const to = places.get(keyOf(link.to));
    return from && to ? [{ link, from, to }] : [];
  });
  return {
    width,
    height,
    boxes,
    wires: drawn.map(({ link, from, to }) => ({
      path: wirePath(from, to),
      cable: from.cable ?? to.cable,
      title: inWords(link),
    })),
    bundles: bundlesOf(lab, drawn, near + boxWidth + gap / 2),
  };
}

/** The drawing in words. */
export function describeTopology(lab: Lab): string {
  const devices = lab.devices.map(({ name, title }) => `${name} is ${title}.`);
  return [...devices, ...lab.links.map((link) => `${inWords(link)}.`)].join(' ');
}

/** `GigabitEthernet1/0/20` as an engineer writes it: `Gi1/0/20`. Other names stay. */
export function shortPort(name: string): string {
  return name.replace(
    /^(TenGigabitEthernet|GigabitEthernet|FastEthernet|Port-channel)(?=\d)/i,
    (word) => ({ t: 'Te', g: 'Gi', f: 'Fa', p: 'Po' })[word[0]!.toLowerCase()] ?? word,
  );
}

/** The colour of the network that a port's role names, by id or name. */
export function cableOf(lab: Lab, end: PortRef): Cable | undefined {
  const role = portOf(lab, end)?.role?.toLowerCase();
  if (role === undefined) return undefined;
  return lab.networks.find(({ id, name }) => id === role || name.toLowerCase() === role)?.cable;
}

export function portOf(lab: Lab, { device, port }: PortRef): Port | undefined {
  return lab.devices.find(({ name }) => name === device)?.ports.find(({ name }) => name === port);
}

function columnsOf(devices: readonly LabDevice[]): Map<string, Side> {
  const centralityOf = (device: LabDevice) => deviceClasses[device.class].centrality;
  const highest = devices.map(centralityOf).reduce<number>((most, item) => Math.max(most, item), 0);
  return new Map(
    devices.map((device) => [device.name, highest > 0 && centralityOf(device) === highest ? 'far' : 'near']),
  );
}

interface CableEnd {
  readonly end: PortRef;
  readonly peer: PortRef;
}

function endsOf({ links }: Lab, device: string): CableEnd[] {
  return links.flatMap(({ from, to }) => [
    ...(from.device === device ? [{ end: from, peer: to }] : []),
    ...(to.device === device ? [{ end: to, peer: from }] : []),
  ]);
}

function boxHeight(ports: number): number {
  return titleHeight + (ports > 0 ? ports * rowHeight + 4 : 2);
}

/** Links that lead nowhere yet come last. */
function peerHeight(places: ReadonlyMap<string, PlacedPort>, { peer }: CableEnd): number {
  return places.get(keyOf(peer))?.y ?? Number.MAX_SAFE_INTEGER;
}

function keyOf({ device, port }: PortRef): string {
  return `${device}/${port}`;
}

function wirePath(from: PlacedPort, to: PlacedPort): string {
  const reach = from.side === to.side ? bow : gap / 2;
  const bend = (port: PlacedPort) => port.x + (port.side === 'left' ? -reach : reach);
  return `M${from.x} ${from.y}C${bend(from)} ${from.y} ${bend(to)} ${to.y} ${to.x} ${to.y}`;
}

/** Two or more links between the same devices whose ports have the same roles. */
function bundlesOf(
  lab: Lab,
  drawn: readonly { readonly link: Link; readonly from: PlacedPort; readonly to: PlacedPort }[],
  x: number,
): CableBundle[] {
  const groups = new Map<string, { readonly label: string; readonly heights: number[] }>();
  for (const { link, from, to } of drawn) {
    if (from.side === to.side) continue;
    const roles = [portOf(lab, link.from)?.role, portOf(lab, link.to)?.role];
    const label =
      roles.find((role) => /^port-channel/i.test(role ?? '')) ?? roles.find((role) => role !== undefined);
    if (label === undefined) continue;
    const key = JSON.stringify([link.from.device, link.to.device, ...roles]);
    const group = groups.get(key) ?? { label, heights: [] };
    groups.set(key, group);
    group.heights.push((from.y + to.y) / 2);
  }
  return [...groups.values()]
    .filter(({ heights }) => heights.length > 1)
    .map(({ label, heights }) => ({
      x,
      top: heights.reduce((least, item) => Math.min(least, item), Infinity) - 7,
      bottom: heights.reduce((most, item) => Math.max(most, item), -Infinity) + 7,
      label: fitted(label.replace(/^port-channel ?(?=\d)/i, 'Po'), 11),
    }));
}

function inWords({ from, to, note }: Link): string {
  return `${from.device} ${from.port} to ${to.device} ${to.port}${note === undefined ? '' : ` (${note})`}`;
}

function fitted(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters - 1)}…`;
}
