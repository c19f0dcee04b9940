import { describe, expect, it } from 'vitest';
import type { CommentSyntax } from '../../../src/lib/writing/comment.ts';
import { commandAsComment, commentOf } from '../../../src/lib/writing/comment.ts';
import { createChance, pick } from '../../chance.ts';

const syntax: CommentSyntax = { mark: '!', harmless: (line) => line.replaceAll('?', '.') };
const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');

describe('a comment', () => {
  it.each([
    ['a title', ['! a title']],
    ['', ['!']],
    ['  indented', ['!   indented']],
    ['a\nreload\r\nb\u2028c\u0085d\u000Be', ['! a reload b c d e']],
    ['why\u037E \uFF1F \u65E5', ['! why; . .']],
    [`  ${words(24)}`, [`!   ${words(19)}`, `!     ${words(5)}`]],
    [
      `see https://blog.example/${'a'.repeat(120)} there`,
      ['! see', `!   https://blog.example/${'a'.repeat(120)}`, '!   there'],
    ],
  ])('of %j is %j', (text, lines) => {
    expect(commentOf(text, syntax)).toEqual(lines);
  });

  it('of a command keeps it in one piece as long as a switch takes the line', () => {
    expect(commandAsComment(words(40), syntax)).toEqual([`! ${words(40)}`]);
    const long = commandAsComment('x'.repeat(600), syntax);
    expect(long.map((line) => line.replace(/^! {1,3}/, '')).join('')).toBe('x'.repeat(600));
    expect(Math.max(...long.map((line) => line.length))).toBeLessThanOrEqual(254);
  });

  it('is comments and nothing else, whatever the text, and says each of its words', () => {
    const chance = createChance(3);
    const pieces = [
      '\n',
      '\r',
      '\u2028',
      '\u0085',
      '\v',
      '?',
      '#>',
      ' ',
      '  ',
      'word',
      'x'.repeat(260),
      '!',
      '\u001B[2J',
      '\u202E',
      '\uFF1F',
    ];
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: 20 }, () => pick(chance, pieces)).join('');
      for (const lines of [commentOf(text, syntax), commandAsComment(text, syntax)]) {
        for (const line of lines) expect(line).toMatch(/^![\x20-\x3E\x40-\x7E]{0,253}$/);
        expect(lines.join(' ').split('word')).toHaveLength(text.split('word').length);
      }
    }
  });
});
