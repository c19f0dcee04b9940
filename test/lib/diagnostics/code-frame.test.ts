import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../../src/lib/diagnostics/code-frame.ts';
import { createSourceFile, rangeAt } from '../../../src/lib/source/source-file.ts';

const frame = (text: string, marked: string, label?: string, width?: number) => {
  const file = createSourceFile('a', text);
  const at = text.indexOf(marked);
  return codeFrame(
    file,
    [{ range: rangeAt(file, at, at + marked.length), label, kind: 'mark' }],
    width === undefined ? {} : { width },
  );
};

describe('a code frame', () => {
  it('underlines the range in the author’s own line', () => {
    expect(frame('a\nNew-VMSwitch -Nme x\n', '-Nme', 'no such parameter')).toBe(
      ['2 | New-VMSwitch -Nme x', '  |              ^^^^ no such parameter'].join('\n'),
    );
  });

  it('keeps in step with tabs, wide characters and combining marks', () => {
    expect(frame('\t日本e\u0301 x', 'x')).toBe(['1 |     日本e\u0301 x', '  |           ^'].join('\n'));
    expect(frame('a\tb 👩 x', 'x')).toBe(['1 | a   b 👩 x', '  |          ^'].join('\n'));
  });

  it('shows what cannot be seen by its code', () => {
    expect(frame('Get-VM\u200b x', '\u200b', 'invisible')).toBe(
      ['1 | Get-VM‹U+200B› x', '  |       ^^^^^^^^ invisible'].join('\n'),
    );
    expect(frame('a\u202eb\u001b', '\u202e')).toContain('a‹U+202E›b‹U+001B›');
  });

  it('cuts a long line around the range, on either side', () => {
    const text = `${'a'.repeat(500)}XYZ${'b'.repeat(500)}`;
    const [line, underline] = frame(text, 'XYZ', 'here', 21).split('\n');
    expect(line).toBe('1 | …aaaaaaaaaXYZbbbbbbbbb…');
    expect(underline).toBe('  |           ^^^ here');
    expect(frame(`XYZ${'b'.repeat(500)}`, 'XYZ', undefined, 10)).toBe('1 | XYZbbbbbbb…\n  | ^^^');
  });

  it('underlines a place between two characters, and the end of a line', () => {
    const file = createSourceFile('a', 'ab');
    const mark = (at: number) => codeFrame(file, [{ range: rangeAt(file, at, at), kind: 'mark' }]);
    expect(mark(1)).toBe('1 | ab\n  |  ^');
    expect(mark(2)).toBe('1 | ab\n  |   ^');
  });

  it('underlines a range over several lines to the end of its first', () => {
    expect(frame('one two\nthree', 'two\nthree')).toBe('1 | one two\n  |     ^^^');
  });

  it('shows related places in the order of their lines, with what is left out between', () => {
    const file = createSourceFile(
      'a',
      Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n'),
    );
    const at = (line: number) => rangeAt(file, file.lineStarts[line - 1]!, file.lineStarts[line - 1]! + 4);
    expect(
      codeFrame(file, [
        { range: at(12), label: 'again', kind: 'mark' },
        { range: at(2), label: 'first here', kind: 'note' },
      ]),
    ).toBe([' 2 | line 2', '   | ---- first here', '   ...', '12 | line 12', '   | ^^^^ again'].join('\n'));
  });

  it('draws a line of a megabyte at once', () => {
    const text = `${'x'.repeat(500_000)}Q${'y'.repeat(500_000)}`;
    expect(frame(text, 'Q').length).toBeLessThan(400);
  });
});
