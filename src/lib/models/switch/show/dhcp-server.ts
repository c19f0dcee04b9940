import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { maskLength } from './interface-details.ts';
import { addressNumber, dottedAddress } from './ip-addresses.ts';

interface Pool {
  readonly name: string;
  readonly network: string | undefined;
}

function poolsOf({ running }: SwitchState): Pool[] {
  return [...running.lineBlocks].flatMap(([opening, lines]) => {
    const name = /^ip dhcp pool (\S+)$/.exec(opening)?.[1];
    if (name === undefined) return [];
    return [{ name, network: [...lines.values()].findLast((line) => line.startsWith('network ')) }];
  });
}

/** `show ip dhcp pool [NAME]`: the addresses of each; which hosts have one is not known. */
export function dhcpPools(state: SwitchState, _: unknown, name?: string): string | undefined {
  const pools = poolsOf(state).filter((pool) => name === undefined || pool.name === name);
  if (name !== undefined && pools.length === 0) return undefined;
  return pools
    .flatMap(({ name: own, network }) => {
      const [first, last, count] = rangeOf(network);
      return [
        unknownValue,
        `Pool ${own} :`,
        ' Utilization mark (high/low)    : 100 / 0',
        unknownValue,
        ` Total addresses                : ${count}`,
        ` Leased addresses               : ${unknownValue}`,
        unknownValue,
        ' Current index        IP address range                    Leased addresses',
        network === undefined
          ? unknownValue
          : ` ${unknownValue} ${first.padEnd(16)} - ${last} ${unknownValue}`,
        unknownValue,
      ];
    })
    .join('\n');
}

/** The first and the last host of `network 10.0.0.0 255.255.255.0`, and how many there are. */
function rangeOf(line: string | undefined): readonly [string, string, string] {
  const [, ip = '', mask = ''] = /^network (\S+) (\S+)/.exec(line ?? '') ?? [];
  const address = addressNumber(ip);
  const length = mask.startsWith('/') ? Number(mask.slice(1)) : mask === '' ? NaN : maskLength(mask);
  if (address === undefined || !(length >= 1 && length <= 30))
    return [unknownValue, unknownValue, unknownValue];
  const size = 2 ** (32 - length);
  const network = address - (address % size);
  return [dottedAddress(network + 1), dottedAddress(network + size - 2), String(size - 2)];
}

/** `show ip dhcp server statistics`: how many pools; what was counted is not known. */
export function dhcpStatistics(state: SwitchState): string {
  return [
    `Memory usage         ${unknownValue}`,
    `Address pools        ${String(poolsOf(state).length)}`,
    unknownValue,
    `Message              Received`,
    unknownValue,
    `Message              Sent`,
    unknownValue,
  ].join('\n');
}

/** `show ip dhcp conflict`: the head; which addresses were in use already is not known. */
export function dhcpConflicts(): string {
  return [`IP address        Detection method   Detection time${unknownValue}`, unknownValue].join('\n');
}

/** `show dhcp lease`: the interfaces that ask a server for their address, without what it answered. */
export function dhcpLease({ running }: SwitchState): string {
  return [...running.interfaces]
    .flatMap(([name, { ipAddress }]) =>
      ipAddress?.startsWith('dhcp')
        ? [`Temp IP addr: ${unknownValue}  for peer on Interface: ${name}`, unknownValue]
        : [],
    )
    .join('\n');
}
