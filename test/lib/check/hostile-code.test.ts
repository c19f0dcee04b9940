import { describe, expect, it } from 'vitest';
import {
  allAnswer,
  applyFixes,
  createEngine,
  optionalRules,
  printShow,
  simulateScript,
} from '../../../src/lib/engine.ts';
import type { PlatformId } from '../../../src/lib/platforms/platforms.ts';
import { sliceOf } from '../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { loadCatalogue } from '../../../src/workspace/facts.ts';
import { engine, fence, note, rack } from '../fixture-posts.ts';

const check = (text: string, platform: PlatformId = 'windows-server-2012-r2') =>
  engine.checkScript(sliceOf(createSourceFile('hostile', text)), platform);
const rulesOf = (text: string, platform?: PlatformId) =>
  check(text, platform).diagnostics.map(({ rule }) => rule);

// Each of these crashed, or did not come to an end.
describe('a script that is very long in one way', () => {
  it('may have more parameters than a call has room for', () => {
    const { diagnostics, commands } = check(`Get-VM${' -Nxme a'.repeat(130_000)}`);
    expect(commands).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ rule: 'powershell/unknown-parameter' });
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics.at(-1)!.message).toContain('More is wrong from here on');
  });

  it('may have a here-string of half a million lines', () => {
    expect(rulesOf(`@'\n${'\n'.repeat(499_000)}'@`)).toEqual([]);
    const [diagnostic] = check(`@'\n${'\n'.repeat(499_000)}`).diagnostics;
    expect(diagnostic).toMatchObject({ rule: 'powershell/syntax', range: { start: { line: 1 } } });
  });

  it('may have a chain of members, a sum or casts without end', () => {
    for (const text of [
      `$a${'.b'.repeat(200_000)} = 1`,
      `[a(${'1+'.repeat(200_000)}1)]$a = 1`,
      `"a $(f ""${'$b'.repeat(50_000)}"" ${'1+'.repeat(50_000)}1)"`,
    ])
      expect(() => check(text)).not.toThrow();
  });

  it('may have a name that no command has', () => {
    expect(rulesOf('a'.repeat(400_000))).toEqual([]);
    expect(rulesOf(`Get-${'a'.repeat(400_000)}`)).toEqual([]);
  });

  it('stops to be read where nearly all of it is wrong', () => {
    const { diagnostics } = check('if\n'.repeat(20_000));
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics.at(-1)!.message).toContain('More is wrong from here on');
  });

  it('is told of a thousand problems, and is in order when they are mended in turn', () => {
    let text = 'Get-VM –Name a\n'.repeat(2500);
    for (const left of [1001, 1001, 500]) {
      const { diagnostics } = check(text);
      expect(diagnostics).toHaveLength(left);
      text = applyFixes(text, diagnostics).text;
    }
    expect(check(text).diagnostics).toEqual([]);
  });

  it('may call methods in a chain without end', () => {
    expect(rulesOf(`$a${'.b()'.repeat(100_000)}`)).toEqual([]);
  });

  it('may splat a hashtable of thousands of keys thousands of times', () => {
    const keys = Array.from({ length: 3000 }, (_, index) => `k${String(index)} = 1`).join('; ');
    const { diagnostics } = check(`$p = @{ ${keys} }\n${'Get-VM @p\n'.repeat(5000)}`);
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics.at(-1)!.message).toContain('More is wrong from here on');
  });
});

