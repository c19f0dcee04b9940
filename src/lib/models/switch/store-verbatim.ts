import type { SwitchCommand } from './command.ts';

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
  const next = new Map(lines);
  if (negation) {
    for (const [key, kept] of lines) if (kept === line || kept.startsWith(`${line} `)) next.delete(key);
    next.delete(`no ${line}`);
    if (negation === 'no' && onByDefault.test(line)) next.set(`no ${line}`, `no ${line}`);
    return next;
  }
  next.delete(`no ${line}`);
  const key = facts.keywordsOnly || several.has(path) || path === '' ? line : path;
  if (onByDefault.test(line)) next.delete(key);
  else next.set(key, line);
  return next;
}
