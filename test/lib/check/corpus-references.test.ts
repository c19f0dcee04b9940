import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { engine, marked, note, part, post, rack } from '../fixture-posts.ts';

/** What is said of the first post when it stands beside the others: marked text, message, hint. */
function saidOf(guide: Guide, ...others: readonly Guide[]): string[][] {
  const lab = rack();
  const corpus = {
    guides: [...others, guide],
    labs: new Map([[lab.id, lab]]),
    comparisons: new Set(['switch-prices']),
    figures: new Set(['rack-front']),
  };
  expect(guide.diagnostics).toEqual([]);
  return engine
    .checkCorpus(corpus)
    .filter(({ file }) => file === guide.file.path)
    .map((diagnostic) => [marked(guide, [diagnostic])[0]!, diagnostic.message, diagnostic.hint ?? '']);
}

describe('what a post names', () => {
  it('is fine where it is there', () => {
    const body = [
      '<Value of="vswitch" /> <Value of="networks.lm.vlan" />',
      '',
      '<PortMap device="sw1" />',
      '',
      '<NetworkTable networks="lm" />',
      '',
      '<Comparison id="switch-prices" />',
      '',
      '<Figure src="rack-front" alt="The front of the rack." caption="The rack." />',
    ].join('\n');
    expect(saidOf(note(body, 'lab: rack\ncover: rack-front\ncomparisons: [switch-prices]'))).toEqual([]);
  });

  it.each([
    [
      '<Value of="vswitsch" />',
      'guide/unknown-value “vswitsch”',
      'The lab “rack” has no value “vswitsch”.',
      'Did you mean “vswitch”?',
    ],
    [
      '<Value of="zzzzzzz" />',
      'guide/unknown-value “zzzzzzz”',
      'The lab “rack” has no value “zzzzzzz”.',
      'Add it to src/content/labs/rack.yaml.',
    ],
    [
      '<PortMap device="sw3" />',
      'guide/unknown-device “sw3”',
      'The lab “rack” has no device “sw3”.',
      'Did you mean “sw1”?',
    ],
    [
      '<NetworkTable networks="lm storage" />',
      'guide/unknown-reference “storage”',
      'The lab “rack” has no network “storage”.',
      'Add it to src/content/labs/rack.yaml.',
    ],
    [
      '<Comparison id="prices" />',
      'guide/unknown-reference “prices”',
      'There is no comparison “prices”.',
      'Add it to src/content/comparisons.',
    ],
    [
      '<Figure src="rack-frond" alt="x." caption="x." />',
      'guide/unknown-reference “rack-frond”',
      'There is no figure “rack-frond”.',
      'Did you mean “rack-front”?',
    ],
  ])('is told where it is not: %s', (body, place, message, hint) => {
    expect(saidOf(note(body))).toEqual([[place, message, hint]]);
  });

  it('of a lab needs a lab', () => {
    expect(saidOf(note('<Value of="vswitch" />', ''))).toEqual([
      [
        'guide/unknown-reference “vswitch”',
        '“vswitch” is meant to be a value of the lab, but this post has no lab.',
        'Name the lab in the front matter: `lab: …`.',
      ],
    ]);
  });

  it('of a lab that is missing is left to the finding about the lab', () => {
    expect(saidOf(note('<Value of="vswitch" />', 'lab: nowhere'))).toEqual([]);
  });

  it('in the front matter is told there', () => {
    expect(
      saidOf(note('Words.', 'cover: rack-back\ncomparisons: [switch-prices, prices-of-switches]')),
    ).toEqual([
      [
        'guide/unknown-reference “rack-back”',
        'There is no figure “rack-back”.',
        expect.stringMatching(/^Did you mean|^Add it/),
      ],
      [
        'guide/unknown-reference “prices-of-switches”',
        'There is no comparison “prices-of-switches”.',
        'Add it to src/content/comparisons.',
      ],
    ]);
  });
});

describe('the parts of a labwork', () => {
  const first = () => part('## 9:1 A step\n\nWords.');

  it('are fine where they go together', () => {
    expect(saidOf(part('## 9:2 A step\n\nWords.', { part: 2 }), first())).toEqual([]);
  });

  it('have a number of their own', () => {
    const twin = post(
      'labworks/twin.mdx',
      first().file.text.split('---')[1]!.trim(),
      '## 9:1 A step\n\nWords.',
    );
    expect(saidOf(twin, first())).toEqual([
      [
        'guide/step-number “1”',
        'Labwork 9 has a part 1 already: labworks/rack-part-1.mdx.',
        'Number the parts 1, 2, 3 in the order they are read.',
      ],
    ]);
  });

  it('have one series title', () => {
    expect(saidOf(part('## 9:2 A step\n\nWords.', { part: 2, series: 'Other' }), first())).toEqual([
      [
        'guide/front-matter “Other”',
        'The series is called “Other” here and “The rack” in labworks/rack-part-1.mdx.',
        'Give all parts of a labwork the same series title.',
      ],
    ]);
  });

  it('share one lab', () => {
    expect(saidOf(part('## 9:2 A step\n\nWords.', { part: 2, lab: 'other' }), first())).toEqual([
      [
        'guide/front-matter “other”',
        'This part is written for the lab “other”, and labworks/rack-part-1.mdx for “rack”.',
        'All parts of a labwork share one lab.',
      ],
    ]);
  });

  it('are told once, at the later one', () => {
    const second = part('## 9:2 A step\n\nWords.', { part: 2, series: 'Other' });
    expect(saidOf(first(), second)).toEqual([
      [expect.stringContaining('guide/front-matter'), expect.any(String), expect.any(String)],
    ]);
    const lab = rack();
    const all = engine.checkCorpus({
      guides: [first(), second],
      labs: new Map([[lab.id, lab]]),
      comparisons: new Set(),
      figures: new Set(),
    });
    expect(all.map(({ file }) => file)).toEqual(['labworks/rack-part-2.mdx']);
  });

  it('are not compared with the parts of another labwork', () => {
    const other = post(
      'labworks/other.mdx',
      first()
        .file.text.split('---')[1]!
        .trim()
        .replace('labwork: 9', 'labwork: 8')
        .replace('9:1-9:1', '8:1-8:1'),
      '## 8:1 A step\n\nWords.',
    );
    expect(saidOf(other, first())).toEqual([]);
  });
});

