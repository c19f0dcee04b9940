import { describe, expect, it } from 'vitest';
import { createSourceFile, lineAt, positionAt } from '../../../src/lib/source/source-file.ts';
import {
  originRange,
  originSpan,
  replaceInSlice,
  sliceOf,
  sliceOffset,
  sliceOfRuns,
} from '../../../src/lib/source/slice.ts';

const place = (line: number, column: number) => expect.objectContaining({ line, column });

describe('a source file', () => {
  it('counts lines by CR LF, LF and CR alike', () => {
    const file = createSourceFile('a', 'one\r\ntwo\rthree\nfour');
    expect([1, 2, 3, 4, 5].map((line) => lineAt(file, line))).toEqual(['one', 'two', 'three', 'four', '']);
    expect(positionAt(file, file.text.indexOf('four'))).toEqual({ line: 4, column: 1, offset: 15 });
  });

  it('keeps positions inside the file', () => {
    const file = createSourceFile('a', 'one\n');
    expect(positionAt(file, -5)).toEqual({ line: 1, column: 1, offset: 0 });
    expect(positionAt(file, 99)).toEqual({ line: 2, column: 1, offset: 4 });
  });
});

describe('a slice', () => {
  const file = createSourceFile('guide.mdx', '- item\n  Get-VM {{name}}\n  -Name x\n');
  const code = sliceOfRuns(file, [
    { start: 9, end: 25 },
    { start: 27, end: 34 },
  ]);

  it('traces every character of its runs to the file', () => {
    expect(code.text).toBe('Get-VM {{name}}\n-Name x');
    expect(originRange(code, 16, 21)).toEqual({ start: place(3, 3), end: place(3, 8) });
  });

  it('ends a range before the seam and begins one after it', () => {
    expect(originRange(code, 0, 16).end).toEqual(place(3, 1));
    expect(originRange(code, 16, 16).start).toEqual(place(3, 3));
  });

  it('traces what was filled in to the whole of what it replaced', () => {
    const filled = replaceInSlice(code, [{ start: 7, end: 15, text: 'Daisetta-Converged' }]);
    expect(filled.text).toBe('Get-VM Daisetta-Converged\n-Name x');
    expect(originRange(filled, 9, 12)).toEqual({ start: place(2, 10), end: place(2, 18) });
    expect(originRange(filled, 26, 31)).toEqual({ start: place(3, 3), end: place(3, 8) });
    expect(sliceOffset(filled, 27)).toBe(26);
  });

  it('can be replaced twice, with nothing and with more', () => {
    const whole = sliceOf(createSourceFile('a', 'abcdef'));
    const once = replaceInSlice(whole, [
      { start: 1, end: 2, text: '' },
      { start: 4, end: 4, text: '!!' },
    ]);
    expect(once.text).toBe('acd!!ef');
    const twice = replaceInSlice(once, [{ start: 0, end: 1, text: 'A' }]);
    expect(twice.text).toBe('Acd!!ef');
    expect(originRange(twice, 5, 6)).toEqual({ start: place(1, 5), end: place(1, 6) });
    expect(originRange(twice, 3, 5)).toEqual({ start: place(1, 5), end: place(1, 5) });
  });

  it('is replaced in places that touch, with what stands behind them kept', () => {
    const whole = sliceOf(createSourceFile('a', ' ’’N'));
    const straight = replaceInSlice(whole, [
      { start: 1, end: 2, text: "'" },
      { start: 2, end: 3, text: "'" },
    ]);
    expect(straight.text).toBe(" ''N");
    expect(originRange(straight, 3, 4)).toEqual({ start: place(1, 4), end: place(1, 5) });
  });

  it('traces an empty place, where text was left out, to one offset', () => {
    const whole = sliceOf(createSourceFile('a', "'b'\u200bc"));
    const without = replaceInSlice(whole, [{ start: 3, end: 4, text: '' }]);
    expect(without.text).toBe("'b'c");
    const { start, end } = originSpan(without, 3, 3);
    expect(start).toBe(end);
    expect(originSpan(without, 0, 4)).toEqual({ start: 0, end: 5 });
  });

  it('finds the place of an offset of the file among many pieces, where it has one', () => {
    const text = '  a\n'.repeat(500);
    const runs = Array.from({ length: 500 }, (_, line) => ({ start: line * 4 + 2, end: line * 4 + 4 }));
    const stripped = sliceOfRuns(createSourceFile('a', text), runs);
    expect(sliceOffset(stripped, 4 * 300 + 2)).toBe(600);
    expect(sliceOffset(stripped, 4 * 300 + 3)).toBe(601);
    expect(sliceOffset(stripped, 4 * 300 + 1)).toBeUndefined();
  });
});
