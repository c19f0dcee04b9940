import { describe, expect, it } from 'vitest';
import { checkStepsAcrossParts } from '../../../src/lib/guide/check-parts.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { readPart, told } from './read-fixture.ts';

const steps = (...ids: string[]) => ids.map((id) => `## ${id} Title\n`).join('\n');

function complaints(span: string, ...ids: string[]): string[] {
  const guide = readPart(span, steps(...ids));
  return guide.diagnostics.map((diagnostic) => told(guide, diagnostic));
}

describe('the steps of a part', () => {
  it('may be as the front matter announces them', () => {
    expect(complaints('2:1-2:3', '2:1', '2:2', '2:3')).toEqual([]);
  });

  it.each([
    ['two swapped', ['2:1', '2:3', '2:2', '2:4'], 'guide/step-order “2:3”: Step 2:3 comes before step 2:2.'],
    [
      'the last one first',
      ['2:4', '2:1', '2:2', '2:3'],
      'guide/step-order “2:4”: Step 2:4 comes before step 2:1.',
    ],
    ['one twice', ['2:1', '2:2', '2:2', '2:4'], 'guide/step-order “2:2”: Step 2:2 is there twice.'],
    [
      'one with the number of the next',
      ['2:1', '2:3', '2:3', '2:4'],
      'guide/step-order “2:3”: Step 2:3 is there twice.',
    ],
    ['one missing', ['2:1', '2:2', '2:4'], 'guide/step-order “2:4”: Before step 2:4, step 2:3 is missing.'],
    [
      'the first missing',
      ['2:2', '2:3', '2:4'],
      'guide/step-order “2:2”: Before step 2:2, step 2:1 is missing.',
    ],
    [
      'the last missing',
      ['2:1', '2:2', '2:3'],
      'guide/step-number “2:1-2:4”: The front matter announces the steps 2:1-2:4, but 2:4 is missing.',
    ],
    [
      'one too high',
      ['2:1', '2:9', '2:3', '2:4'],
      'guide/step-number “2:9”: Step 2:9 is outside of the steps 2:1-2:4 that the front matter announces.',
    ],
    [
      'one of another labwork',
      ['2:1', '2:2', '3:3', '2:4'],
      'guide/step-number “3:3”: Step 3:3 stands in labwork 2.',
    ],
    [
      'a zero before a number',
      ['2:1', '2:02', '2:3', '2:4'],
      'guide/step-number “2:02”: The step is numbered 2:02.',
    ],
    [
      'all of another part',
      ['2:5', '2:6', '2:7', '2:8'],
      'guide/step-number “2:1-2:4”: The front matter announces the steps 2:1-2:4, but the post begins with 2:5.',
    ],
    [
      'none',
      [],
      'guide/step-number “2:1-2:4”: The front matter announces the steps 2:1-2:4, but 2:1 to 2:4 are missing.',
    ],
  ])('are told once where they are not: %s', (_, ids, line) => {
    expect(complaints('2:1-2:4', ...ids)).toEqual([line]);
  });

  it.each([
    [['2:2', '2:2', '2:3', '2:4'], 0],
    [['2:1', '2:3', '2:3', '2:4'], 1],
    [['2:1', '2:1', '2:3', '2:4'], 1],
    [['2:1', '2:2', '2:2', '2:4'], 2],
    [['2:1', '2:2', '2:4', '2:4'], 2],
    [['2:1', '2:2', '2:3', '2:3'], 3],
  ])('are told where a number does not go on from its neighbours: %j', (ids, wrong) => {
    const guide = readPart('2:1-2:4', steps(...ids));
    const places = guide.diagnostics.map(({ range }) =>
      guide.steps.findIndex((step) => step.range === range),
    );
    expect(places).toEqual([wrong]);
  });

  it('need a title, and the edge of the page', () => {
    const guide = readPart('2:1-2:1', '## 2:1\n\n> ## 2:2 In a quote\n');
    expect(guide.diagnostics.map((diagnostic) => told(guide, diagnostic))).toEqual([
      'guide/step-number “2:1”: Step 2:1 has no title.',
      'guide/step-number “2:2”: Step 2:2 opens inside another block.',
    ]);
  });

  it('hold all commands but examples', () => {
    const guide = readPart(
      '2:1-2:1',
      '```ios\nx\n```\n\n```ios example because="y"\nx\n```\n\n## 2:1 Title\n\n```ios\nx\n```\n',
    );
    expect(guide.diagnostics.map((diagnostic) => told(guide, diagnostic))).toEqual([
      'guide/block-outside-step “ios”: This block of commands stands before the first step.',
    ]);
    expect(guide.blocks.map(({ step }) => step)).toEqual([undefined, undefined, '2:1']);
  });
});

describe('the parts of a labwork', () => {
  const part = (number: number, first: number, last: number) => readPart(`2:${first}-2:${last}`, '', number);

  it('go on where the part before ends', () => {
    expect(checkStepsAcrossParts([part(2, 5, 8), part(1, 1, 4), part(3, 9, 12)])).toEqual([]);
    const wrong = part(2, 6, 8);
    expect(
      checkStepsAcrossParts([part(1, 1, 4), wrong]).map((diagnostic) => told(wrong, diagnostic)),
    ).toEqual(['guide/step-order “2:6-2:8”: Part 2 begins with step 2:6, but part 1 ends with 2:4.']);
  });

  it('are held to the front matter of the part before, wherever that stands', () => {
    const before = part(1, 1, 4);
    const [problem] = checkStepsAcrossParts([part(2, 6, 8), before, part(4, 9, 9)]);
    const { file, range, message } = problem!.related![0]!;
    expect(message).toBe('part 1 has the steps 2:1-2:4');
    expect(file).toBe(before.file.path);
    expect(before.file.text.slice(range.start.offset, range.end.offset)).toBe('2:1-2:4');
    expect(before.file.text.slice(0, range.start.offset)).toMatch(/^steps: $/m);
  });

  it('are looked at labwork by labwork', () => {
    const other = readGuide(
      createSourceFile(
        'labworks/other.mdx',
        part(1, 1, 4)
          .file.text.replace('labwork: 2', 'labwork: 3')
          .replace(/^steps:.*$/m, 'steps: 3:2-3:3'),
      ),
    );
    const wrong = checkStepsAcrossParts([part(1, 1, 4), other, part(2, 5, 6)]);
    expect(wrong.map((diagnostic) => told(other, diagnostic))).toEqual([
      'guide/step-order “3:2-3:3”: Part 1 begins with step 3:2.',
    ]);
  });

  it('say nothing across two parts of one number, nor of a span that is none', () => {
    expect(checkStepsAcrossParts([part(1, 1, 4), part(2, 5, 6), part(2, 9, 9)])).toEqual([]);
    expect(checkStepsAcrossParts([part(1, 4, 1)])).toEqual([]);
  });

  it('begin with the first step', () => {
    const wrong = part(1, 2, 4);
    expect(checkStepsAcrossParts([wrong]).map((diagnostic) => told(wrong, diagnostic))).toEqual([
      'guide/step-order “2:2-2:4”: Part 1 begins with step 2:2.',
    ]);
  });

  it('may be looked at without the ones between', () => {
    expect(checkStepsAcrossParts([part(1, 1, 4), part(3, 9, 12)])).toEqual([]);
    expect(checkStepsAcrossParts([part(2, 5, 8)])).toEqual([]);
  });
});