describe('a configuration that sets more than a switch has', () => {
  it('is not followed into a range of two thousand million interfaces', () => {
    const text = 'configure terminal\ninterface range loopback 1 - 2147483647\n shutdown\nend\n';
    expect(rulesOf(text, 'generic-ios')).toEqual(['ios/not-followed']);
  });

  it('is not followed into more ports than a stack has', () => {
    const lines = Array.from({ length: 1200 }, (_, index) => `interface gi1/0/${String(index + 1)}`);
    const found = check(`configure terminal\n${lines.join('\n')}`, 'generic-ios').diagnostics;
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['ios/not-followed']));
    expect(found[0]!.message).toContain('1024 ports');
  });

  it('is told once where its lines set more than is followed, and keeps what was set before', () => {
    const text = `configure terminal\nvtp mode transparent\nhostname core\n${'vlan 2-1001,1006-4094\n'.repeat(200)}hostname edge\n`;
    expect(rulesOf(text, 'catalyst-2960s')).toEqual(['ios/not-followed']);
    const { console } = simulateScript(sliceOf(createSourceFile('a', text)), { platform: 'catalyst-2960s' });
    expect(console.state.running.hostname).toBe('core');
  });

  it('costs nothing to count where nothing is followed any more', () => {
    const spentBy = (lines: number) => {
      const text = `configure terminal\n${'vlan 2-4094\n'.repeat(lines)}`;
      const code = sliceOf(createSourceFile('a', text));
      return simulateScript(code, { platform: 'catalyst-2960s' }).console.spent;
    };
    expect(spentBy(50)).toBeLessThan(spentBy(200));
    expect(spentBy(2000)).toBe(spentBy(200));
  });

  it('is told where its lines change long lists on many interfaces, or keep very many lines there', () => {
    const lines = (from: number, to: number) =>
      Array.from(
        { length: to - from },
        (_, i) => `switchport trunk allowed vlan remove ${String(2 + 2 * (from + i))}\n`,
      );
    const range = 'configure terminal\ninterface range gi1/0/1-48\n';
    expect(rulesOf(`${range}${lines(0, 250).join('')}`, 'catalyst-2960s')).not.toContain('ios/not-followed');
    expect(rulesOf(`${range}${lines(0, 2000).join('')}`, 'catalyst-2960s')).toContain('ios/not-followed');
    const kept = Array.from(
      { length: 3000 },
      (_, i) => `ip helper-address 10.0.${String(i >> 8)}.${String(i & 255)}\n`,
    );
    expect(rulesOf(`${range}${kept.slice(0, 500).join('')}`, 'generic-ios')).not.toContain(
      'ios/not-followed',
    );
    expect(rulesOf(`${range}${kept.join('')}`, 'generic-ios')).toContain('ios/not-followed');
  });

  it('shows all of a list that has very many runs', () => {
    const even = Array.from({ length: 2000 }, (_, index) => String(2 + 2 * index)).join(',');
    const text = `configure terminal\ninterface gi1/0/1\nswitchport trunk allowed vlan ${even}\n`;
    const { console } = simulateScript(sliceOf(createSourceFile('a', text)), { platform: 'catalyst-2960s' });
    const shown = printShow('show running-config', console.state, allAnswer);
    expect(shown).toMatchObject({ kind: 'text', text: expect.stringMatching(/,4000$/m) });
  });
});

describe('a fix', () => {
  it('never has an edit whose start is behind its end', () => {
    // The name of a parameter goes to where the invisible character is taken out.
    const text = "Rename-NetAdapter 'Ethernet 2'\u200bewName";
    const strict = createEngine({ catalogue: loadCatalogue(), optional: optionalRules });
    const { diagnostics } = strict.checkScript(
      sliceOf(createSourceFile('hostile', text)),
      'windows-server-2012-r2',
    );
    const edits = diagnostics.flatMap(({ fix }) => fix?.edits ?? []);
    expect(edits.length).toBeGreaterThan(1);
    expect(edits.filter(({ start, end }) => start > end)).toEqual([]);
  });

  it.each([
    ['PS C:\\> PS C:\\> Get-VM', 'windows-server-2012-r2', 'Get-VM'],
    ['sw1# sw1# show vlan', 'catalyst-2960s', 'show vlan'],
  ] as const)('of a prompt that was copied twice takes both: %s', (text, platform, fixed) => {
    expect(applyFixes(text, check(text, platform).diagnostics).text).toBe(fixed);
  });
});

describe('values in a block', () => {
  it('may be thousands, in code that only its own grammar tells apart', () => {
    const { guides } = engine.checkLabwork(
      [note(fence('powershell on=srv1', `Get-VM -Name ({{team}}, ${'{{team}}, '.repeat(8000)}'x')`))],
      new Map([['rack', rack()]]),
    );
    expect(guides[0]!.diagnostics.filter(({ rule }) => rule === 'guide/value-type')).toEqual([]);
  });
});
