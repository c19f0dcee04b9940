import { parseSyntax } from '../../../../src/lib/dialects/ios/grammar/syntax.ts';
import type { ArgumentSpec, SyntaxTerm } from '../../../../src/lib/dialects/ios/grammar/syntax.ts';
import { commandFacts, platformTable, tableOf } from '../../../../src/lib/dialects/ios/tables/tables.ts';
import type {
  IosCommandFacts,
  IosPlatform,
  TablePlatform,
  ModeId,
} from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { pick } from '../../../chance.ts';

type Chance = () => number;

/** Commands as somebody in a hurry types them: any of the tables, abbreviated, with values good and bad, some with a slip. */
export function randomSession(chance: Chance, platform: IosPlatform, length: number): string[] {
  return Array.from({ length }, () => randomLine(chance, platform));
}

/** Where the lines of a session mostly belong. */
const modes: readonly ModeId[] = [
  'priv-exec',
  'config',
  'config',
  'config-if',
  'config-if',
  'config-if',
  'config-vlan',
  'config-line',
];

function randomLine(chance: Chance, platform: IosPlatform): string {
  const kind = chance();
  if (kind < 0.06) return pick(chance, ['configure terminal', 'end', 'exit', 'write memory', '!', '']);
  if (kind < 0.2) return pick(chance, opening[tableOf(platform)]);
  const mode = pick(chance, modes);
  const known = commandsOf(platform, mode);
  const facts = pick(chance, known);
  const negated = chance() < 0.2 ? facts.no : undefined;
  const syntax = negated && negated.length > 0 ? pick(chance, negated) : facts.syntax;
  const line = textOf(parseSyntax(syntax), chance, platform).replace(/\s+/g, ' ').trim();
  if (chance() < 0.1) return `do ${line}`;
  return chance() < 0.25 ? withSlip(line, chance) : line;
}

const opening: Readonly<Record<TablePlatform, readonly string[]>> = {
  'catalyst-2960s': [
    'interface gi1/0/5',
    'int range gi1/0/1 - 4',
    'interface po2',
    'int vlan 10',
    'vlan 10',
    'line vty 0 4',
  ],
  sg300: [
    'interface gi5',
    'interface range gi1-4',
    'interface po2',
    'interface vlan 10',
    'vlan database',
    'line telnet',
  ],
  'generic-ios': [
    'interface gi0/5',
    'int range fa0/1 - 4',
    'interface po40',
    'int vlan 10',
    'vlan 10',
    'line con 0',
  ],
};

const known = new Map<string, readonly IosCommandFacts[]>();

function commandsOf(platform: IosPlatform, mode: ModeId): readonly IosCommandFacts[] {
  const key = `${platform} ${mode}`;
  let commands = known.get(key);
  if (!commands) {
    commands = commandFacts.filter(
      (facts) => facts.platforms.includes(tableOf(platform)) && facts.modes.includes(mode),
    );
    known.set(key, commands);
  }
  return commands;
}

function textOf(syntax: SyntaxTerm, chance: Chance, platform: IosPlatform): string {
  switch (syntax.kind) {
    case 'keyword':
      return chance() < 0.3 && syntax.word.length > 4
        ? syntax.word.slice(0, 3 + Math.floor(chance() * (syntax.word.length - 3)))
        : syntax.word;
    case 'argument':
      return valueOf(syntax.argument, chance, platform);
    case 'sequence':
      return syntax.parts.map((part) => textOf(part, chance, platform)).join(' ');
    case 'choice':
      return textOf(pick(chance, syntax.parts), chance, platform);
    case 'optional':
      return chance() < 0.5 ? textOf(syntax.part, chance, platform) : '';
  }
}

function valueOf({ type, from = 0, to = 100 }: ArgumentSpec, chance: Chance, platform: IosPlatform): string {
  const number = (low: number, high: number) => String(low + Math.floor(chance() * (high - low + 1)));
  const vlan = () => (chance() < 0.9 ? number(1, 40) : number(0, 5000));
  const address = () => ['192', '0', '2', number(0, 260)].join('.');
  switch (type) {
    case 'int':
      return chance() < 0.9 ? number(from, Math.min(to, from + 20)) : number(0, to + 5);
    case 'vlan-id':
      return vlan();
    case 'vlan-list':
      return pick(chance, [vlan(), `${vlan()},${vlan()}`, `${number(2, 20)}-${number(20, 40)}`]);
    case 'interface':
    case 'logical-interface':
      return interfaceName(chance, platform);
    case 'interface-range':
      return platform === 'sg300'
        ? `gi${number(1, 9)}-${number(9, 20)}`
        : `gi1/0/${number(1, 9)} - ${number(9, 20)}`;
    case 'word':
      return pick(chance, ['lab', 'core-1', 'vlan.dat', '5']);
    case 'line':
      return pick(chance, ['to the other end', '"two words"', '7 0822455D0A16', 'x']);
    case 'banner':
      return pick(chance, ['#hello#', '^C two lines', '# keep out #']);
    case 'exec-command':
      return pick(chance, ['show vlan', 'write memory', 'reload']);
    case 'ipv4':
      return address();
    case 'ipv4-mask':
      return pick(chance, ['255.255.255.0', '255.0.255.0']);
    case 'prefix-length':
      return `/${number(0, 33)}`;
    case 'percent':
      return pick(chance, ['20', '20.00', '101']);
    case 'scaled':
      return pick(chance, ['10m', '500', '1.5k']);
    case 'time':
      return '12:00';
    case 'mac':
      return pick(chance, ['0011.2233.4455', '00:11:22:33:44:55']);
  }
}

function interfaceName(chance: Chance, platform: IosPlatform): string {
  const { keyword, short } = pick(chance, platformTable.interfaces[platform]);
  const word = chance() < 0.5 ? keyword : short.toLowerCase();
  const number = String(1 + Math.floor(chance() * 9));
  if (/^(vlan|port|loop|tunnel)/.test(keyword)) return `${word}${number}`;
  return `${word}${platform === 'sg300' ? number : platform === 'generic-ios' ? `0/${number}` : `1/0/${number}`}`;
}

/** A letter lost, doubled, swapped or foreign; words in another order; a line cut off. */
function withSlip(line: string, chance: Chance): string {
  const at = Math.floor(chance() * line.length);
  switch (Math.floor(chance() * 6)) {
    case 0:
      return line.slice(0, at) + line.slice(at + 1);
    case 1:
      return line.slice(0, at) + line.charAt(at) + line.slice(at);
    case 2:
      return (
        line.slice(0, at) + pick(chance, ['é', '"', '?', '|', '\t', '{', '-', '\u00a0']) + line.slice(at)
      );
    case 3:
      return line.slice(0, at);
    case 4:
      return line.split(' ').reverse().join(' ');
    default:
      return `${line} ${line}`;
  }
}
