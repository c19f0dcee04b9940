import type { SwitchCommand } from './command.ts';
import type { Entry } from '../layered-map.ts';
import { changed } from '../layered-map.ts';
import { settingKey } from './setting-key.ts';
import { addVlans, removeVlans, toVlanList, vlansOf } from './vlan-list.ts';

/** Settings that are on everywhere unless `no` switches them off. Where this list is silent, `no` only takes a line away. */
const onByDefault =
  /^(cdp (enable|run)|lldp (transmit|receive)|ip (domain-lookup|domain lookup|http (server|secure-server)|igmp snooping( vlan [\d,-]+)?|dhcp snooping information option|gratuitous-arps|source-route|classless|redirects|unreachables|proxy-arp|route-cache|cef)|mdix auto|keepalive|logging (console|monitor|on)|logging event link-status|snmp trap link-status|spanning-tree( vlan [\d,-]+)?|spanning-tree etherchannel guard misconfig|negotiation auto|switchport|service (pad|dhcp)|errdisable detect cause .+|mac address-table learning vlan .+|exec|vstack)$/;

/** Lists of VLANs that grow by each line. */
const growing = /^((?:ip dhcp snooping|ip arp inspection) vlan|instance \d+ vlan) ([\d,-]+)$/;

/**
 * The lines of a block after a command whose effect is not modelled: kept as a running configuration would show it. A setting
 * replaces the one before it; `no` takes away what begins with its words, and stays where the factory has the setting on, be it of all
 * switches or by `isOnFromFactory` of this one.
 */
export function storeVerbatim(
  lines: ReadonlyMap<string, string>,
  command: SwitchCommand,
  isOnFromFactory: (line: string) => boolean = () => false,
): ReadonlyMap<string, string> {
  const { negation } = command;
  const words = withoutBlanksInList(command.words);
  const isOn = (setting: string) => onByDefault.test(setting) || isOnFromFactory(setting);
  const line = negation ? withAccess(words.join(' ')) : withDefaultAccess(withoutMacro(words.join(' ')));
  const without = [`no ${line}`, undefined] as const;
  const list = growing.exec(line);
  if (negation) {
    if (list) return changed(lines, [shrunk(lines, list)]);
    const gone: Entry<string, string>[] = [without];
    for (const [key, kept] of lines)
      if (kept === line || kept.startsWith(`${line} `)) gone.push([key, undefined]);
    if (negation === 'no' && isOn(line)) gone.push([`no ${line}`, `no ${line}`]);
    return changed(lines, gone);
  }
  const merged = list ? grown(lines, list) : userLine(lines, line);
  const key = list ? list[1]! : settingKey({ ...command, words });
  if (isOn(line)) return changed(lines, [without, [key, undefined]]);
  return changed(lines, [
    // A level, or none at all.
    [`no ${key}`, undefined],
    without,
    ...overlapping(lines, line),
    [key, merged],
  ]);
}

/** `root primary` sets a priority below that of every switch as it comes from the factory. */
function withoutMacro(line: string): string {
  const root = /^(spanning-tree (?:vlan|mst) \S+) root (primary|secondary)/.exec(line);
  return root ? `${root[1]!} priority ${root[2] === 'primary' ? '24576' : '28672'}` : line;
}

/** A list of VLANs of an MST instance may be typed with blanks, and is kept without. */
function withoutBlanksInList(words: readonly string[]): readonly string[] {
  const [instance, id, vlan, ...list] = words;
  return instance === 'instance' && vlan === 'vlan' ? [instance, id!, vlan, list.join('')] : words;
}

/** IOS writes the access of an SNMP community in capitals, and `RO` where nothing was said. */
function withDefaultAccess(line: string): string {
  const [, community, view = '', rest = ''] =
    /^(snmp-server community \S+)( view \S+)?((?: .*)?)$/.exec(line) ?? [];
  if (community === undefined) return line;
  return withAccess(/^ r[ow](?: |$)/i.test(rest) ? line : `${community}${view} RO${rest}`);
}

function withAccess(line: string): string {
  return line.replace(
    /^(snmp-server community \S+(?: view \S+)?) (r[ow])(?= |$)/i,
    (_, words: string, access: string) => `${words} ${access.toUpperCase()}`,
  );
}

function grown(lines: ReadonlyMap<string, string>, [, words, list]: RegExpExecArray): string {
  const before = growing.exec(lines.get(words!) ?? '')?.[2];
  return `${words!} ${before === undefined ? list! : addVlans(before, list!)}`;
}

function shrunk(lines: ReadonlyMap<string, string>, [, words, list]: RegExpExecArray): Entry<string, string> {
  const before = growing.exec(lines.get(words!) ?? '')?.[2];
  const after = before === undefined ? 'none' : removeVlans(before, list!);
  return [words!, after === 'none' ? undefined : `${words!} ${after}`];
}

/** What is set of a user stands in one line, also what earlier ones said. */
function userLine(lines: ReadonlyMap<string, string>, line: string): string {
  const found = userParts.exec(line);
  const before = found && userParts.exec(lines.get(`username ${found[1]!}`) ?? '');
  if (!before) return line;
  const [, name, privilege = before[2] ?? '', secret = before[3] ?? ''] = found;
  return `username ${name!}${privilege}${secret}`;
}

const userParts = /^username (\S+)( privilege \d+)?( (?:nopassword|(?:password|secret) .*))?$/;

/** Settings of a tree for VLANs, some of which now get others: those lines go, or lose the VLANs. */
function overlapping(lines: ReadonlyMap<string, string>, line: string): Entry<string, string>[] {
  const own = treeSetting.exec(line);
  if (!own) return [];
  const ids = vlansOf(own[1]!);
  return [...lines].flatMap(([key, kept]): Entry<string, string>[] => {
    const other = treeSetting.exec(kept);
    if (!other || other[2] !== own[2] || other[1] === own[1]) return [];
    const had = vlansOf(other[1]!);
    const left = had.filter((id) => !ids.includes(id));
    if (left.length === had.length) return [];
    if (left.length === 0) return [[key, undefined]];
    const list = toVlanList(left);
    return [
      [key, undefined],
      [key.replace(other[1]!, () => list), kept.replace(other[1]!, () => list)],
    ];
  });
}

const treeSetting = /^spanning-tree vlan ([\d,-]+) (priority|hello-time|forward-time|max-age) \d+$/;
