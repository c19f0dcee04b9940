import { describe, expect, it } from 'vitest';
import { createHighlight } from '../../src/site/posts/highlight.ts';
import type { CodePlace, Language } from '../../src/site/posts/highlight.ts';

const highlight = await createHighlight();
const place: CodePlace = { platform: 'catalyst-2960s', context: 'priv-exec' };

/** The text that a reader sees in a line of HTML. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

describe('Highlighted code', () => {
  it('has a switch’s commands in the classes of the scheme, by what the dialect reads', () => {
    const [, , line] = highlight('conf t\nint gi1/0/20\nno sw tr al vl 1,11\n', 'ios', [], place);
    expect(line).toBe(
      '<span class="tk-keyword">no</span> <span class="tk-function">sw</span> <span class="tk-keyword">tr</span> ' +
        '<span class="tk-keyword">al</span> <span class="tk-keyword">vl</span> <span class="tk-constant">1,11</span>',
    );
  });

  it('reads a block in the mode that it begins in', () => {
    const [inVlan] = highlight('name CSV', 'ios', [], { ...place, context: 'config-vlan' });
    expect(inVlan).toBe('<span class="tk-function">name</span> <span class="tk-string">CSV</span>');
    const [inExec] = highlight('name CSV', 'ios', [], place);
    expect(inExec).toBe('name CSV');
  });

  it('marks a value of the lab within a token', () => {
    const text = 'switchport trunk allowed vlan 1,15';
    const value = { start: 32, end: 34, value: 'networks.lm.vlan', cable: 'magenta' };
    const [line] = highlight(text, 'ios', [value], { ...place, context: 'config-if' });
    expect(line).toContain(
      '<span class="tk-constant">1,</span><span class="value" data-value="networks.lm.vlan" data-cable="magenta"><span class="tk-constant">15</span></span>',
    );
    expect(textOf(line!)).toBe(text);
  });

  it.each<[Language, string]>([
    [
      'ios',
      '! note\ninterface <x> & "y"\n description a  b\t\n\n  banner motd #\nhello <b>\n#\nshow run | i a&b\r\nend\r\n',
    ],
    ['ios', `description ${'long '.repeat(400)}`],
    ['powershell', 'Get-VM -Name \'a<b>\' | Where-Object { $_.State -eq "Off" } # & so on\n\n\tx'],
    ['output', 'a <b> & c'],
  ])('has the text of %s unchanged', (language, text) => {
    expect(highlight(text, language, [], place).map(textOf).join('\n')).toBe(text);
  });
});
