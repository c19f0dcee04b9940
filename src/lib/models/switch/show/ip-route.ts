import { unknownValue } from '../../unknown-value.ts';
import { isRouted } from '../state.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { maskLength } from './interface-details.ts';
import { vlanInterfaceId } from './interface-names.ts';
import { interfaceStates } from './interface-states.ts';
import { addressNumber, dottedAddress } from './ip-addresses.ts';
import { globalLines, interfaceLinesKept } from './kept-lines.ts';
import { routingProcesses } from './routing-processes.ts';

interface Route {
  readonly network: number;
  readonly length: number;
  readonly text: string;
  /** What is printed of it alone. */
  readonly detail: readonly string[];
}

/** The letter that routes of a kind begin with. */
const letters = { connected: /^[CL]/, static: /^S/, ospf: /^O/, eigrp: /^D/, rip: /^R/ } as const;

/**
 * `show ip route [KIND]` of a Catalyst with IOS 15. A switch that does not route tells of its gateway; whether one of unknown make does is
 * not known, so that undefined comes of it where nothing says so. What routing protocols learn is not known.
 */
export function ipRoute(state: SwitchState, wiring: Wiring, kind?: keyof typeof letters): string | undefined {
  const routes = isRouting(state);
  if (routes === undefined) return undefined;
  if (!routes) {
    const { gateway } = state.running;
    return [
      gateway === undefined ? 'Default gateway is not set' : `Default gateway is ${gateway}`,
      '',
      'Host               Gateway           Last Use    Total Uses  Interface',
      'ICMP redirect cache is empty',
    ].join('\n');
  }
  const known = routesOf(state, wiring).filter(({ text }) => kind === undefined || letters[kind].test(text));
  return [
    unknownValue,
    `Gateway of last resort is ${lastResort(state)}`,
    '',
    ...known.flatMap(({ text }) => [unknownValue, text]),
    ...(kind === 'connected' || kind === 'static' ? [] : [unknownValue]),
  ].join('\n');
}

/** `show ip route summary`: the head; how much memory the routes take, and how many there are, is not known. */
export function ipRouteSummary(state: SwitchState): string | undefined {
  if (isRouting(state) !== true) return undefined;
  const row = (what: string) => [unknownValue, `${what.padEnd(15)} ${unknownValue}`];
  return [
    `IP routing table name is ${unknownValue}`,
    unknownValue,
    `Route Source    Networks    Subnets     ${unknownValue}`,
    ...['connected', 'static', 'internal', 'Total'].flatMap(row),
  ].join('\n');
}

/** `show ip route A.B.C.D`: undefined where a route that others told of may be meant. */
export function ipRouteTo(state: SwitchState, wiring: Wiring, address: string): string | undefined {
  const wanted = addressNumber(address);
  if (isRouting(state) !== true || wanted === undefined || mayLearn(state)) return undefined;
  const own = routesOf(state, wiring)
    .filter(({ network, length }) => (length > 0 || wanted === 0) && maskedTo(wanted, length) === network)
    .sort((a, b) => b.length - a.length)[0];
  if (!own) return '% Network not in table';
  // Of a network with subnets all are listed, where its own address is asked for.
  if (wanted === own.network && own.length < 32 && own.length > 0) return undefined;
  return own.detail.join('\n');
}

/**
 * Undefined where nothing says whether it does. A process of a routing protocol is refused where it does not, and a machine with an address
 * on a port that nobody took from switching is a router, unless it has a gateway, as one has that was made a host.
 */
function isRouting(state: SwitchState): boolean | undefined {
  const lines = globalLines(state);
  if (lines.includes('ip routing') || routingProcesses(state).length > 0) return true;
  if (lines.includes('no ip routing') || state.profile.routesByDefault === false) return false;
  return hasRouterPort(state) ? true : undefined;
}

