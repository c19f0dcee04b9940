import { describe, expect, it } from 'vitest';
import { startOf } from '../../../../src/lib/dialects/ios/grammar/grammar-graph.ts';
import { matchLine } from '../../../../src/lib/dialects/ios/grammar/match-line.ts';
import { parseSyntax } from '../../../../src/lib/dialects/ios/grammar/syntax.ts';
import type { ArgumentSpec, SyntaxTerm } from '../../../../src/lib/dialects/ios/grammar/syntax.ts';
import { commandFacts, platformTable, tableOf } from '../../../../src/lib/dialects/ios/tables/tables.ts';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { wordsOf } from '../../../../src/lib/dialects/ios/grammar/words.ts';

/** The shortest text that fits a syntax. */
function example(syntax: SyntaxTerm, platform: IosPlatform): string {
  switch (syntax.kind) {
    case 'keyword':
      return syntax.word;
    case 'argument':
      return value(syntax.argument, platform);
    case 'sequence':
      return syntax.parts
        .map((part) => example(part, platform))
        .join(' ')
        .trim();
    case 'choice':
      return example(syntax.parts[0]!, platform);
    case 'optional':
      return '';
  }
}

function value({ type, from }: ArgumentSpec, platform: IosPlatform): string {
  const port = { 'catalyst-2960s': 'gi1/0/1', sg300: 'gi1', 'generic-ios': 'gi0/1' }[tableOf(platform)];
  const values: Partial<Record<ArgumentSpec['type'], string>> = {
    int: String(from ?? 1),
    'vlan-id': '10',
    'vlan-list': '10,20-22',
    interface: port,
    'logical-interface': 'po1',
    'interface-range': `${port}-2`,
    ipv4: '192.168.1.1',
    'ipv4-mask': '255.255.255.0',
    'prefix-length': '/24',
    percent: '50.00',
    scaled: '10m',
    time: '12:30:00',
    mac: '0011.2233.4455',
    banner: '#text#',
  };
  return values[type] ?? 'text';
}

describe('The tables', () => {
  it('hold every command once, with a platform, a mode and a level of proof', () => {
    expect(new Set(commandFacts.map(({ id }) => id)).size).toBe(commandFacts.length);
    for (const { platforms, modes, verified } of commandFacts) {
      expect(platforms.length).toBeGreaterThan(0);
      expect(modes.length).toBeGreaterThan(0);
      expect(['doc', 'sample', 'memory']).toContain(verified);
    }
  });

  it('name only sources that they list', () => {
    const used = new Set(commandFacts.flatMap(({ sources = [] }) => sources));
    expect([...used].filter((source) => !(source in platformTable.sources))).toEqual([]);
  });

  it('lead from every command back to itself, in every mode and on every platform it has', () => {
    for (const { syntax, platforms, modes, id } of commandFacts) {
      for (const platform of platforms) {
        const line = example(parseSyntax(syntax), platform).replace(/ +/g, ' ');
        for (const mode of modes) {
          const result = matchLine(wordsOf(line), line, startOf(platform, mode), platform);
          expect(result.ok, `${platform} ${mode}: ${line} (${id})`).toBe(true);
        }
      }
    }
  });
});
