import { tableOf } from '../tables/tables.ts';
import type { Form, GrammarState } from './grammar-graph.ts';
import type { ArgumentSpec, ArgumentType } from './syntax.ts';
import type { InterfaceType, IosPlatform } from '../tables/table-format.ts';

/** One thing that may stand at a place of a line. */
export interface ArgumentChoice {
  /** The name of an interface's type waits for its number; a `value` is not typed as it stands here. */
  readonly kind: 'keyword' | 'interface' | 'value';
  /** What a value looks like: `<1-4094>`, `WORD`. */
  readonly word: string;
  /** What it is, in a few words; empty where nothing short is known. */
  readonly text: string;
}

export interface Meaning {
  readonly text: string;
  /** The text is about this word and not about the whole command. */
  readonly isOwn: boolean;
}

/** What a keyword is for, typed after `path`; `next` is what may follow it. */
export function keywordText(
  path: readonly string[],
  word: string,
  next: readonly GrammarState[],
  platform: IosPlatform,
): Meaning {
  const written = [...path.filter((part, index) => index > 0 || !negations.has(part)), word].join(' ');
  const own = (tableOf(platform) === 'sg300' ? meaningsOnSg300[written] : undefined) ?? meanings[written];
  const effects = effectsOf(next.flatMap(({ forms }) => forms));
  if (own !== undefined && effects.length > 0) return { text: own, isOwn: true };
  const [text] = effects.length === 1 ? effects : effectsOf(next.flatMap(({ ends }) => ends));
  return { text: text ?? '', isOwn: false };
}

/** What a line does that is complete; empty where only its words are known. */
export function endText(ends: readonly Form[]): string {
  return effectsOf(ends)[0] ?? '';
}

const negations = new Set(['no', 'default']);

/** Different effects, each down to its first statement; none of commands of which only the words are known. */
function effectsOf(forms: readonly Form[]): string[] {
  const known = forms.filter(({ facts }) => !facts.keywordsOnly);
  return [
    ...new Set(known.map(({ facts, negation }) => `${negation ? 'undoes: ' : ''}${leading(facts.effect)}`)),
  ];
}

function leading(effect: string): string {
  return effect
    .replace(/ \([^)]*\)/g, '')
    .replace(/;.*$/s, '')
    .trim();
}

/** What belongs to several commands, and choices whose words alone do not say what they do. */
const meanings: Readonly<Record<string, string>> = {
  'channel-group mode': 'how the channel is agreed upon',
  'channel-group mode active': 'LACP, and it speaks first',
  'channel-group mode auto': 'PAgP, and it waits to be spoken to',
  'channel-group mode desirable': 'PAgP, and it speaks first',
  'channel-group mode on': 'no protocol: both sides must say so',
  'channel-group mode passive': 'LACP, and it waits to be spoken to',
  clear: 'empty counters, tables or logs',
  copy: 'copy a configuration or a file',
  default: 'put a setting back as the factory left it',
  interface: 'configure an interface, or several',
  'interface range': 'configure several interfaces at once',
  ip: 'addresses and services of the switch itself',
  'ip domain': 'names and how they are looked up',
  lacp: 'the protocol of port-channels, IEEE 802.3ad',
  mac: 'the table of learned addresses',
  'mac address-table': 'ageing and static addresses',
  no: 'take a setting back',
  reload: 'restart the switch, now or later',
  show: 'print what the switch knows',
  'show etherchannel': 'port-channels and their members',
  'show etherchannel load-balance': 'what the hash is made of',
  'show etherchannel summary': 'one line a channel, with flags',
  'show interfaces': 'ports: status, counters, trunks',
  'show ip': 'addresses and services of the switch itself',
  'show lacp': 'the protocol of port-channels: partners and counters',
  'show lacp internal': 'what this side says',
  'show lacp neighbor': 'what the other side says',
  'show running-config': 'the configuration that is in effect',
  'show running-config all': 'with the settings that the factory made',
  'show running-config interface': 'of one interface',
  'show vlan access-map': 'filters between hosts of a VLAN',
  'show vlan brief': 'one line a VLAN',
  'show vlan dot1q': 'whether native VLANs are tagged',
  'show vlan filter': 'which VLANs have a filter',
  'show vlan group': 'groups of VLANs',
  'show vlan id': 'of one VLAN, by its number',
  'show vlan ifindex': 'numbers of VLANs for SNMP',
  'show vlan internal': 'numbers that routed ports use up',
  'show vlan mtu': 'sizes of frames that the ports of a VLAN agree on',
  'show vlan name': 'of one VLAN, by its name',
  'show vlan private-vlan': 'primary and secondary VLANs',
  'show vlan remote-span': 'VLANs that carry mirrored frames',
  'show vlan summary': 'how many there are',
  'spanning-tree': 'loop prevention',
  'spanning-tree portfast': 'ports at which hosts hang forward at once',
  'spanning-tree portfast disable': 'not here, whatever the switch does by default',
  'spanning-tree portfast trunk': 'on a trunk as well',
  'storm-control': 'limits for broadcast, multicast and unknown unicast',
  switchport: 'how the port takes part in VLANs',
  'switchport mode access': 'one VLAN, untagged',
  'switchport mode dynamic': 'agree on trunking with the other side',
  'switchport mode dynamic auto': 'trunk where the other side asks',
  'switchport mode dynamic desirable': 'ask the other side for a trunk',
  'switchport mode general': 'any VLAN, each tagged or not',
  'switchport mode trunk': 'many VLANs, tagged',
  'switchport trunk': 'what a trunk carries',
  'switchport trunk allowed vlan add': 'these besides those it carries',
  'switchport trunk allowed vlan all': 'every VLAN',
  'switchport trunk allowed vlan except': 'every VLAN but these',
  'switchport trunk allowed vlan none': 'no VLAN',
  'switchport trunk allowed vlan remove': 'those it carries, but not these',
  terminal: 'how this session prints',
  vlan: 'VLANs of this switch',
  vtp: 'the protocol that spreads VLANs over switches',
  write: 'save, print or erase the configuration',
};

