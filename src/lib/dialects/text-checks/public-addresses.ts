import ipaddr from 'ipaddr.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Code, Spot } from './report.ts';
import { reportSpot } from './report.ts';

const ipv4 = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g;
// Global unicast is 2000::/3 (RFC 4291, section 2.4).
const ipv6 = /(?<![\w:.])[23][0-9A-Fa-f]{3}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\w:])/g;

/** Addresses that belong to somebody on the internet: a guide uses private ones, or those kept for documentation. */
export function checkPublicAddresses(code: Code): Diagnostic[] {
  const { text } = code;
  const spots: Spot[] = [];
  for (const match of text.matchAll(ipv4))
    if (isPublicIpv4(match[0]) && !isVersion(text, match.index))
      spots.push({ start: match.index, end: match.index + match[0].length });
  for (const match of text.matchAll(ipv6))
    if (isPublicIpv6(match[0])) spots.push({ start: match.index, end: match.index + match[0].length });
  return spots
    .sort((a, b) => a.start - b.start)
    .flatMap((spot) =>
      reportSpot(code, 'hygiene/public-address', spot, {
        message: `${text.slice(spot.start, spot.end)} is a public address, which belongs to somebody on the internet.`,
        label: 'public address',
        hint: 'Use a private address, or one for documentation: 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32.',
      }),
    );
}

function isPublicIpv4(text: string): boolean {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) return false;
  const address = ipaddr.IPv4.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.prefixLengthFromSubnetMask() === null && !isWildcard(address);
}

/** The mask of an access list, `0.0.0.255` or `63.255.255.255`: zeros, then ones. */
function isWildcard(address: ipaddr.IPv4): boolean {
  const inverse = address.octets.map((octet) => 255 - octet);
  return new ipaddr.IPv4(inverse).prefixLengthFromSubnetMask() !== null;
}

function isPublicIpv6(text: string): boolean {
  return ipaddr.IPv6.isValid(text) && ipaddr.IPv6.parse(text).range() === 'unicast';
}

/** `-Version 6.3.1.0`, `[version]'1.2.3.4'`, `v4.0.0.1`. */
function isVersion(text: string, at: number): boolean {
  return /version[\s\]:='"(]*$|\bv$/i.test(text.slice(Math.max(0, at - 24), at));
}
