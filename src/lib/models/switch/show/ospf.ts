import { unknownValue } from '../../unknown-value.ts';
import type { InterfaceConfig, SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { prefixOf } from './interface-details.ts';
import { shortName } from './interface-names.ts';
import { interfaceStates } from './interface-states.ts';
import { bestSpeed } from './interfaces-status.ts';
import { interfaceLinesKept, lastValue } from './kept-lines.ts';
import { areaOf, isPassive, ospfNetworks, routerId, routingProcesses } from './routing-processes.ts';
import type { RoutingProcess } from './routing-processes.ts';

const processesOf = (state: SwitchState) =>
  routingProcesses(state).filter(({ protocol }) => protocol === 'ospf');

/** `show ip ospf neighbor [X]`: who answers is not known; without a process nothing is printed. */
export function ospfNeighbors(state: SwitchState): string {
  if (processesOf(state).length === 0) return '';
  return [
    '',
    'Neighbor ID     Pri   State           Dead Time   Address         Interface',
    unknownValue,
  ].join('\n');
}

/** `show ip ospf interface brief` */
export function ospfInterfaces(state: SwitchState, wiring: Wiring): string {
  const processes = processesOf(state);
  if (processes.length === 0) return '';
  const rows = processes.flatMap((routing) =>
    [...interfaceStates(state, wiring)].flatMap(([name, { protocol }]) => {
      const config = state.running.interfaces.get(name);
      const area = config && areaOf(routing, config);
      return area === undefined ? [] : [row(routing, name, config!, area, protocol === 'up', state)];
    }),
  );
  return ['Interface    PID   Area            IP Address/Mask    Cost  State Nbrs F/C', ...rows].join('\n');
}

function row(
  routing: RoutingProcess,
  name: string,
  config: InterfaceConfig,
  area: string,
  isUp: boolean,
  { profile }: SwitchState,
): string {
  const isLoopback = name.startsWith('Loopback');
  const isPointToPoint = interfaceLinesKept(config).includes('ip ospf network point-to-point');
  // Alone on its network it speaks for it.
  const speaks = isPassive(routing, name);
  const alone = !isUp || isLoopback || speaks;
  const state = !isUp ? 'DOWN' : isLoopback ? 'LOOP' : isPointToPoint ? 'P2P' : speaks ? 'DR' : unknownValue;
  return atColumns(
    [0, shortName(name, profile.id)],
    [13, routing.id],
    [19, area],
    [35, prefixOf(config.ipAddress ?? '')],
    [54, costOf(routing, name, config)],
    [60, state],
    [66, alone ? '0/0' : unknownValue],
  );
}

const megabits: Readonly<Record<string, number>> = {
  '10G': 10000,
  '25G': 25000,
  '40G': 40000,
  '100G': 100000,
};

/** What is configured, else 100 Mb/s or what the process compares with by the speed of the interface, 1 at least. */
function costOf({ lines }: RoutingProcess, name: string, config: InterfaceConfig): string {
  const own = lastValue(interfaceLinesKept(config), 'ip ospf cost');
  if (own !== undefined) return own;
  if (name.startsWith('Loopback')) return '1';
  if (lastValue(interfaceLinesKept(config), 'bandwidth') !== undefined) return unknownValue;
  if (/^(Serial|Tunnel|Port-channel)/.test(name)) return unknownValue;
  const reference = Number(lastValue(lines, 'auto-cost reference-bandwidth') ?? 100);
  const speed = bestSpeed(name, config);
  return String(Math.max(1, Math.floor(reference / (megabits[speed] ?? Number(speed)))));
}

/** `show ip ospf interface`: every interface that a process takes. */
export function ospfEveryInterface(state: SwitchState, wiring: Wiring): string {
  return [...interfaceStates(state, wiring).keys()]
    .flatMap((name) => ospfInterface(state, wiring, name) ?? [])
    .join('\n');
}

/** `show ip ospf interface X`: undefined where no process takes it. */
export function ospfInterface(state: SwitchState, wiring: Wiring, name: string): string | undefined {
  const up = interfaceStates(state, wiring).get(name);
  const config = state.running.interfaces.get(name);
  const routing = config && processesOf(state).find((one) => areaOf(one, config) !== undefined);
  if (!up || !routing) return undefined;
  const lines = interfaceLinesKept(config);
  const hello = lastValue(lines, 'ip ospf hello-interval');
  const dead = lastValue(lines, 'ip ospf dead-interval') ?? (hello && String(4 * Number(hello)));
  const network = /^Loopback/.test(name)
    ? 'LOOPBACK'
    : lines.includes('ip ospf network point-to-point')
      ? 'POINT_TO_POINT'
      : /^(?:Gigabit|Fast|TenGigabit)?Ethernet|^Vlan/.test(name) &&
          !lines.some((line) => line.startsWith('ip ospf network'))
        ? 'BROADCAST'
        : unknownValue;
  const is = up.admin === 'admin down' ? 'administratively down' : up.admin;
  return [
    `${name} is ${is}, line protocol is ${up.protocol}`,
    `  Internet Address ${prefixOf(config.ipAddress ?? '')}, Area${unknownValue}`,
    `  Process ID ${routing.id}, Router ID ${routerId(routing, state) ?? unknownValue}, Network Type ${network}, Cost: ${costOf(routing, name, config)}`,
    unknownValue,
    ...(network === 'LOOPBACK'
      ? []
      : [
          `  Timer intervals configured, Hello ${hello ?? (network === unknownValue ? unknownValue : '10')}, Dead ${dead ?? (network === unknownValue ? unknownValue : '40')}, ${unknownValue}`,
          unknownValue,
        ]),
  ].join('\n');
}

/** `show ip ospf database [...]`: whose it is. */
export function ospfDatabase(state: SwitchState): string {
  const texts = processesOf(state).flatMap((routing) => [
    '',
    `            OSPF Router with ID (${routerId(routing, state) ?? unknownValue}) (Process ID ${routing.id})`,
    unknownValue,
  ]);
  return texts.join('\n');
}

/** `show ip ospf`: the processes and their areas; what they have counted is not known. */
export function ospfProcesses(state: SwitchState): string {
  const texts = processesOf(state).flatMap((routing) => [
    ` Routing Process "ospf ${routing.id}" with ID ${routerId(routing, state) ?? unknownValue}`,
    unknownValue,
    ` ${areasText(routing, state)}`,
    unknownValue,
  ]);
  return texts.join('\n');
}

/** `Number of areas in this router is 2. 1 normal 1 stub 0 nssa` */
function areasText(routing: RoutingProcess, { running }: SwitchState): string {
  const byInterface = [...running.interfaces.values()].flatMap((config) => areaOf(routing, config) ?? []);
  const areas = new Set([...byInterface.map(plainArea)]);
  const of = (kind: string) =>
    [...areas].filter((area) =>
      routing.lines.some((line) => {
        const [, id, word] = /^area (\S+) (\S+)/.exec(line) ?? [];
        return id !== undefined && plainArea(id) === area && word === kind;
      }),
    ).length;
  const [stub, nssa] = [of('stub'), of('nssa')];
  return `Number of areas in this router is ${String(areas.size)}. ${String(areas.size - stub - nssa)} normal ${String(stub)} stub ${String(nssa)} nssa`;
}

/** `0.0.0.0` is the area 0. */
function plainArea(area: string): string {
  return /^\d+\.\d+\.\d+\.\d+$/.test(area)
    ? String(area.split('.').reduce((sum, part) => sum * 256 + Number(part), 0))
    : area;
}

/** `show ip protocols`: of OSPF what is configured, of others that they are. */
export function ipProtocols(state: SwitchState): string {
  const texts = routingProcesses(state).flatMap((routing) => [
    `Routing Protocol is "${[routing.protocol, routing.id].filter((part) => part !== '').join(' ')}"`,
    ...(routing.protocol === 'ospf' ? ospfText(routing, state) : [unknownValue]),
    '',
  ]);
  return ['*** IP Routing is NSF aware ***', '', ...texts].join('\n').trimEnd();
}

function ospfText(routing: RoutingProcess, state: SwitchState): string[] {
  const passive = routing.lines
    .filter((line) => line.startsWith('passive-interface ') && !line.endsWith(' default'))
    .map((line) => `    ${line.slice('passive-interface '.length)}`);
  const distance = lastValue(routing.lines, 'distance');
  return [
    '  Outgoing update filter list for all interfaces is not set',
    '  Incoming update filter list for all interfaces is not set',
    `  Router ID ${routerId(routing, state) ?? unknownValue}`,
    unknownValue,
    `  ${areasText(routing, state)}`,
    `  Maximum path: ${lastValue(routing.lines, 'maximum-paths') ?? '4'}`,
    '  Routing for Networks:',
    ...ospfNetworks(routing).map(({ address, wildcard, area }) => `    ${address} ${wildcard} area ${area}`),
    ...(passive.length === 0 ? [] : ['  Passive Interface(s):', ...passive]),
    unknownValue,
    '  Routing Information Sources:',
    '    Gateway         Distance      Last Update',
    unknownValue,
    `  Distance: (default is ${distance === undefined || !/^\d+$/.test(distance) ? '110' : distance})`,
  ];
}
