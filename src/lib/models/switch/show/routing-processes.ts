import type { InterfaceConfig, SwitchState } from '../state.ts';
import { addressNumber } from './ip-addresses.ts';
import { interfaceLinesKept } from './kept-lines.ts';

/** A routing process: `router ospf 1` and the lines below it. */
export interface RoutingProcess {
  readonly protocol: string;
  /** Empty where the protocol has no numbers. */
  readonly id: string;
  readonly lines: readonly string[];
}

/** The processes that are configured, in the order they were given. */
export function routingProcesses({ running }: SwitchState): RoutingProcess[] {
  return [...running.lineBlocks].flatMap(([opening, lines]) => {
    const [, protocol, id = ''] = /^router (\S+)(?: (\S+))?$/.exec(opening) ?? [];
    return protocol === undefined ? [] : [{ protocol, id, lines: [...lines.values()] }];
  });
}

/** The networks of a process of OSPF and the areas they are in, as they are configured. */
export function ospfNetworks({ lines }: RoutingProcess) {
  return lines.flatMap((line) => {
    const [, address, wildcard, area] = /^network (\S+) (\S+) area (\S+)$/.exec(line) ?? [];
    return area === undefined ? [] : [{ address: address!, wildcard: wildcard!, area }];
  });
}

/** The area that an interface is in by its own line, or by the narrowest network that holds its address; undefined for none. */
export function areaOf(routing: RoutingProcess, config: InterfaceConfig): string | undefined {
  for (const line of interfaceLinesKept(config)) {
    const [, id, area] = /^ip ospf (\d+) area (\S+)$/.exec(line) ?? [];
    if (id === routing.id) return area;
  }
  const own = addressNumber(config.ipAddress?.split(' ')[0] ?? '');
  if (own === undefined) return undefined;
  const holding = ospfNetworks(routing).flatMap(({ address, wildcard, area }) => {
    const network = addressNumber(address);
    const free = addressNumber(wildcard);
    if (network === undefined || free === undefined) return [];
    return (own & ~free) === (network & ~free) ? [{ free, area }] : [];
  });
  return holding.sort((a, b) => a.free - b.free)[0]?.area;
}

/**
 * What a process calls itself by: the configured id, else the highest address of a loopback, else of another interface. Undefined where
 * an address is not known. A process that runs keeps the one that it began with, which a configuration does not tell.
 */
export function routerId({ lines }: RoutingProcess, { running }: SwitchState): string | undefined {
  const configured = lines.findLast((line) => line.startsWith('router-id '))?.split(' ')[1];
  if (configured !== undefined) return configured;
  const addresses = [...running.interfaces].flatMap(([name, { ipAddress, shutdown }]) => {
    const text = ipAddress?.split(' ')[0] ?? '';
    const number = addressNumber(text);
    return number === undefined || shutdown
      ? []
      : [{ number, text, isLoopback: name.startsWith('Loopback') }];
  });
  return addresses.sort((a, b) => Number(b.isLoopback) - Number(a.isLoopback) || b.number - a.number)[0]
    ?.text;
}

/** It tells nobody of its routes at the interface. */
export function isPassive({ lines }: RoutingProcess, name: string): boolean {
  const byDefault = lines.includes('passive-interface default');
  if (lines.includes(`no passive-interface ${name}`)) return false;
  return byDefault || lines.includes(`passive-interface ${name}`);
}
