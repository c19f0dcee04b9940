import { describe, expect, it } from 'vitest';
import {
  hasTooManyDigits,
  plainDigitsFor,
  plainInteger,
  plainNumber,
} from '../../../src/lib/diagnostics/plain-number.ts';
import { createChance } from '../../chance.ts';

describe('a number in plain digits', () => {
  it.each([
    ['0', 0],
    ['-12', -12],
    ['6.8', 6.8],
    ['6.80', 6.8],
    ['1.0', 1],
    ['0.001', 0.001],
    ['10.0', 10],
    ['9007199254740991', 9007199254740991],
  ])('is %s', (text, value) => {
    expect(plainNumber(text)).toBe(value);
  });

  it.each([
    ...[
      '',
      ' 1',
      '1 ',
      '007',
      '-0',
      '-0.0',
      '00',
      '+1',
      '.5',
      '5.',
      '0x10',
      '0o7',
      '0b1',
      '12e3',
      '1_000',
      '1,000',
    ],
    ...[
      '1:30',
      '9007199254740993',
      '0.10000000000000000555',
      '1'.repeat(400),
      `0.${'0'.repeat(90_000)}1`,
      'NaN',
      '.inf',
    ],
  ])('is not %s', (text) => {
    expect(plainNumber(text)).toBeUndefined();
  });

  it('has no fraction where it is whole', () => {
    expect(plainInteger('12')).toBe(12);
    for (const text of ['12.0', '12.5', '1e3']) expect(plainInteger(text)).toBeUndefined();
  });

  it('is what any number prints, and prints it', () => {
    const chance = createChance(12);
    for (let round = 0; round < 2000; round++) {
      const number = Math.round((chance() - 0.5) * 1e7) / 10 ** Math.floor(chance() * 4);
      expect(plainNumber(String(number))).toBe(number);
    }
  });

  it.each([
    ['007', '7'],
    ['0x10', '16'],
    ['12e3', '12000'],
    ['.5', '0.5'],
    ['+1', '1'],
    ['1_000', '1000'],
    ['-0', '0'],
    ['15.0', '15'],
    ['one', undefined],
    ['', undefined],
    ['1:30', undefined],
    ['12', undefined],
    ['9007199254740993', undefined],
    ['0x20000000000001', undefined],
    ['0.12345678901234567', undefined],
    ['1e22', undefined],
    ['0123456789012345', '123456789012345'],
  ])('is proposed for %j: %s', (text, digits) => {
    expect(plainDigitsFor(text)).toBe(digits);
  });

  it('is told from one that has more digits than can be kept', () => {
    for (const text of ['9007199254740993', '0.12345678901234567', '1'.repeat(4000)])
      expect(hasTooManyDigits(text)).toBe(true);
    for (const text of ['12', '1000000000000000000000', 'one', '1:30'])
      expect(hasTooManyDigits(text)).toBe(false);
  });
});
