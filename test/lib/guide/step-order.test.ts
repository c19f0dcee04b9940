import { describe, expect, it } from 'vitest';
import { checkSteps } from '../../../src/lib/guide/check-steps.ts';
import type { PostDataOf } from '../../../src/lib/guide/front-matter.ts';
import type { Step } from '../../../src/lib/guide/guide.ts';
import { anchorOfStep, readStepMark, readStepSpan } from '../../../src/lib/guide/step-mark.ts';
import { bestPlaced, longestRise } from '../../../src/lib/guide/step-order.ts';
import { createSourceFile, rangeAt } from '../../../src/lib/source/source-file.ts';
import { createChance } from '../../chance.ts';

const file = createSourceFile('labworks/x.mdx', 'x'.repeat(100));
const announcedRange = rangeAt(file, 90, 95);

/** Steps of labwork 2, each at the offset of its index. */
function stepsOf(numbers: readonly number[], labwork = 2): Step[] {
  return numbers.map((number, index) => {
    const mark = { labwork, number };
    return {
      ...mark,
      id: `${labwork}:${number}`,
      title: 'x',
      anchor: anchorOfStep(mark),
      range: rangeAt(file, index, index + 1),
    };
  });
}

/** The indices of the steps that are told, and -1 for the front matter. */
function toldOf(numbers: readonly number[], span?: string): number[] {
  const data = { kind: 'labworks', labwork: 2, steps: span } as PostDataOf<'labworks'>;
  const announced = span === undefined ? undefined : { data, range: announcedRange };
  return checkSteps(file, stepsOf(numbers), announced).map(({ range }) =>
    range === announcedRange ? -1 : range.start.offset,
  );
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('the longest rise', () => {
  it('rises, is of the steps in their order, and none is longer', () => {
    const chance = createChance(21);
    for (let round = 0; round < 300; round++) {
      const numbers = Array.from({ length: Math.floor(chance() * 9) }, () => Math.floor(chance() * 7));
      const rise = longestRise(stepsOf(numbers)).map(({ range, number }) => ({
        at: range.start.offset,
        number,
      }));
      rise.slice(1).forEach((step, index) => {
        expect(step.number).toBeGreaterThan(rise[index]!.number);
        expect(step.at).toBeGreaterThan(rise[index]!.at);
      });
      const longest: number[] = [];
      numbers.forEach((number, index) => {
        longest.push(
          1 + Math.max(0, ...longest.filter((_, before) => numbers[before]! < number && before < index)),
        );
      });
      expect(rise, numbers.join()).toHaveLength(Math.max(0, ...longest));
    }
  });
});

describe('of steps with one number', () => {
  it.each([
    [[1, 2, 3, 2], 2, 1],
    [[2, 1, 2, 3], 2, 2],
    [[1, 1, 2, 3], 1, 0],
    [[1, 2, 3, 3], 3, 2],
    [[3, 1, 2, 3], 3, 3],
    [[2, 5, 2], 2, 0],
  ])('the best placed is the one that its neighbours agree with: %j', (numbers, number, index) => {
    const steps = stepsOf(numbers);
    expect(bestPlaced(steps, number, { first: 1, last: 3 })).toBe(steps[index]);
  });

  it('the last one may be anywhere where nobody says how many there are', () => {
    const steps = stepsOf([1, 3, 2, 3]);
    expect(bestPlaced(steps, 3, { first: 1, last: undefined })).toBe(steps[3]);
    expect(bestPlaced(stepsOf([3, 3]), 3, { first: 1, last: undefined }).range.start.offset).toBe(0);
  });
});

describe('the steps of a post', () => {
  it('are right where they are as announced, and only there', () => {
    for (let last = 1; last < 8; last++) {
      expect(toldOf(upTo(last), `2:1-2:${last}`)).toEqual([]);
      expect(toldOf(upTo(last))).toEqual([]);
      expect(toldOf(upTo(last), `2:1-2:${last + 1}`)).toEqual([-1]);
      if (last > 1) expect(toldOf(upTo(last), `2:2-2:${last}`)).toEqual([0]);
    }
  });

  it('are told once where one is left out, at the one after it', () => {
    for (let left = 1; left <= 6; left++) {
      const numbers = upTo(6).filter((number) => number !== left);
      expect(toldOf(numbers, '2:1-2:6')).toEqual([left === 6 ? -1 : left - 1]);
    }
  });

  it('are told once where one is moved, at that one', () => {
    for (let from = 1; from <= 6; from++) {
      for (let to = 1; to <= 6; to++) {
        // Of two neighbours that changed places either may be the one that was moved.
        if (Math.abs(from - to) < 2) continue;
        const numbers = upTo(6).filter((number) => number !== from);
        numbers.splice(to - 1, 0, from);
        expect(toldOf(numbers, '2:1-2:6'), numbers.join()).toEqual([to - 1]);
      }
    }
  });

  it('are told once where one has the number of another, at that one', () => {
    for (let at = 1; at <= 6; at++) {
      for (let number = 1; number <= 6; number++) {
        if (at === number) continue;
        const numbers = upTo(6).map((own) => (own === at ? number : own));
        expect(toldOf(numbers, '2:1-2:6'), numbers.join()).toEqual([at - 1]);
      }
    }
  });

  it('are told for each that is missing beyond those that are out of place', () => {
    expect(toldOf([1, 9, 3, 6], '2:1-2:6')).toEqual([1, 3]);
    expect(toldOf([1, 9, 3, 5], '2:1-2:5')).toEqual([1, 3]);
    expect(toldOf([1, 9, 4], '2:1-2:4')).toEqual([1, 2]);
    expect(toldOf([5, 3, 2, 1], '2:1-2:5').length).toBeLessThanOrEqual(4);
  });

  it('are told at each place once, and only where they are not as they should be', () => {
    const chance = createChance(44);
    for (let round = 0; round < 1000; round++) {
      const numbers = Array.from({ length: Math.floor(chance() * 5) }, () => 1 + Math.floor(chance() * 4));
      const span = chance() < 0.5 ? '2:2-2:4' : undefined;
      const told = toldOf(numbers, span);
      expect(new Set(told).size, numbers.join()).toBe(told.length);
      const first = span ? 2 : (numbers[0] ?? 0);
      const right =
        numbers.every((number, index) => number === first + index) && (!span || numbers.length === 3);
      expect(told.length === 0, `${span} ${numbers.join()}`).toBe(right);
    }
  });

  it('without front matter go on from the first one', () => {
    expect(toldOf([5, 6, 7])).toEqual([]);
    expect(toldOf([5, 4, 6])).toEqual([1]);
    expect(
      checkSteps(file, stepsOf([5, 4, 6]), undefined).map(({ rule, message }) => [rule, message]),
    ).toEqual([['guide/step-number', "Step 2:4 comes before the post's first step, 2:5."]]);
    expect(toldOf([])).toEqual([]);
  });

  it.each([['2:1-3:4'], ['3:1-3:4'], ['2:4-2:1'], ['']])('need a span of their labwork: %j', (span) => {
    expect(toldOf([1, 3], span)).toEqual([-1]);
  });

  it('name the one that they are held against', () => {
    const data = { kind: 'labworks', labwork: 2, steps: '2:1-2:3' } as PostDataOf<'labworks'>;
    const steps = stepsOf([1, 2, 2]);
    const [problem] = checkSteps(file, steps, { data, range: announcedRange });
    expect(problem).toMatchObject({
      rule: 'guide/step-order',
      range: steps[2]!.range,
      related: [{ file: 'labworks/x.mdx', range: steps[1]!.range, message: 'step 2:2 is here' }],
    });
  });
});

describe('the mark of a step', () => {
  it.each([
    ['2:6 Build it', { written: '2:6', labwork: 2, number: 6, title: 'Build it' }],
    ['2:06. Build it ', { written: '2:06', labwork: 2, number: 6, title: 'Build it' }],
    ['12:1', { written: '12:1', labwork: 12, number: 1, title: '' }],
    ['2:6:1 Build', undefined],
    ['2:61234', undefined],
    ['a 2:6', undefined],
    ['2: 6', undefined],
  ])('is read from %j', (heading, mark) => {
    expect(readStepMark(heading)).toEqual(mark);
  });

  it.each([
    ['2:1-2:4', { labwork: 2, first: 1, last: 4 }],
    ['2:3-2:3', { labwork: 2, first: 3, last: 3 }],
    ['2:4-2:3', undefined],
    ['2:1-3:4', undefined],
    ['2:1 - 2:4', undefined],
  ])('has a span: %j', (text, span) => {
    expect(readStepSpan(text)).toEqual(span);
  });
});
