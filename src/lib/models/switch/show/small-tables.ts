import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { shortName } from './interface-names.ts';
import { globalLines, lastValue } from './kept-lines.ts';
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
