import { unknownValue } from '../../unknown-value.ts';
import { portMode } from '../state.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { shortName } from './interface-names.ts';
import { globalLines, interfaceLinesKept, lastValue } from './kept-lines.ts';
import { switchPorts } from './ports.ts';

/** `show errdisable recovery` of a Catalyst: for which causes ports come back; every image has causes of its own. */
export function errdisableRecovery(state: SwitchState): string {
  const lines = globalLines(state);
  const causes = lines.flatMap((line) => /^errdisable recovery cause (\S+)$/.exec(line)?.[1] ?? []).sort();
  const all = causes.includes('all');
  return [
    'ErrDisable Reason            Timer Status',
    '-----------------            --------------',
    ...(all ? [] : causes.flatMap((cause) => [unknownValue, `${cause.padEnd(29)}Enabled`])),
    unknownValue,
    '',
    `Timer interval: ${lastValue(lines, 'errdisable recovery interval') ?? '300'} seconds`,
    '',
    'Interfaces that will be enabled at the next timeout:',
    unknownValue,
  ].join('\n');
}

/** `show storm-control [X] [broadcast | multicast | unicast]` of a Catalyst: the thresholds; what passes now is not known. */
export function stormControl(state: SwitchState, wiring: Wiring, kind: string, name?: string): string {
  const rows = switchPorts(state, wiring)
    .filter((port) => !port.channel && (name === undefined || port.name === name))
    .flatMap((port) => {
      const level = port.config.storm?.[kind as 'broadcast' | 'multicast' | 'unicast'];
      if (level === undefined) return [];
      const [upper = '', lower = upper] = level.split(' ').filter((word) => /^[\d.]+[kmg]?$/.test(word));
      const isShare = !/^(bps|pps)/.test(level);
      const shown = (value: string) =>
        isShare ? `${Number(value).toFixed(2)}%` : `${value} ${level.split(' ')[0]!}`;
      const filter = port.carries ? 'Forwarding' : 'Link Down';
      return [
        `${shortName(port.name, state.profile.id).padEnd(10)} ${filter.padEnd(14)} ${shown(upper).padStart(10)} ${shown(lower).padStart(12)} ${unknownValue.padStart(11)}`,
      ];
    });
  return [
    'Interface  Filter State   Upper        Lower        Current',
    '---------  -------------  -----------  -----------  ----------',
    ...rows,
  ].join('\n');
}

/** `show ip dhcp binding`: the head; which hosts have an address is not known. */
export function dhcpBinding(state: SwitchState): string {
  const serves = globalLines(state).some((line) => line.startsWith('ip dhcp pool '));
  return [
    'Bindings from all pools not associated with VRF:',
    `IP address${unknownValue}`,
    ...(serves ? [unknownValue] : []),
  ].join('\n');
}

/** `show mac address-table aging-time [vlan N]` */
export function macAgingTime(state: SwitchState): string {
  const value = lastValue(globalLines(state), 'mac address-table aging-time');
  return [`Global Aging Time:  ${value === undefined ? '300' : value.split(' ')[0]!}`, unknownValue].join(
    '\n',
  );
}

/** What a port negotiates by DTP, from its mode: what it does, what it was told, what it sends (`TOS/TAS/TNS`). */
const negotiations: Readonly<Record<string, string>> = {
  access: 'ACCESS/OFF/ACCESS',
  trunk: 'TRUNK/ON/TRUNK',
  'dynamic auto': `${unknownValue}/AUTO/${unknownValue}`,
  'dynamic desirable': `${unknownValue}/DESIRABLE/${unknownValue}`,
};

/** `show dtp interface X`: what was negotiated, and when it is said again, is not known. */
export function dtpInterface(state: SwitchState, wiring: Wiring, name: string): string | undefined {
  const port = switchPorts(state, wiring).find((one) => one.name === name);
  if (!port || port.use === 'routed' || port.config.nonegotiate) return undefined;
  return [
    `DTP information for ${name}:`,
    `  TOS/TAS/TNS:${unknownValue}${negotiations[portMode(port.config, state)] ?? unknownValue}`,
    unknownValue,
  ].join('\n');
}

/** `show vrrp brief` and `show glbp brief`: the head, where a group is configured; who speaks for it depends on the others. */
export function gatewaysBrief({ running }: SwitchState, protocol: 'vrrp' | 'glbp'): string {
  const isOn = [...running.interfaces.values()].some((config) =>
    interfaceLinesKept(config).some((line) => line.startsWith(`${protocol} `)),
  );
  return isOn ? [gatewayHeads[protocol], unknownValue].join('\n') : '';
}

const gatewayHeads = {
  vrrp: `Interface          Grp ${unknownValue}`,
  glbp: 'Interface   Grp  Fwd Pri State    Address         Active router   Standby router',
} as const;
