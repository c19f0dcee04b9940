import type { Match } from '../grammar/match-line.ts';

/** A command without its values. */
export function commandName({ canonical, values }: Match): string {
  const typed = new Set(values.map(({ text }) => text));
  return canonical.filter((word) => !typed.has(word)).join(' ');
}

/** `a`, `b` or `c`. */
export function listOf(words: readonly string[], mark = '`'): string {
  const marked = words.map((word) => `${mark}${word}${mark}`);
  return marked.length < 2
    ? (marked[0] ?? 'nothing')
    : `${marked.slice(0, -1).join(', ')} or ${marked.at(-1)!}`;
}

/** What messages call a value of each type. */
export const valueTitles = {
  int: 'number',
  'vlan-id': 'VLAN number',
  'vlan-list': 'VLAN list',
  interface: 'interface',
  'logical-interface': 'interface',
  'interface-range': 'range of interfaces',
  word: 'word',
  line: 'text',
  banner: 'text between two delimiters',
  'exec-command': 'EXEC command',
  ipv4: 'IPv4 address',
  'ipv4-mask': 'subnet mask',
  'prefix-length': 'prefix length',
  percent: 'percentage',
  scaled: 'number',
  time: 'time',
  mac: 'MAC address',
} as const;
