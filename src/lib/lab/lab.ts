import type { DeviceClass } from '../platforms/device-class.ts';
import type { PlatformId } from '../platforms/platforms.ts';

/** The typed description of the machines a labwork is about. Made by `readLab`, which proves that its parts agree. */
export interface Lab {
  /** The file's name without extension: `daisetta`. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly devices: readonly LabDevice[];
  readonly links: readonly Link[];
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

/** Written `smb1/Ethernet 2` in YAML. */
export interface PortRef {
  readonly device: string;
  readonly port: string;
}

/** The colour of the cable that carries a network; each has its token in the styles. */
export const cables = ['grey', 'blue', 'teal', 'violet', 'amber', 'magenta'] as const;
export type Cable = (typeof cables)[number];

export interface Network {
  readonly id: string;
  readonly name: string;
  /** 1 to 4094. */
  readonly vlan: number;
  /** CIDR, `192.168.15.0/24`; absent where addresses come from elsewhere (DHCP). */
  readonly subnet?: string | undefined;
  readonly purpose: string;
  readonly notes?: string | undefined;
  readonly cable: Cable;
  /** Device name to its address in the subnet. */
  readonly hosts: Readonly<Record<string, string>>;
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
