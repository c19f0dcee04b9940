import type { SwitchCommand } from './command.ts';
import type { Entry } from '../layered-map.ts';
import { changed } from '../layered-map.ts';

/** Commands that may stand more than once, each with other values. */
const several = new Set([
  'ip route',
  'ip name-server',
  'ip helper-address',
  'ip dhcp snooping',
  'ip access-group',
  'ip address',
  'username',
  'logging',
  'ntp',
  'snmp-server',
  'spanning-tree vlan',
  'switchport port-security',
  'switchport general',
  'switchport forbidden',
  'mac address-table static',
  'switch',
  'service',
  'snmp trap',
  'macro',
  'define interface-range',
  'errdisable recovery',
]);

/** Settings that are on unless `no` switches them off. Where this list is silent, `no` only takes a line away. */
const onByDefault =
  /^(cdp (enable|run)|lldp (run|transmit|receive)|ip (domain-lookup|domain lookup|http server|http secure-server)|mdix auto|keepalive|logging event link-status|snmp trap link-status|spanning-tree|negotiation auto|switchport)$/;

/**
 * The lines of a block after a command whose effect is not modelled: kept as a running configuration would show it. A setting
 * replaces the one before it; `no` takes away what begins with its words, and stays where the factory has the setting on.
 */
export function storeVerbatim(
  lines: ReadonlyMap<string, string>,
  command: SwitchCommand,
): ReadonlyMap<string, string> {
  const { path, words, negation, facts } = command;
  const line = words.join(' ');
  const without = [`no ${line}`, undefined] as const;
  if (negation) {
    const gone: Entry<string, string>[] = [without];
    for (const [key, kept] of lines)
      if (kept === line || kept.startsWith(`${line} `)) gone.push([key, undefined]);
    if (negation === 'no' && onByDefault.test(line)) gone.push([`no ${line}`, `no ${line}`]);
    return changed(lines, gone);
  }
  const key = facts.keywordsOnly || several.has(path) || path === '' ? line : path;
  return changed(lines, [without, [key, onByDefault.test(line) ? undefined : line]]);
}
