import type { Cable, Lab, LabDevice, PortRef } from '../lab/lab.ts';
import { cableOf, shortPort } from './topology.ts';

/** The front of a device as plain geometry, in units of the SVG's view box. */
export interface PortMap {
  readonly width: number;
  readonly height: number;
  /** Of every jack. */
  readonly jackWidth: number;
  readonly jackHeight: number;
  readonly jacks: readonly Jack[];
  /** A line along jacks of one role that stand side by side. */
  readonly brackets: readonly Bracket[];
  /** Roles and links in words, one line each. */
  readonly notes: readonly PortNote[];
}

export interface Jack {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** The lab says nothing of this port. */
  readonly listed: boolean;
  readonly linked: boolean;
  readonly cable: Cable | undefined;
  readonly title: string;
}

export interface Bracket {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

/** Ports by their short names. */
export interface PortNote {
  readonly port: string;
  readonly role: string | undefined;
  readonly peer: PortRef | undefined;
}

const jackWidth = 24;
const jackHeight = 20;
const pitch = 28;
/** Columns of two jacks; the next ones go below. */
const perBank = 12;
const rowPitch = 26;
const bankHeight = 76;
const top = 12;
/** Beyond this many numbers, only the ports that the lab lists are drawn. */
const mostNumbers = 192;

/**
 * Ports in the usual order of a switch: odd numbers above, even ones below. Numbers that the lab leaves out below its highest are
 * drawn as unlisted. Ports without a number follow in the lab's order.
 */
export function layOutPorts(lab: Lab, device: LabDevice): PortMap {
  const peers = new Map<string, PortRef>();
  for (const { from, to } of lab.links) {
    if (from.device === device.name) peers.set(from.port, to);
    if (to.device === device.name) peers.set(to.port, from);
  }
  const jacks: Jack[] = [];
  const brackets: Bracket[] = [];
  let slots = 0;
  for (const group of panelsOf(device)) {
    // A panel begins on a column of its own.
    const start = slots + (slots % 2);
    const roles: (string | undefined)[] = [];
    group.forEach(({ number, port }, index) => {
      const peer = port === undefined ? undefined : peers.get(port.name);
      const role = port?.role;
      roles[index] = role;
      const at = place(start + index);
      jacks.push({
        number,
        ...at,
        listed: port !== undefined,
        linked: peer !== undefined,
        cable:
          port &&
          (cableOf(lab, { device: device.name, port: port.name }) ?? (peer ? cableOf(lab, peer) : undefined)),
        title: port
          ? [port.name, role, peer && `to ${peer.device} ${peer.port}`].filter(Boolean).join(', ')
          : `port ${number}, not in the lab`,
      });
      if (role === undefined || group.filter((other) => other.port?.role === role).length < 2) return;
      const y = (start + index) % 2 === 0 ? at.y - 5 : at.y + jackHeight + 5;
      const open = brackets.find(
        (bracket) =>
          bracket.y === y && bracket.x2 === at.x - (pitch - jackWidth) && roles[index - 2] === role,
      );
      if (open) brackets[brackets.indexOf(open)] = { ...open, x2: at.x + jackWidth };
      else brackets.push({ x1: at.x, x2: at.x + jackWidth, y });
    });
    slots = start + group.length;
  }
  const columns = Math.min(perBank, Math.ceil(slots / 2));
  const banks = Math.max(1, Math.ceil(slots / 2 / perBank));
  return {
    width: columns * pitch + 16,
    height: banks * bankHeight - 8,
    jackWidth,
    jackHeight,
    jacks,
    brackets,
    notes: device.ports
      .filter((port) => port.role !== undefined || peers.has(port.name))
      .map(({ name, role }) => ({ port: shortPort(name), role, peer: shortRef(peers.get(name)) })),
  };
}

function shortRef(ref: PortRef | undefined): PortRef | undefined {
  return ref && { device: ref.device, port: shortPort(ref.port) };
}

interface Socket {
  readonly number: number;
  readonly port: LabDevice['ports'][number] | undefined;
}

/** Ports whose names agree up to their last number are one panel. */
function panelsOf({ ports }: LabDevice): Socket[][] {
  const panels = new Map<string, Map<number, LabDevice['ports'][number]>>();
  ports.forEach((port, index) => {
    const digits = /(?<!\d)\d+$/.exec(port.name)?.[0];
    const prefix = digits === undefined ? '' : port.name.slice(0, -digits.length);
    const panel = panels.get(prefix) ?? new Map<number, LabDevice['ports'][number]>();
    panels.set(prefix, panel);
    panel.set(digits === undefined ? index + 1 : Number(digits), port);
  });
  return [...panels.values()].map((panel) => {
    const known = [...panel.keys()].sort((a, b) => a - b);
    const highest = known.at(-1) ?? 0;
    const first = Math.min(1, known[0] ?? 1);
    const numbers =
      highest > mostNumbers
        ? known
        : Array.from({ length: highest - first + 1 }, (_, index) => first + index);
    return numbers.map((number) => ({ number, port: panel.get(number) }));
  });
}

function place(slot: number): { x: number; y: number } {
  const column = Math.floor(slot / 2);
  return {
    x: 8 + (column % perBank) * pitch,
    y: top + Math.floor(column / perBank) * bankHeight + (slot % 2) * rowPitch,
  };
}
