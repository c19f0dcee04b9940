import { nameOf } from '../../dialects/ios/grammar/interface-names.ts';
import { readInterfaceRange } from '../../dialects/ios/grammar/interface-ranges.ts';
import type { IosPlatform } from '../../dialects/ios/tables/table-format.ts';
import { mostNamed } from './command.ts';
import { shortName } from './show/interface-names.ts';

/** One end of a session that copies frames: ports by their full names, VLANs as they are listed, or those of another switch. */
export interface MonitorEnd {
  readonly session: string;
  readonly end: 'source' | 'destination';
  readonly kind: 'interface' | 'vlan' | 'remote';
  readonly ports: readonly string[];
}

const form = /^monitor session (\S+) (source|destination) (interface|vlan|remote) (.+)$/;
/** What may stand behind the ports. */
const options = /^(.*?)((?: (?:both|rx|tx|encapsulation .*|ingress .*))?)$/;

/** What a line of `monitor session` says; undefined for any other line, and where its ports cannot be read. */
export function monitorEnd(line: string, platform: IosPlatform): MonitorEnd | undefined {
  const [, session, end, kind, rest = ''] = form.exec(line) ?? [];
  if (session === undefined) return undefined;
  const ports = kind === 'interface' ? portsOf(options.exec(rest)![1]!, platform) : [];
  return ports && { session, end: end as MonitorEnd['end'], kind: kind as MonitorEnd['kind'], ports };
}

/** The line as a running configuration has it: ports by their short names, ranges with blanks around their signs. */
export function writtenMonitorLine(line: string, platform: IosPlatform): string {
  const [, session, end, kind, rest = ''] = form.exec(line) ?? [];
  if (session === undefined || kind !== 'interface') return line;
  const [, ports = '', option = ''] = options.exec(rest)!;
  const reading = readInterfaceRange(ports, platform);
  if (!reading.ok) return line;
  const written = reading.parts.map(({ type, first, last }) => {
    const name = shortName(nameOf(type, first, platform), platform);
    return last === lastOf(first) ? name : `${name} - ${String(last)}`;
  });
  return `monitor session ${session} ${end!} interface ${written.join(' , ')}${option}`;
}

function portsOf(text: string, platform: IosPlatform): string[] | undefined {
  const reading = readInterfaceRange(text, platform);
  if (!reading.ok) return undefined;
  const count = reading.parts.reduce((sum, { first, last }) => sum + last - lastOf(first) + 1, 0);
  if (count > mostNamed) return undefined;
  return reading.parts.flatMap(({ type, first, last }) => {
    const stem = first.slice(0, first.lastIndexOf('/') + 1);
    return Array.from({ length: last - lastOf(first) + 1 }, (_, at) =>
      nameOf(type, `${stem}${String(lastOf(first) + at)}`, platform),
    );
  });
}

function lastOf(number: string): number {
  return Number(number.slice(number.lastIndexOf('/') + 1));
}
