import { describe, expect, it } from 'vitest';
import { writeValues } from '../../../../src/lib/dialects/powershell/syntax/quote.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
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
  const write = (text: string, values: readonly string[]) => {
    const marks = [...text.matchAll(/¤/g)];
    const places = marks.map(({ index }, number) => ({
      start: index,
      end: index + 1,
      value: values[number],
    }));
    return writeValues(sliceOf(createSourceFile('block.ps1', text)), places, 5);
  };
  const at = (text: string, value: string) => write(text, [value]).written[0];

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
    const { written, slice } = write(`a '¤' "¤" ¤ # ¤\n¤`, [...Array<string>(4).fill("Tim's"), 'x']);
    expect(written).toEqual(["Tim''s", "Tim's", undefined, "Tim's", undefined]);
    expect(slice.text).toBe(`a 'Tim''s' "Tim's" ¤ # Tim's\n¤`);
  });

  it.each([
    // What stands in quotes within a word is one word to PowerShell, and `'` after a backtick opens nothing.
    ["a -Path:b'¤'", "Tim's"],
    ["a b`'¤'", "Tim's"],
    ["a 'x' -Is b'c '¤", 'two words'],
    ["$x = @'\n'@ + '¤'", "Tim's"],
    // Read as arguments they are words; read as a command's name or an operand they are not.
    ['¤ -Name x', 'C:\\x.exe'],
    ['¤ + 1', '1.5'],
    ['$x = (¤)', '1.5'],
    ['function ¤ { }', 'Get-It'],
    ['$¤ = 1', 'name'],
    ['[¤]$x', 'string'],
    ['a ¤', '..'],
    ['a ¤,¤', '1.10'],
    ['a -X:¤ > ¤', '1.10'],
    ['if (¤) { }', 'if'],
    ["a '¤", "Tim's"],
    ['a "$(b "¤" \'¤\')"', '$x'],
  ])('writes into %j as the script says without it', (text, value) => {
    const values = Array<string>(text.split('¤').length - 1).fill(value);
    const { written } = write(text, values);
    // A line break fits nowhere, so that the other places are judged by the script with a letter at each.
    const judged = write(`${text}\n'¤'`, [...values, 'a\nb']).written.slice(0, -1);
    expect(written).toEqual(judged);
  });
});