describe('a correction', () => {
  const debug = (options: { corrects?: string; id?: string; now?: string } = {}) =>
    post(
      'debug/wrong-mtu.mdx',
      [
        'title: The MTU was wrong',
        'date: 2014-05-01',
        'summary: A number was wrong.',
        `corrects: { post: ${options.corrects ?? 'field-notes/a-note'}, revision: 2 }`,
        'class: correction',
        'severity: factual',
        'reportedBy: { name: A reader }',
        'entry: The MTU was wrong.',
        'changes:',
        `  - { id: ${options.id ?? 'mtu'}, was: 1500, now: '${options.now ?? 'it is 9000 bytes'}' }`.replace(
          '1500',
          "'1500'",
        ),
      ].join('\n'),
      'Words.',
    );
  const marks = (text: string, attributes = 'of="wrong-mtu" id="mtu"') =>
    note(`Here <Correction ${attributes}>${text}</Correction> stands.`);
  const corrected = marks('it is 9000 bytes');

  it('is fine where passage, change and post agree; blanks do not count', () => {
    expect(saidOf(corrected, debug())).toEqual([]);
    expect(saidOf(debug(), corrected)).toEqual([]);
    expect(saidOf(marks('it is\n9000   bytes'), debug())).toEqual([]);
  });

  it('needs a Debug File', () => {
    expect(saidOf(marks('it is 9000 bytes', 'of="wrong-mtus" id="mtu"'), debug())).toEqual([
      [
        'correction/unknown-passage “<Correction of="wrong-mtus" id="mtu">it is 9000 bytes</Correction>”',
        'There is no Debug File “wrong-mtus”.',
        'Did you mean “wrong-mtu”?',
      ],
    ]);
    expect(saidOf(corrected).map(([, , hint]) => hint)).toEqual([
      'Write src/content/debug/….mdx first; it holds the record of the correction.',
    ]);
  });

  it('needs a change of that id in it', () => {
    expect(
      saidOf(marks('it is 9000 bytes', 'of="wrong-mtu" id="size"'), debug()).map(([, ...rest]) => rest),
    ).toEqual([['The Debug File “wrong-mtu” has no change “size”.', 'Add the change to its front matter.']]);
  });

  it('reads as the Debug File says', () => {
    expect(saidOf(marks('it is 1500 bytes'), debug()).map(([, ...rest]) => rest)).toEqual([
      [
        'The passage reads “it is 1500 bytes”, and the Debug File “wrong-mtu” says “it is 9000 bytes”.',
        'Make the passage and `now` in the Debug File the same text.',
      ],
    ]);
  });

  it('stands in the post that the Debug File corrects', () => {
    const other = note('Words.', 'lab: rack', 'other');
    const elsewhere = debug({ corrects: 'field-notes/other' });
    expect(saidOf(corrected, elsewhere, other).map(([, ...rest]) => rest)).toEqual([
      [
        'The Debug File “wrong-mtu” corrects field-notes/other, not this post.',
        'Name the Debug File that corrects this post.',
      ],
    ]);
  });

  it('is marked in the post that it corrects', () => {
    expect(saidOf(debug({ id: 'size' }), note('Words.'))).toEqual([
      [
        'correction/unknown-passage “size”',
        'field-notes/a-note does not mark the change “size”.',
        'Mark the corrected words there: <Correction of="wrong-mtu" id="size">…</Correction>.',
      ],
    ]);
  });

  it('is of a post that is there', () => {
    expect(saidOf(debug({ corrects: 'field-notes/a-nota' }), note('Words.'))).toEqual([
      [
        'guide/unknown-reference “field-notes/a-nota”',
        'There is no post “field-notes/a-nota”.',
        'Did you mean “field-notes/a-note”?',
      ],
    ]);
    expect(saidOf(debug({ corrects: 'allegories/zzz' })).map(([, , hint]) => hint)).toEqual([
      'Name a post as kind/slug, a lab as labs/name, a comparison as comparisons/name.',
    ]);
  });

  it('may be of a lab or a comparison, where there is nothing to mark', () => {
    expect(saidOf(debug({ corrects: 'labs/rack' }))).toEqual([]);
    expect(saidOf(debug({ corrects: 'comparisons/switch-prices' }))).toEqual([]);
    expect(saidOf(debug({ corrects: 'labs/rak' })).map(([, ...rest]) => rest)).toEqual([
      ['There is no lab “labs/rak”.', 'Did you mean “labs/rack”?'],
    ]);
  });
});