function hasRouterPort({ profile, running }: SwitchState): boolean {
  if (profile.portsSwitch || profile.ports.length > 0 || running.gateway !== undefined) return false;
  return [...running.interfaces].some(([name, config]) => {
    if (/^(Vlan|Loopback|Tunnel|Port-channel|FastEthernet0$)/.test(name) || isRouted(config)) return false;
    return (
      config.ipAddress !== undefined ||
      interfaceLinesKept(config).some((line) => line.startsWith('encapsulation dot1'))
    );
  });
}

/** Others may tell it of networks. */
function mayLearn(state: SwitchState): boolean {
  const byServer = [...state.running.interfaces.values()].some(({ ipAddress }) => ipAddress === 'dhcp');
  return byServer || routingProcesses(state).length > 0;
}

function lastResort(state: SwitchState): string {
  const line = globalLines(state).findLast((one) => /^ip route 0\.0\.0\.0 0\.0\.0\.0 \d/.test(one));
  if (line !== undefined) return `${line.split(' ')[4]!} to network 0.0.0.0`;
  return mayLearn(state) ? unknownValue : 'not set';
}

function routesOf(state: SwitchState, wiring: Wiring): Route[] {
  return [...connected(state, wiring), ...fixed(globalLines(state))].sort(
    (a, b) => a.network - b.network || a.length - b.length,
  );
}

function maskedTo(address: number, length: number): number {
  return length === 0 ? 0 : (address & (0xffffffff << (32 - length))) >>> 0;
}

function connected(state: SwitchState, wiring: Wiring): Route[] {
  return [...interfaceStates(state, wiring)].flatMap(([name, { protocol }]) => {
    const config = state.running.interfaces.get(name);
    const routed =
      vlanInterfaceId(name) !== undefined ||
      name.startsWith('Loopback') ||
      (config && (isRouted(config) || !state.profile.portsSwitch));
    const [ip = '', mask = ''] = (routed && protocol === 'up' && config?.ipAddress?.split(' ')) || [];
    const address = addressNumber(ip);
    const ones = addressNumber(mask);
    if (address === undefined || ones === undefined) return [];
    const length = maskLength(mask);
    const network = (address & ones) >>> 0;
    return [
      {
        network,
        length,
        text: `C        ${dottedAddress(network)}/${String(length)} is directly connected, ${name}`,
        detail: connectedDetail(dottedAddress(network), length, name),
      },
      {
        network: address,
        length: 32,
        text: `L        ${ip}/32 is directly connected, ${name}`,
        detail: connectedDetail(ip, 32, name),
      },
    ];
  });
}

function fixed(lines: readonly string[]): Route[] {
  return lines.flatMap((line) => {
    const [, ip = '', mask = '', next = '', distance = '1'] =
      /^ip route (\S+) (\S+) ([\d.]+)(?: (\d+))?$/.exec(line) ?? [];
    const network = addressNumber(ip);
    if (network === undefined || addressNumber(mask) === undefined) return [];
    const length = maskLength(mask);
    const flag = length === 0 ? 'S*' : 'S ';
    return [
      {
        network,
        length,
        text: `${flag}       ${ip}/${String(length)} [${distance}/0] via ${next}`,
        detail: [
          `Routing entry for ${ip}/${String(length)}${length === 0 ? ', supernet' : ''}`,
          `  Known via "static", distance ${distance}, metric 0${length === 0 ? ', candidate default path' : ''}`,
          '  Routing Descriptor Blocks:',
          `  * ${next}`,
          '      Route metric is 0, traffic share count is 1',
        ],
      },
    ];
  });
}

function connectedDetail(network: string, length: number, name: string): string[] {
  return [
    `Routing entry for ${network}/${String(length)}`,
    '  Known via "connected", distance 0, metric 0 (connected, via interface)',
    '  Routing Descriptor Blocks:',
    `  * directly connected, via ${name}`,
    '      Route metric is 0, traffic share count is 1',
  ];
}
