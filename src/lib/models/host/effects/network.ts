import ipaddr from 'ipaddr.js';

/** The network that an IPv4 address is in: `10.0.0.0`. */
export function networkOf(address: string | undefined, mask: string | undefined): string | undefined {
  if (address === undefined || mask === undefined) return undefined;
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) || !ipaddr.IPv4.isValidFourPartDecimal(mask))
    return undefined;
  const prefix = ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask();
  return prefix === null
    ? undefined
    : ipaddr.IPv4.networkAddressFromCIDR(`${address}/${String(prefix)}`).toString();
}
