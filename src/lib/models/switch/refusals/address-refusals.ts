import { configOf } from '../change.ts';
import type { ConfigTarget } from '../change.ts';
import type { SwitchCommand } from '../command.ts';
import { choicesOf, valueOf } from '../command.ts';
import type { SwitchState } from '../state.ts';
import { isAtSwitchedPort } from './port-refusals.ts';
import type { StateRefusal } from './refusal.ts';
import { rejected } from './refusal.ts';

/** `ip address A M`. Replies: transcripts of labs in public repositories. */
export const addresses: StateRefusal = (command, state, target) => {
  if (state.profile.vlans.store !== 'database') return undefined;
  const port = isAtSwitchedPort(command, state, target);
  if (port !== undefined)
    return rejected(
      `${port} switches; a port of layer 2 has no address.`,
      'Give the address to the interface of a VLAN: `interface vlan 10`.',
      { reply: '% IP addresses may not be configured on L2 links.' },
    );
  const [ip, mask] = [valueOf(command, 'ip'), valueOf(command, 'mask')];
  if (ip === undefined || mask === undefined || target.kind !== 'interfaces') return undefined;
  if (command.negation) return notThere(`${ip} ${mask}`, command, state, target);
  const [address, bits] = [numberOf(ip), numberOf(mask)];
  const first = address >>> 24;
  if (first === 0 || first === 127 || first >= 224)
    return rejected(
      `${ip} is the address of no host.`,
      'Choose an address from 1.0.0.0 to 223.255.255.255.',
      {
        reply: `Not a valid host address - ${ip}`,
        value: 'ip',
      },
    );
  const length = prefixOf(bits);
  const own = target.names[0]!;
  const isLoopback = /^loopback/i.test(own);
  const host = (address & ~bits) >>> 0;
  if (length < 31 && (host === 0 || host === ~bits >>> 0))
    return rejected(
      `${ip} is the ${host === 0 ? 'network itself' : 'broadcast address'}, with a mask of ${String(length)} bits.`,
      'Choose an address between the two.',
      { reply: `Bad mask /${String(length)} for address ${ip}`, value: 'ip' },
    );
  if (length === 32 && !isLoopback)
    return rejected(`A mask of 32 bits leaves no network on ${own}.`, 'Choose a shorter mask.', {
      reply: `Bad mask /32 for address ${ip}`,
      value: 'mask',
    });
  return overlap(own, address, bits, choicesOf(command).at(-1) === 'secondary', state);
};

/** `ipv6 address A`: an address needs the length of its prefix, or to be one of the link (transcripts of 2960). */
export const prefixes: StateRefusal = (command, state) => {
  if (command.negation || state.profile.vlans.store !== 'database') return undefined;
  const [, , address = '', kind] = command.words;
  if (!address.includes(':') || address.includes('/') || kind !== undefined) return undefined;
  return rejected(
    `${address} has no prefix length.`,
    'Write it behind the address, such as `/64`, or `link-local` where it is an address of the link.',
    { reply: '% Incomplete command.' },
  );
};

/** `no ip address A M` takes that address away and no other one. The reply of a first address with others beside it is that of IOS. */
function notThere(
  typed: string,
  command: SwitchCommand,
  state: SwitchState,
  { names }: Extract<ConfigTarget, { kind: 'interfaces' }>,
) {
  const isSecond = choicesOf(command).at(-1) === 'secondary';
  for (const name of names) {
    const { ipAddress, lines } = configOf(state, name);
    const seconds = [...(lines?.values() ?? [])].flatMap(
      (line) => /^ip address (\S+ \S+) secondary$/.exec(line)?.[1] ?? [],
    );
    const own = isSecond ? seconds : ipAddress === undefined ? [] : [ipAddress];
    if (own.length > 0 && !own.includes(typed))
      return rejected(
        `${name} has ${own.join(' and ')}; ${typed} is not among its addresses, and nothing is taken away.`,
        'Name the address that is there, or type `no ip address`.',
        { value: 'ip' },
      );
    if (!isSecond && seconds.length > 0 && own.includes(typed))
      return rejected(
        `${name} has ${seconds.join(' and ')} beside it, which would be left without a first one.`,
        'Take the secondary addresses away first.',
        { reply: 'Must delete secondary before deleting primary', value: 'ip' },
      );
  }
  return undefined;
}

/** Two interfaces of one switch in one network. The reply names the network of the new address, and who has the other. */
function overlap(own: string, address: number, bits: number, isSecond: boolean, state: SwitchState) {
  for (const [name, { ipAddress, lines, shutdown }] of state.running.interfaces) {
    if (name === own && !isSecond) continue;
    // An interface in another routing table may have the same network, and one that is shut down keeps quiet.
    if (lines && [...lines.values()].some((line) => /\bvrf\b/.test(line))) continue;
    if ([...(configOf(state, own).lines?.values() ?? [])].some((line) => /\bvrf\b/.test(line))) continue;
    const [other, otherMask] = (ipAddress ?? '').split(' ');
    if (other === undefined || otherMask === undefined || shutdown) continue;
    const common = (bits & numberOf(otherMask)) >>> 0;
    if ((address & common) >>> 0 !== (numberOf(other) & common) >>> 0) continue;
    const network = textOf((address & bits) >>> 0);
    return rejected(
      `${network} is, at least in part, the network of ${name} (${ipAddress!}).`,
      'Choose another network.',
      {
        reply: name === own ? undefined : `% ${network} overlaps with ${name}`,
        value: 'ip',
      },
    );
  }
  return undefined;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, octet) => ((sum << 8) | Number(octet)) >>> 0, 0);
}

function textOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => String((address >>> shift) & 255)).join('.');
}

function prefixOf(bits: number): number {
  return bits.toString(2).replaceAll('0', '').length;
}
