import { describe, expect, it } from 'vitest';
import { placeInText, tagAt, valueMarkAt } from '../../../src/lib/assist/text-place.ts';
import { asCode } from '../../../src/lib/dialects/assistance.ts';
import { wordsBefore } from '../../../src/lib/dialects/powershell/assistance/typed-words.ts';

/** A text with a bar where its author types. */
function at(marked: string): readonly [text: string, offset: number] {
  const offset = marked.indexOf('¦');
  return [marked.replace('¦', () => ''), offset];
}

describe('the place of an offset in a post, by its text alone', () => {
  it.each([
    ['---\nti¦tle: A\n---\n', 'front-matter'],
    ['---\ntitle: A\n---\n¦', 'prose'],
    ['---\ntit¦le: A', 'prose'],
    ['```ios o¦n=sw1\nconf t\n```\n', 'fence'],
    ['``¦`ios', 'prose'],
    ['```ios\nco¦nf t\n```\n', 'code'],
    ['```ios\r\nco¦nf t', 'code'],
    ['```ios\nconf t\n```\nA¦ word', 'prose'],
    ['~~~~ios\n```\nco¦nf t', 'code'],
    ['1. One\n\n   ```ios\n   co¦nf t\n   ```\n', 'code'],
    ['> ```ios\n> co¦nf t\n', 'code'],
    ['```not code``` ¦and words', 'prose'],
    ['¦', 'prose'],
  ])('%j is %s', (marked, kind) => {
    expect(placeInText(...at(marked)).kind).toBe(kind);
  });

  it('knows the braces of a value, closed or not', () => {
    expect(valueMarkAt(...at("'{{netw¦orks.lm}}'"))).toMatchObject({ path: 'networks.lm', isClosed: true });
    expect(valueMarkAt(...at('{{¦'))).toMatchObject({ path: '', isClosed: false });
    expect(valueMarkAt(...at('{{ a }} b¦'))).toBeUndefined();
    expect(valueMarkAt(...at('{{a\n¦'))).toBeUndefined();
  });

  it.each([
    ['<Val¦ue of="a" />', { part: 'name', component: 'Value' }],
    ['<Figure sr¦', { part: 'prop', given: [] }],
    ['<Figure src="a" al¦t="b" />', { part: 'prop', given: ['src'] }],
    ['<Figure\n  src="a¦b" />', { part: 'value', prop: 'src' }],
    ['a < b¦', undefined],
    ['<p cl¦ass', undefined],
    ['<Value of="a" /> ¦', undefined],
  ])('knows a tag that is being typed: %j', (marked, tag) => {
    const found = tagAt(...at(marked));
    if (tag) expect(found).toMatchObject(tag);
    else expect(found).toBeUndefined();
  });
});

describe('the words before an offset of PowerShell', () => {
  it.each([
    ['Get-V¦', [], 'Get-V'],
    ['Get-VM -Na¦', ['Get-VM'], '-Na'],
    ['Get-VM | Set-VM -¦', ['Set-VM'], '-'],
    ['$x = Get-VM -¦', ['Get-VM'], '-'],
    ["Get-VM -Name 'a | b' -¦", ['Get-VM', '-Name', "'a | b'"], '-'],
    ['Get-VM `\n  -Na¦', ['Get-VM'], '-Na'],
    ['Get-VM\nSet-V¦', [], 'Set-V'],
    ['Get-VM # Set-VM\nSet-V¦', [], 'Set-V'],
    ['if ($a) { Get-V¦', [], 'Get-V'],
    ["Get-VM -Name 'a b¦", ['Get-VM', '-Name'], "'a b"],
    ['Get-VM -Name a,\n  b¦', ['Get-VM', '-Name', 'a,'], 'b'],
  ])('of %j are %j, and %j is typed', (marked, before, typed) => {
    expect(wordsBefore(...at(marked))).toMatchObject({ before, typed });
  });

  it('are none in a comment', () => {
    expect(wordsBefore(...at('# Get-V¦'))).toBeUndefined();
  });
});

it('shows any text as code in Markdown', () => {
  expect(asCode('a')).toBe('`a`');
  expect(asCode('a `b`` c')).toBe('```a `b`` c```');
  expect(asCode('`a`')).toBe('`` `a` ``');
  expect(asCode('a\n\n# b')).toBe('`a # b`');
});
