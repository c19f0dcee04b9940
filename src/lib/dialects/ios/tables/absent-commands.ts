import type { ModeId } from './table-format.ts';

/** A beginning of a line that switches have refused, so that its last word is none that may stand there. */
export interface AbsentCommand {
  /** `exec` and `config`: in every mode of these. */
  readonly modes: 'exec' | 'config' | readonly ModeId[];
  /** Words written out. */
  readonly words: string;
  /** `invalid`: the mark stands under its last word. `host`: alone in a line, it is looked up as a host. `incomplete`: nothing behind it. */
  readonly reply: 'invalid' | 'host' | 'incomplete';
  readonly hint: string;
}

/**
 * Seen in logs of consoles in public repositories: of an IE-3000 with 15.2(4)EA5 and of labs on IOSvL2, 2960 and 3560. The lines stand in
 * `test/lib/models/switch/transcripts.ts`.
 */
export const absentCommands: readonly AbsentCommand[] = [
  { modes: 'exec', words: 'show interfaces brief', reply: 'invalid', hint: 'Type `show ip interface brief`.' },
  { modes: 'exec', words: 'show default-gateway', reply: 'invalid', hint: 'Type `show ip default-gateway`.' },
  { modes: 'exec', words: 'show ip', reply: 'incomplete', hint: 'Say what of IP: `show ip interface brief`.' },
  {
    modes: 'exec',
    words: 'erase running-config',
    reply: 'invalid',
    hint: 'Type `erase startup-config`; what runs is gone with a reload.',
  },
  { modes: 'exec', words: 'end', reply: 'host', hint: 'Leave it out: configuration was left already.' },
  { modes: 'exec', words: 'ipconfig', reply: 'host', hint: 'Type `show ip interface brief`.' },
  {
    modes: ['config-if', 'config-if-range'],
    words: 'switchport trunk vlan',
    reply: 'invalid',
    hint: 'Type `switchport trunk allowed vlan`.',
  },
  {
    modes: ['config-if', 'config-if-range'],
    words: 'mode',
    reply: 'invalid',
    hint: 'Type `switchport mode`.',
  },
  { modes: ['config-line'], words: 'secret', reply: 'invalid', hint: 'Type `password`, or `login local`.' },
  { modes: ['config'], words: 'test', reply: 'invalid', hint: 'It is a command of privileged EXEC mode.' },
];

/** What may stand behind `|` on IOS 15 and IOS XE 16. Written down from general knowledge: no one document that was at hand has all of them. */
export const outputModifiers = [
  'append',
  'begin',
  'count',
  'exclude',
  'format',
  'include',
  'redirect',
  'section',
  'tee',
] as const;

/**
 * Types of interfaces of switches and routers with IOS and IOS XE, and words that may stand in their place. Written down from general
 * knowledge, more of them than any one machine has: a word that none of them begins with is refused by all, as far as is known.
 */
export const interfaceWords = [
  'access-point',
  'analysis-module',
  'appgigabitethernet',
  'appnav-compress',
  'appnav-uncompress',
  'async',
  'atm',
  'auto-template',
  'bdi',
  'bluetooth',
  'bri',
  'bridge',
  'bvi',
  'bundle',
  'capwap',
  'cellular',
  'cem',
  'content-engine',
  'control',
  'ctunnel',
  'dialer',
  'dot11radio',
  'dwdm',
  'embedded-service-engine',
  'esconphy',
  'ethernet',
  'fastethernet',
  'fcpa',
  'fddi',
  'fiftygige',
  'filter',
  'filtergroup',
  'fivegigabitethernet',
  'fortygigabitethernet',
  'fourhundredgige',
  'gigabitethernet',
  'gmpls',
  'group-async',
  'hssi',
  'hundredgige',
  'integrated-service-engine',
  'internal-data',
  'ism',
  'lex',
  'lisp',
  'longreachethernet',
  'loopback',
  'management',
  'mfr',
  'mgmt',
  'modular-cable',
  'multilink',
  'multiservice',
  'null',
  'nve',
  'onep',
  'overlay',
  'pos',
  'port-channel',
  'portgroup',
  'pos-channel',
  'pseudowire',
  'range',
  'sdwan',
  'serial',
  'service-engine',
  'sm',
  'switch',
  'sysclock',
  'tengigabitethernet',
  'tokenring',
  'tunnel',
  'tunnel-tp',
  'twentyfivegige',
  'twogigabitethernet',
  'ucse',
  'vasileft',
  'vasiright',
  'vdsl',
  'vif',
  'video-service-engine',
  'virtual-access',
  'virtual-cem',
  'virtual-ethernet',
  'virtual-ppp',
  'virtual-template',
  'virtual-tokenring',
  'virtualportgroup',
  'vlan',
  'vmi',
  'voabypassin',
  'voabypassout',
  'voafilterin',
  'voafilterout',
  'voain',
  'voaout',
  'wlan-ap',
  'wlan-gigabitethernet',
  'wlan-controller',
  'wireless',
  'wic-adsl',
  'controller',
] as const;
