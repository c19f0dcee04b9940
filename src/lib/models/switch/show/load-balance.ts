import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';

const places: Readonly<Record<string, string>> = {
  src: 'Source',
  dst: 'Destination',
  'src-dst': 'Source XOR Destination',
};

/** `show etherchannel load-balance` of a Catalyst. What is no IP packet is spread by MAC addresses. */
export function loadBalance({ running, profile }: SwitchState): string {
  const method = running.loadBalance ?? profile.defaults.loadBalance;
  const [, where, what] = /^(src-dst|src|dst)-(mac|ip)$/.exec(method) ?? [];
  const place = where === undefined ? undefined : places[where];
  const by = (kind: string) => (place === undefined ? unknownValue : `${place} ${kind} address`);
  const ip = by(what === 'ip' ? 'IP' : 'MAC');
  return [
    'EtherChannel Load-Balancing Configuration:',
    `        ${method}`,
    '',
    'EtherChannel Load-Balancing Addresses Used Per-Protocol:',
    `Non-IP: ${by('MAC')}`,
    `  IPv4: ${ip}`,
    `  IPv6: ${ip}`,
  ].join('\n');
}
