import { describe, expect, it } from 'vitest';
import { createSourceFile, markPassage, quotedChanges, readGuide } from '../../../src/lib/engine.ts';
import { fill, linesOf, note, noteText } from './recorded-posts.ts';

/** The body of a post that said `was` and says `now`, with what could be marked of it; `undefined` of each passage that could not. */
function marked(was: string, now: string) {
  const guide = note(now);
  const { text } = guide.file;
  const edits = quotedChanges(linesOf(was), linesOf(now)).map((change, index) =>
    markPassage(guide, change, { of: 'd', id: `c${index + 1}` }, fill),
  );
  const done = edits
    .flatMap((own) => own ?? [])
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.start - a.start || b.index - a.index)
    .reduce((made, { start, end, text: put }) => made.slice(0, start) + put + made.slice(end), text);
  return { body: done.slice(noteText('').length), unmarked: edits.filter((own) => !own).length };
}

const of = (id: string, words: string) => `<Correction of="d" id="${id}">${words}</Correction>`;
const c1 = (words: string) => of('c1', words);

describe('a corrected passage', () => {
  it('is not marked within the tag of a component, where a mark would break it', () => {
    const aside = (title: string) => `<Aside title="${title}">\n\nOne.\n\n</Aside>`;
    expect(marked(aside('It is 1.'), aside('It is 2.'))).toEqual({ body: aside('It is 2.'), unmarked: 1 });
  });

  it.each<readonly [what: string, was: string, now: string, body: string]>([
    [
      'in a sentence of its own',
      'One. It is 10. Two.',
      'One. It is 20. Two.',
      `One. ${c1('It is 20.')} Two.`,
    ],
    ['that is a whole paragraph', 'It is 10', 'It is 20', c1('It is 20')],
    ['over wrapped lines', 'One. It is\n10. Two.', 'One. It is\n20. Two.', `One. ${c1('It is\n20.')} Two.`],
    ['with emphasis in it', 'It *is* 10. Two.', 'It *is* 20. Two.', `${c1('It *is* 20.')} Two.`],
    ['in emphasis', '**It is 10.** Two.', '**It is 20.** Two.', `${c1('**It is 20.**')} Two.`],
    ['with code in it', 'Type `a` 1. Two.', 'Type `a` 2. Two.', `${c1('Type `a` 2.')} Two.`],
    [
      'with a link in it',
      'See [it](https://a.example/x_y) 1. Two.',
      'See [it](https://a.example/x_y) 2. Two.',
      `${c1('See [it](https://a.example/x_y) 2.')} Two.`,
    ],
    ['with an escape in it', 'It \\* is 1. Two.', 'It \\* is 2. Two.', `${c1('It \\* is 2.')} Two.`],
    [
      'that is said of a picture',
      'One.\n\n<Figure src="tray" alt="A tray." caption="It holds 12." />\n\nTwo.',
      'One.\n\n<Figure\n  src="tray"\n  alt="A tray."\n  caption="It &gt; holds 13."\n/>\n\nTwo.',
      'One.\n\n<Correction of="d" id="c1">\n\n<Figure\n  src="tray"\n  alt="A tray."\n  caption="It &gt; holds 13."\n/>\n\n</Correction>\n\nTwo.',
    ],
    [
      'of a picture in Markdown',
      '![A rack.](./rack.png)',
      '![A full rack.](./rack.png)',
      c1('![A full rack.](./rack.png)'),
    ],
    [
      'of one of two pictures',
      '![A rack.](./rack.png)\n\n![A tray.](./tray.png)',
      '![A rack.](./rack.png)\n\n![A blue tray.](./tray.png)',
      `![A rack.](./rack.png)\n\n${c1('![A blue tray.](./tray.png)')}`,
    ],
    ['but not in a heading', '## Team 1\n\nOne.', '## Team 2\n\nOne.', '## Team 2\n\nOne.'],
    ['in an item', '- one\n- it is 1\n- two', '- one\n- it is 2\n- two', `- one\n- ${c1('it is 2')}\n- two`],
    ['in a numbered item', '1. one\n2. it is 1', '1. one\n2. it is 2', `1. one\n2. ${c1('it is 2')}`],
    ['in a task', '- [x] it is 1', '- [x] it is 2', `- [x] ${c1('it is 2')}`],
    ['in an item of an item', '- one\n  - it is 1', '- one\n  - it is 2', `- one\n  - ${c1('it is 2')}`],
    ['in a definition', 'Rung\n: it is 1', 'Rung\n: it is 2', `Rung\n: ${c1('it is 2')}`],
    ['in a quotation', '> It is\n> 10. Two.', '> It is\n> 20. Two.', `> ${c1('It is\n> 20.')} Two.`],
    [
      'in a footnote',
      'A.[^a]\n\n[^a]: It is 1.',
      'A.[^a]\n\n[^a]: It is 2.',
      `A.[^a]\n\n[^a]: ${c1('It is 2.')}`,
    ],
    [
      'in a cell',
      '| a | b |\n|---|---|\n| c | 10 s |',
      '| a | b |\n|---|---|\n| c | 20 s |',
      `| a | b |\n|---|---|\n| c | ${c1('20 s')} |`,
    ],
    ['in a cell of a narrow table', 'a|b\n-|-\nc|10 s', 'a|b\n-|-\nc|20 s', `a|b\n-|-\nc|${c1('20 s')}`],
    [
      'that is a block of code',
      'One.\n\n```text\na 1\n```\n\nTwo.',
      'One.\n\n```text\na 2\n```\n\nTwo.',
      `One.\n\n${c1('\n\n```text\na 2\n```\n\n')}\n\nTwo.`,
    ],
    [
      'that is a block with values',
      '```text\nvlan {{networks.lm.vlan}} x\n```',
      '```text\nvlan {{networks.lm.vlan}} y\n```',
      c1('\n\n```text\nvlan {{networks.lm.vlan}} y\n```\n\n'),
    ],
    [
      'that is a block in a list',
      '- one\n\n  ```text\n  a 1\n  ```\n\n- two',
      '- one\n\n  ```text\n  a 2\n  ```\n\n- two',
      `- one\n\n  <Correction of="d" id="c1">\n\n  \`\`\`text\n  a 2\n  \`\`\`\n\n  </Correction>\n\n- two`,
    ],
    [
      'that was corrected before',
      '<Correction of="x" id="y">It is 10.</Correction> Two.',
      '<Correction of="x" id="y">It is 20.</Correction> Two.',
      `${c1('It is 20.')} Two.`,
    ],
    [
      'that is a block which was corrected before',
      '<Correction of="x" id="y">\n\n```text\na 1\n```\n\n</Correction>',
      '<Correction of="x" id="y">\n\n```text\na 2\n```\n\n</Correction>',
      c1('\n\n```text\na 2\n```\n\n'),
    ],
    [
      'beside another one',
      'It is 10. Yes. It was 1.',
      'It is 20. Yes. It was 2.',
      c1('It is 20. Yes. It was 2.'),
    ],
    [
      'that is a block in a quotation',
      '> One.\n>\n> ```text\n> a 1\n> ```',
      '> One.\n>\n> ```text\n> a 2\n> ```',
      '> One.\n>\n> <Correction of="d" id="c1">\n>\n> ```text\n> a 2\n> ```\n>\n> </Correction>',
    ],
    ['that is new', 'One.', 'One.\n\nTwo is new.', `One.\n\n${c1('Two is new.')}`],
  ])('is marked %s', (_, was, now, body) => {
    expect(marked(was, now)).toEqual({ body, unmarked: 0 });
    // A mark leaves no trace.
    expect(linesOf(body)).toEqual(linesOf(now));
    const known = new Set(note(now).diagnostics.map(({ rule }) => rule));
    expect(note(body).diagnostics.filter(({ rule }) => !known.has(rule))).toEqual([]);
  });

  it.each<readonly [why: string, was: string, now: string]>([
    [
      'stands in two places',
      'Yes. It is 1.\n\nOne.\n\nYes. It is 2.',
      'Yes. It is 2.\n\nOne.\n\nYes. It is 2.',
    ],
    ['is gone', 'One.\n\nTwo is long.', 'One.'],
    [
      'is code that stands in two places',
      '```text\na 1\n```\n\nOne.\n\n```text\na 2\n```',
      '```text\na 2\n```\n\nOne.\n\n```text\na 2\n```',
    ],
  ])('is left to its author where it %s', (_, was, now) => {
    expect(marked(was, now)).toEqual({ body: now, unmarked: 1 });
  });

  it('is marked on lines that end as Windows ends them', () => {
    const text = noteText('One. It is\n20.\n\n```text\na 2\n```\n').replaceAll('\n', '\r\n');
    const guide = readGuide(createSourceFile('field-notes/two-switches.mdx', text));
    const edits = [
      markPassage(guide, { kind: 'words', was: '', now: 'It is 20.' }, { of: 'd', id: 'a' }, fill)!,
      markPassage(guide, { kind: 'code', was: '', now: 'a 2' }, { of: 'd', id: 'b' }, fill)!,
    ].flat();
    const done = edits
      .toSorted((a, b) => b.start - a.start)
      .reduce((made, { start, end, text: put }) => made.slice(0, start) + put + made.slice(end), text);
    expect(done.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(done).toContain('One. <Correction of="d" id="a">It is\r\n20.</Correction>\r\n');
    expect(done).toContain('<Correction of="d" id="b">\r\n\r\n```text\r\na 2\r\n```\r\n\r\n</Correction>');
  });

  it('is not marked in front matter, of which a page has no passage', () => {
    const guide = note('One.');
    expect(markPassage(guide, { kind: 'head', was: 'a', now: 'b' }, { of: 'd', id: 'a' }, fill)).toEqual([]);
    expect(
      markPassage(guide, { kind: 'words', was: '', now: 'What they are for.' }, { of: 'd', id: 'a' }, fill),
    ).toBeUndefined();
  });
});
