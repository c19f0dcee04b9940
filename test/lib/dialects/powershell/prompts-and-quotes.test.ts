import { describe, expect, it } from 'vitest';
import { quoter } from '../../../../src/lib/dialects/powershell/syntax/quote.ts';
import { analyze } from './powershell.ts';

describe('prompts', () => {
  it.each([
    ['Get-VM', ['PS>']],
    ['Get-VM\nGet-VMSwitch', ['PS>', 'PS>']],
    ["New-VM -Name 'a' `\n  -Generation 2\n\nGet-VM", ['PS>', '>>', 'PS>', 'PS>']],
    ['if ($x) {\n  Get-VM\n\n}\n# done', ['PS>', '>>', '>>', '>>', 'PS>']],
    ["$x = @'\na\n'@\nGet-VM\n", ['PS>', '>>', '>>', 'PS>']],
    ['Get-VM |\n  Out-Null', ['PS>', '>>']],
    ['<# a\nb #>\nGet-VM', ['PS>', '>>', 'PS>']],
    ['a; b\r\nc', ['PS>', 'PS>']],
    ["Get-VM 'a\nb", ['PS>', '>>']],
    ['', ['PS>']],
  ])('of %j are %j', (text, expected) => {
    expect(analyze(text).prompts).toEqual(expected);
  });
});

describe('writing a value into a command', () => {
  const at = (text: string, value: string) => quoter(text.replace('¤', 'X'))(value, text.indexOf('¤'));

  it('follows the quotes around the place', () => {
    expect(at("New-VMSwitch -Name '¤'", "Tim's")).toBe("Tim''s");
    expect(at('New-VMSwitch -Name "¤"', '$5 "net" `')).toBe('`$5 `"net`" ``');
    expect(at("a 'vEthernet (¤)'", 'LM')).toBe('LM');
    expect(at('a -VlanId ¤', '15')).toBe('15');
    expect(at('a ¤', '192.168.15.21')).toBe('192.168.15.21');
    expect(at('a ¤', 'LM-1')).toBe('LM-1');
    expect(at('a # the switch ¤', "Tim's")).toBe("Tim's");
    expect(at("a @'\n¤\n'@", "Tim's")).toBe("Tim's");
    expect(at('"$(Get-VM ¤)"', 'SQL1')).toBe('SQL1');
  });

  it('refuses what would change the command', () => {
    expect(at("a '¤'", 'x\ny')).toBeUndefined();
    expect(at('a "¤"', 'x\u0007')).toBeUndefined();
    expect(at('a ¤', 'two words')).toBeUndefined();
    expect(at('a ¤', '-Force')).toBeUndefined();
    expect(at('a ¤', '$x')).toBeUndefined();
    expect(at('a ¤', 'a;b')).toBeUndefined();
    expect(at('¤ -Name x', 'Remove-VM')).toBeUndefined();
    expect(at("a @'\n¤\n'@", "'@")).toBeUndefined();
    expect(at('a <# ¤ #>', 'x #> Remove-VM')).toBeUndefined();
  });

  it('doubles every quote that PowerShell takes for one', () => {
    expect(at("a '¤'", 'Tim’s')).toBe('Tim’’s');
    expect(at('a "¤"', '“x”')).toBe('`“x`”');
  });

  it('writes all the values of a block', () => {
    const text = `a 'X' "Y" Z # W\nX`;
    const write = quoter(text);
    const written = [...'XYZW'].map((mark) => write("Tim's", text.indexOf(mark)));
    expect(written).toEqual(["Tim''s", "Tim's", undefined, "Tim's"]);
    expect(write('x', text.lastIndexOf('X'))).toBeUndefined();
  });
});