const meaningsOnSg300: Readonly<Record<string, string>> = {
  'channel-group mode auto': 'LACP',
  copy: 'copy a configuration',
  write: 'save the configuration',
};

/** An interface's type, before its number or as what the number must be. */
export function choiceOfType({ type, numbers }: InterfaceType, part: 'name' | 'number'): ArgumentChoice {
  return part === 'name'
    ? { kind: 'interface', word: type, text: numbers }
    : { kind: 'value', word: numbers.includes('<') ? numbers : 'NUMBER', text: `which ${type}` };
}

/** A value by its type and range; undefined where it cannot begin with what is typed. `next` is what follows it. */
export function choiceOfValue(
  argument: ArgumentSpec,
  next: GrammarState,
  typed = '',
): ArgumentChoice | undefined {
  const { begins, word, text } = looks[argument.type];
  if (begins && !begins.test(typed)) return undefined;
  const { name, type, from, to } = argument;
  const isKnown = next.forms.some(({ facts }) => !facts.keywordsOnly);
  const shown = type === 'int' && from !== undefined && isKnown ? `<${String(from)}-${String(to)}>` : word;
  const isNamed = type === 'word' && name.length > 2;
  return { kind: 'value', word: shown, text: isNamed ? name : text };
}

interface Look {
  /** What such a value can begin with; undefined: with anything. */
  readonly begins?: RegExp;
  readonly word: string;
  readonly text: string;
}

const text: Look = { word: 'LINE', text: 'text to the end of the line' };
const interfaceName: Look = { word: 'INTERFACE', text: 'an interface' };

const looks: Readonly<Record<ArgumentType, Look>> = {
  int: { begins: /^\d*$/, word: 'NUMBER', text: 'a number' },
  'vlan-id': { begins: /^\d*$/, word: '<1-4094>', text: 'a VLAN' },
  'vlan-list': { begins: /^[\d,-]*$/, word: 'LIST', text: 'VLANs from 1 to 4094, such as 10,20,30-32' },
  interface: interfaceName,
  'logical-interface': interfaceName,
  'interface-range': { word: 'RANGE', text: 'goes on with ` - 4`, or with `,` and another interface' },
  word: { word: 'WORD', text: 'one word' },
  line: text,
  banner: { word: 'LINE', text: 'text between two delimiters of your own: # text #' },
  'exec-command': { word: 'LINE', text: 'a command of the EXEC prompt' },
  ipv4: { begins: /^[\d.]*$/, word: 'A.B.C.D', text: 'an IPv4 address' },
  'ipv4-mask': { begins: /^[\d.]*$/, word: 'A.B.C.D', text: 'a subnet mask, such as 255.255.255.0' },
  'prefix-length': { begins: /^(\/\d*)?$/, word: '/<0-32>', text: 'a prefix length' },
  percent: { begins: /^[\d.]*$/, word: '<0-100>', text: 'per cent of the port’s speed, two decimals' },
  scaled: { begins: /^[\d.]*[kmg]?$/, word: 'NUMBER', text: 'a number, with k, m or g behind it for more' },
  time: { begins: /^[\d:]*$/, word: 'hh:mm', text: 'a time, or hours and minutes from now' },
  mac: { begins: /^[\da-f.:-]*$/, word: 'H.H.H', text: 'a MAC address' },
};

/** Filters of what a command prints. */
export const modifiers = ['begin', 'exclude', 'include', 'section'] as const;

export function choiceOfModifier(word: (typeof modifiers)[number] | '|' | 'LINE'): ArgumentChoice {
  return { kind: word === 'LINE' ? 'value' : 'keyword', word, text: modifierTexts[word] };
}

const modifierTexts = {
  '|': 'print a part of it',
  begin: 'from the first line that fits',
  exclude: 'lines that do not fit',
  include: 'lines that fit',
  section: 'lines that fit, with what is indented below them',
  LINE: 'a regular expression',
} as const;
