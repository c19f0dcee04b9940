import { describe, expect, it } from 'vitest';
import { addChecksum, removeChecksum } from '../../src/workspace/checksum.ts';

const file = (name: string, content: string | Uint8Array) => Buffer.from(addChecksum(name, content));

describe('a checksum', () => {
  it('gives back what it was added to: text, bytes, and nothing at all', () => {
    for (const text of ['{"é":"\u{1f600}"}', '', '\n\n', 'a\nb'])
      expect(removeChecksum('a', file('a', text))?.toString()).toBe(text);
    const bytes = Uint8Array.from([0, 10, 255, 10]);
    expect([...removeChecksum('a', file('a', bytes))!]).toEqual([...bytes]);
  });

  it('tells a file that is cut short anywhere, or longer', () => {
    const whole = file('a', '{"a":1}\n');
    for (let length = 0; length < whole.length; length++)
      expect(removeChecksum('a', whole.subarray(0, length))).toBeUndefined();
    expect(removeChecksum('a', Buffer.concat([whole, Buffer.from(' ')]))).toBeUndefined();
    expect(removeChecksum('a', Buffer.alloc(whole.length))).toBeUndefined();
  });

  it('tells any single bit that is another', () => {
    const whole = file('a', '{"title":"Part 1"}');
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const other = Buffer.from(whole);
      other[bit >> 3]! ^= 1 << (bit & 7);
      expect(removeChecksum('a', other)).toBeUndefined();
    }
  });

  it('tells a whole file that is in the place of another', () => {
    expect(removeChecksum('b', file('a', 'of a'))).toBeUndefined();
  });
});
