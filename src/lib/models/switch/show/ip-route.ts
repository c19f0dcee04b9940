import { unknownValue } from '../../unknown-value.ts';
import { isRouted } from '../state.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { maskLength } from './interface-details.ts';
import { vlanInterfaceId } from './interface-names.ts';
import { interfaceStates } from './interface-states.ts';
import { globalLines } from './kept-lines.ts';

interface Route {
  readonly network: number;
  readonly length: number;
  readonly text: string;
}

/**
 * `show ip route` of a Catalyst with IOS 15. A switch that does not route tells of its gateway; whether one of unknown make does is not
 * known, so that undefined comes of it where nothing says so. What routing protocols learn is not known.
 */
export function ipRoute(state: SwitchState, wiring: Wiring): string | undefined {
  const lines = globalLines(state);
  const routes = lines.includes('ip routing');
  if (!routes && !lines.includes('no ip routing') && state.profile.routesByDefault !== false)
    return undefined;
  if (!routes) {
    const { gateway } = state.running;
    return [
      gateway === undefined ? 'Default gateway is not set' : `Default gateway is ${gateway}`,
      '',
      'Host               Gateway           Last Use    Total Uses  Interface',
      'ICMP redirect cache is empty',
    ].join('\n');
  }
  const known = [...connected(state, wiring), ...fixed(lines)].sort(
    (a, b) => a.network - b.network || a.length - b.length,
  );
  const gateway = lines.findLast((line) => /^ip route 0\.0\.0\.0 0\.0\.0\.0 \d/.test(line))?.split(' ')[4];
  return [
    unknownValue,
    gateway === undefined
      ? `Gateway of last resort is ${unknownValue}`
      : `Gateway of last resort is ${gateway} to network 0.0.0.0`,
    '',
    ...known.flatMap(({ text }) => [unknownValue, text]),
    unknownValue,
  ].join('\n');
}

function connected(state: SwitchState, wiring: Wiring): Route[] {
  return [...interfaceStates(state, wiring)].flatMap(([name, { protocol }]) => {
    const config = state.running.interfaces.get(name);
    const routed = vlanInterfaceId(name) !== undefined || (config && isRouted(config));
    const [ip = '', mask = ''] = (routed && protocol === 'up' && config?.ipAddress?.split(' ')) || [];
    const address = numberOf(ip);
    const ones = numberOf(mask);
    if (address === undefined || ones === undefined) return [];
    const length = maskLength(mask);
    const network = (address & ones) >>> 0;
    return [
      {
        network,
        length,
        text: `C        ${dotted(network)}/${String(length)} is directly connected, ${name}`,
      },
      { network: address, length: 32, text: `L        ${ip}/32 is directly connected, ${name}` },
    ];
  });
}

function fixed(lines: readonly string[]): Route[] {
  return lines.flatMap((line) => {
    const [, ip = '', mask = '', next = '', distance = '1'] =
      /^ip route (\S+) (\S+) ([\d.]+)(?: (\d+))?$/.exec(line) ?? [];
    const network = numberOf(ip);
    if (network === undefined || numberOf(mask) === undefined) return [];
    const length = maskLength(mask);
    const flag = length === 0 ? 'S*' : 'S ';
    return [{ network, length, text: `${flag}       ${ip}/${String(length)} [${distance}/0] via ${next}` }];
  });
}

function numberOf(address: string): number | undefined {
  if (!/^\d+(\.\d+){3}$/.test(address)) return undefined;
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => String((address >>> shift) & 255)).join('.');
}
