import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { describe, expect, it } from 'vitest';
import { iosGrammar } from '../../../../src/lib/dialect/ios/grammar.ts';

const shiki = await createHighlighterCore({
  themes: [{ name: 'scopes-only', settings: [] }],
  langs: [iosGrammar],
  engine: createJavaScriptRegexEngine(),
});

/** The runs of one line with the first part of their innermost scope. */
function scopes(line: string): [string, string][] {
  const tokens =
    shiki.codeToTokensBase(line, { lang: 'ios', theme: 'scopes-only', includeExplanation: true })[0] ?? [];
  return tokens
    .flatMap(({ explanation = [] }) => explanation)
    .map(({ content, scopes: all }): [string, string] => [
      content,
      (all.at(-1)?.scopeName ?? '').replace(/\.cisco-ios$/, ''),
    ])
    .filter(([content]) => content.trim() !== '');
}

describe('The IOS grammar', () => {
  it('tells commands, interfaces and words apart', () => {
    expect(scopes('interface range GigabitEthernet1/0/20 - 23')).toEqual([
      ['interface', 'entity.name.function'],
      ['range', 'keyword.other.command'],
      ['GigabitEthernet1/0/20 - 23', 'constant.other.interface'],
    ]);
    expect(scopes(' no shutdown')).toEqual([
      ['no ', 'keyword.control'],
      ['shutdown', 'entity.name.function'],
    ]);
  });

  it('reads numbers, lists and addresses', () => {
    expect(scopes('switchport trunk allowed vlan 1,11-15').at(-1)).toEqual(['1,11-15', 'constant.numeric']);
    expect(scopes('ip address 192.168.14.2 255.255.255.0').slice(-2)).toEqual([
      ['192.168.14.2', 'constant.numeric.address'],
      ['255.255.255.0', 'constant.numeric.address'],
    ]);
  });

  it('leaves free text and comments alone', () => {
    expect(scopes(' description no vlan 10 here').at(-1)).toEqual(['no vlan 10 here', 'string.unquoted']);
    expect(scopes('! interface gi1/0/1')).toEqual([['! interface gi1/0/1', 'comment.line.exclamation']]);
    expect(scopes('show run | include trunk')).toContainEqual(['|', 'keyword.operator.pipe']);
  });
});
