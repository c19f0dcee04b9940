import type { SyntaxTerm } from '../../dialects/ios/grammar/syntax.ts';
import { parseSyntax } from '../../dialects/ios/grammar/syntax.ts';
import type { IosCommandFacts } from '../../dialects/ios/tables/table-format.ts';
import type { SwitchCommand } from './command.ts';

/**
 * What of a line says which setting it is; the rest is its value, and a later line of the same key replaces it. That is what `no`
 * takes: `no enable secret` and `no enable password` are two settings, `no spanning-tree mode` is one, whatever mode was set.
 */
export function settingKey({ facts, path, words }: SwitchCommand): string {
  const line = words.join(' ');
  const own = keysOfTheirOwn.find((pattern) => pattern.test(line))?.exec(line);
  if (own)
    return own
      .slice(1)
      .filter((part) => part !== undefined)
      .join(' ');
  if (facts.keywordsOnly || path === '') return line;
  const ends = formsWithout(facts).flatMap((form) => [...endsOf(form, words, 0)]);
  if (ends.length === 0) return facts.no === undefined ? path : line;
  const longest = ends.reduce((most, end) => Math.max(most, end), 0);
  return words.slice(0, longest).join(' ');
}

/** Settings whose `no` also takes the value: there is one of each all the same. */
const keysOfTheirOwn = [
  /^(ip access-group|access-class) \S+ (in|out)/,
  /^(service timestamps (?:log|debug))/,
  /^(udld port|udld)(?: (?:aggressive|enable|disable))?$/,
  /^(ip dhcp snooping vlan|ip arp inspection vlan) [\d,-]+$/,
  /^(ntp (?:server|peer) (?:vrf \S+ )?\S+)/,
  /^(logging (?:host )?\d+\.\d+\.\d+\.\d+)/,
  // A host may have a line for each of its communities, and a session one for each of its ends.
  /^(snmp-server host \S+.*)$/,
  /^(monitor session \d+ .+)$/,
  /^(spanning-tree vlan [\d,-]+|spanning-tree mst \S+) (?:root|priority)/,
  /^(vlan dot1q tag native)$/,
];

const forms = new WeakMap<IosCommandFacts, readonly SyntaxTerm[]>();

/** What may stand behind `no`, without the whole command. */
function formsWithout(facts: IosCommandFacts): readonly SyntaxTerm[] {
  let found = forms.get(facts);
  if (!found) {
    found = (facts.no ?? []).map((text) => parseSyntax(text.replace(/^no /, '')));
    forms.set(facts, found);
  }
  return found;
}

/** Where a term may end that begins at a word; a value is one word here, a text takes all that is left. */
function endsOf(term: SyntaxTerm, words: readonly string[], at: number): ReadonlySet<number> {
  switch (term.kind) {
    case 'keyword':
      return new Set(words[at] === term.word ? [at + 1] : []);
    case 'argument':
      if (at >= words.length) return new Set();
      return new Set([term.argument.type === 'line' ? words.length : at + 1]);
    case 'optional':
      return new Set([at, ...endsOf(term.part, words, at)]);
    case 'choice':
      return new Set(term.parts.flatMap((part) => [...endsOf(part, words, at)]));
    case 'sequence': {
      let ends: ReadonlySet<number> = new Set([at]);
      for (const part of term.parts)
        ends = new Set([...ends].flatMap((end) => [...endsOf(part, words, end)]));
      return ends;
    }
  }
}
