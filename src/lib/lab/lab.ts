import type { DeviceClass } from '../platforms/device-class.ts';
import type { PlatformId } from '../platforms/platforms.ts';

/** The typed description of the machines a labwork is about. Made by `readLab`, which proves that its parts agree. */
export interface Lab {
  /** The file's name without extension: `workshop`. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly devices: readonly LabDevice[];
  readonly links: readonly Link[];
  /** Devices under one name, which a block may run on together. */
  readonly groups: readonly DeviceGroup[];
  /** The DNS domain that its hosts belong to: `lab.example`. */
  readonly domain?: string | undefined;
  readonly networks: readonly Network[];
  readonly values: readonly NamedValue[];
}

export interface LabDevice {
  readonly name: string;
  readonly title: string;
  readonly class: DeviceClass;
  /** Absent where nothing runs on it in a guide. */
  readonly platform?: PlatformId | undefined;
  /** What a reader may have in its place; blocks with `platform=` are written for these. */
  readonly alternatives: readonly PlatformId[];
  readonly summary?: string | undefined;
  /** What it does for the others, in a few words each: `domain controller`. */
  readonly roles: readonly string[];
  /** NICs of a host, ports of a switch. */
  readonly ports: readonly Port[];
}

export interface Port {
  /** `Ethernet 2`, `GigabitEthernet1/0/20`. */
  readonly name: string;
  /** The driver's interface description of a NIC. */
  readonly driver?: string | undefined;
  readonly speedMbps: number;
  readonly role?: string | undefined;
}

export interface Link {
  readonly from: PortRef;
  readonly to: PortRef;
  readonly note?: string | undefined;
}

/** Written `hv1/Ethernet 2` in YAML. */
export interface PortRef {
  readonly device: string;
  readonly port: string;
}

export interface DeviceGroup {
  readonly name: string;
  readonly title?: string | undefined;
  /** Names of devices. */
  readonly devices: readonly string[];
}

/**
 * The colour of the cable that carries a network; each has its token in the styles, and can be told from all others in both themes
 * (`test/contrast.test.ts`). Networks that are given none get one each in this order.
 */
export const cables = [
  'grey',
  'blue',
  'teal',
  'violet',
  'amber',
  'magenta',
  'green',
  'red',
  'indigo',
  'pink',
  'brown',
  'forest',
] as const;
export type Cable = (typeof cables)[number];

export interface Network {
  readonly id: string;
  readonly name: string;
  /** 1 to 4094. */
  readonly vlan: number;
  /** CIDR, `192.168.15.0/24`; absent where addresses come from elsewhere (DHCP). */
  readonly subnet?: string | undefined;
  /** The address in the subnet by which it is left. */
  readonly gateway?: string | undefined;
  /** Addresses of the servers that its hosts ask for names, the first one first. */
  readonly dns: readonly string[];
  /** Addresses in the subnet that a DHCP server gives away. */
  readonly dhcp: readonly AddressRange[];
  readonly purpose: string;
  readonly notes?: string | undefined;
  readonly cable: Cable;
  /** Device name to its address in the subnet. */
  readonly hosts: Readonly<Record<string, string>>;
}

/** Both ends belong to it. */
export interface AddressRange {
  readonly from: string;
  readonly to: string;
}

export const valueTypes = [
  'name',
  'text',
  'integer',
  'vlan',
  'ipv4',
  'cidr',
  'prefix-length',
  'port-channel',
] as const;
export type ValueType = (typeof valueTypes)[number];

/** Something of the lab that a reader may change. */
export interface NamedValue {
  readonly name: string;
  readonly type: ValueType;
  /** As it is written in the lab's file. */
  readonly value: string;
  /** What it is, in a few words. */
  readonly title: string;
}

/** What `{{path}}` stands for. */
export interface LabValue {
  readonly path: string;
  readonly type: ValueType;
  /** As written in a command before quoting. */
  readonly text: string;
  readonly title: string;
  /** The network it belongs to, whose cable colours it on the page. */
  readonly network?: string;
}
