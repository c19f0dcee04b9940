import ipaddr from 'ipaddr.js';
import { unknownValue } from '../../unknown-value.ts';
import type { InterfaceConfig, SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { interfaceStates } from './interface-states.ts';
import { globalLines, interfaceLinesKept } from './kept-lines.ts';
import { withOthers } from './unknown-ports.ts';

/** What an interface has of IPv6: its addresses with the length of their prefix, in the order they were given. */
interface Ipv6Addresses {
  readonly isOn: boolean;
  /** As the device writes it; undefined where it is made of the address burnt into the machine. */
  readonly linkLocal: string | undefined;
  readonly global: readonly Ipv6Address[];
  /** A server, a router or the machine's own address make further ones. */
  readonly hasOthers: boolean;
}

interface Ipv6Address {
  readonly address: string;
  readonly length: number;
  /** As the device writes it: `2001:DB8:1::`. */
  readonly network: string;
}

/** `show ipv6 interface brief` of a Catalyst: every interface with its addresses, a link-local one first. */
export function ipv6InterfaceBrief(state: SwitchState, wiring: Wiring): string {
  const rows = [...interfaceStates(state, wiring)].map(([name, { admin, protocol }]) => {
    const is = admin === 'admin down' ? 'administratively down' : admin;
    const { isOn, linkLocal, global, hasOthers } = addressesOf(state.running.interfaces.get(name));
    const own = [
      `    ${linkLocal ?? unknownValue}`,
      ...global.map(({ address }) => `    ${address}`),
      ...(hasOthers ? [unknownValue] : []),
    ];
    return [`${name.padEnd(22)} [${is}/${protocol}]`, ...(isOn ? own : ['    unassigned'])].join('\n');
  });
  return withOthers(rows, state).join('\n');
}

/** `show ipv6 interface X`: undefined where nothing of IPv6 is on it. */
export function ipv6Interface(state: SwitchState, wiring: Wiring, name: string): string | undefined {
  const up = interfaceStates(state, wiring).get(name);
  const { isOn, linkLocal, global } = addressesOf(state.running.interfaces.get(name));
  if (!up || !isOn) return undefined;
  const is = up.admin === 'admin down' ? 'administratively down' : up.admin;
  return [
    `${name} is ${is}, line protocol is ${up.protocol}`,
    `  IPv6 is enabled, link-local address is ${linkLocal ?? unknownValue}`,
    unknownValue,
    ...global.flatMap(({ address, length, network }) => [
      `    ${address}, subnet is ${network}/${String(length)}`,
      unknownValue,
    ]),
  ].join('\n');
}

/** `show ipv6 neighbors`: the head; who was heard is not known. */
export function ipv6Neighbors(): string {
  return ['IPv6 Address                              Age Link-layer Addr State Interface', unknownValue].join(
    '\n',
  );
}

/** The letters of the routes that a word of `show ipv6 route` asks for. */
const letters: Readonly<Record<string, RegExp>> = { connected: /^C/, local: /^L/, static: /^S/ };

/**
 * `show ipv6 route [connected | local | static]`: the own addresses and the configured routes; what others tell is not known, nor how the
 * lines below a connected network are worded, which differs from image to image.
 */
export function ipv6Route(state: SwitchState, wiring: Wiring, kind?: string): string {
  const own = [...interfaceStates(state, wiring)].flatMap(([name, { protocol }]) => {
    if (protocol !== 'up') return [];
    return addressesOf(state.running.interfaces.get(name)).global.flatMap(({ address, length, network }) => [
      ...(length < 128 ? [[`C   ${network}/${String(length)} [0/0]`, `     via ${unknownValue}`]] : []),
      [`L   ${address}/128 [0/0]`, `     via ${unknownValue}`],
    ]);
  });
  const configured = globalLines(state).flatMap((line) => {
    const [, prefix, next] = /^ipv6 route (\S+) (\S+)$/.exec(line) ?? [];
    const read = prefix === undefined ? undefined : prefixOf(prefix);
    if (!read || next === undefined || !ipaddr.IPv6.isValid(next)) return [];
    return [[`S   ${read.network}/${String(read.length)} [1/0]`, `     via ${written(next)}`]];
  });
  const wanted = kind === undefined ? undefined : letters[kind];
  return [
    `IPv6 Routing Table - ${unknownValue}`,
    unknownValue,
    ...[...own, ...configured]
      .filter(([first]) => wanted?.test(first!) ?? true)
      .flatMap((route) => [...route, unknownValue]),
  ].join('\n');
}

/** The names of access lists of IPv6 that are applied or asked for are known by their blocks: `show ipv6 access-list [NAME]`. */
export function ipv6AccessLists({ running }: SwitchState, _: Wiring, name?: string): string {
  return [...running.lineBlocks]
    .flatMap(([opening, lines]) => {
      const own = /^ipv6 access-list (\S+)$/.exec(opening)?.[1];
      if (own === undefined || (name !== undefined && own !== name)) return [];
      return [
        `IPv6 access list ${own}`,
        ...[...lines.values()].flatMap((line) =>
          line.startsWith('remark') ? [] : [`    ${line} ${unknownValue}`],
        ),
      ];
    })
    .join('\n');
}

function addressesOf(config: InterfaceConfig | undefined): Ipv6Addresses {
  const lines = interfaceLinesKept(config ?? {}).filter((line) => line.startsWith('ipv6 '));
  const typed = lines.flatMap((line) => {
    const [, address, how] = /^ipv6 address (\S+)(?: (\S+))?$/.exec(line) ?? [];
    return address === undefined ? [] : [{ address, how }];
  });
  const linkLocal = typed.find(({ how }) => how === 'link-local')?.address;
  const global = typed.flatMap(({ address, how }) =>
    how === undefined || how === 'anycast' ? (prefixOf(address) ?? []) : [],
  );
  return {
    isOn: typed.length > 0 || lines.includes('ipv6 enable'),
    linkLocal: linkLocal === undefined ? undefined : written(linkLocal),
    global,
    hasOthers: typed.length > global.length + (linkLocal === undefined ? 0 : 1),
  };
}

/** Undefined for what is no address with the length of its prefix. */
function prefixOf(text: string): Ipv6Address | undefined {
  const [address = '', size = ''] = text.split('/');
  const length = Number(size);
  if (!ipaddr.IPv6.isValid(address) || !/^\d+$/.test(size) || length > 128) return undefined;
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${address}/${size}`).toString();
  return { address: written(address), length, network: written(network) };
}

/** Letters are capitals, and the first longest run of zeros is left out. */
function written(address: string): string {
  return ipaddr.IPv6.isValid(address) ? ipaddr.IPv6.parse(address).toString().toUpperCase() : address;
}
