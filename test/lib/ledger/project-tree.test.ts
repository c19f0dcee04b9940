import { describe, expect, it } from 'vitest';
import { linesOf, projectionOfNote } from './recorded-posts.ts';

const video =
  '<Video src="./door.webm" poster="./door.png" title="The door." captions="./door.vtt" caption="It opens." transcript="Open." />';
const inFolder = 'field-notes/two-switches/index.mdx';

describe('a projection', () => {
  it.each<readonly [what: string, body: string, lines: readonly string[]]>([
    ['a paragraph, in one line', 'One\ntwo   three.', ['One two three.']],
    ['a heading', '### Which `VLAN`', ['### Which `VLAN`']],
    ['words without emphasis', '*One* __two__ ***three***', ['One two three']],
    ['what is struck out', '~~One~~ two', ['~~One~~ two']],
    ['a link', '[one](https://a.example/x "All")', ['[one](https://a.example/x "All")']],
    ['where a link ends', '[one](<https://a.example/a (b)>)', ['[one](https://a.example/a%20%28b%29)']],
    ['a bare link', 'See https://a.example', ['See [https://a.example](https://a.example)']],
    ['a link by reference', '[one][o]\n\n[o]: https://a.example', ['[one](https://a.example)']],
    ['a code span', 'Type `show  vlan`.', ['Type `show vlan`.']],
    ['a line break', 'One\\\ntwo', ['One two']],
    ['a quotation', '> One\n> two\n>\n> three', ['> One two', '> three']],
    ['items and boxes', '- one\n- [x] two\n- [ ] three', ['- one', '- [x] two', '- [ ] three']],
    ['numbered items', '3. one\n3. two', ['3. one', '4. two']],
    ['items within items', '- one\n  - two\n\n    more', ['- one', '  - two', '    more']],
    ['an item without words', '- one\n-\n- three', ['- one', '-', '- three']],
    ['a table', '| a | b |\n|---|--:|\n| `x\\|y` | |', ['| a | b |', '| `x\\|y` |  |']],
    ['a rule between passages', 'One\n\n***\n\ntwo', ['One', '---', 'two']],
    ['a footnote', 'One.[^a]\n\n[^a]: Two.\n\n    Three.', ['One.[^a]', '[^a]: Two.', '  Three.']],
    ['terms', 'Rung\n: one\n: two', ['Rung', ': one', ': two']],
    [
      'code, as it stands',
      '````text title="x"\na  b \n```\n\n c\n````',
      ['````text title="x"', 'a  b ', '```', '', ' c', '````'],
    ],
    [
      'code of the lab',
      '```text\nvlan {{networks.lm.vlan}}\n```',
      ['```text values=networks.lm.vlan', 'vlan 20', '```'],
    ],
    [
      'how often code has a value',
      '```text\n{{share}} {{ share }}\n{{networks.lm.vlan}}\n```',
      ['```text values=networks.lm.vlan,share*2', 'Nightly Nightly', '20', '```'],
    ],
    ['a value in a sentence', 'It is <Value of="share" />.', ['It is Nightly.']],
    ['an aside', '<Aside title="Tip">\nOne.\n</Aside>', ['<Aside title="Tip">', '  One.', '</Aside>']],
    ['an alert', '> [!TIP]\n> One.', ['<Aside kind="tip">', '  One.', '</Aside>']],
    ['a comment, in no line', 'One {/* two */}three.\n\n{/* four */}', ['One three.']],
    ['a literal', "One {'two'}.", ['One two.']],
    [
      'HTML that says something',
      '<abbr title="Two">T</abbr> <kbd class="x">K</kbd>',
      ['<abbr title="Two">T</abbr> K'],
    ],
    ['a mark of a correction, in no line', '<Correction of="a" id="b">One</Correction> two', ['One two']],
    [
      'a block that was corrected',
      '<Correction of="a" id="b">\n\n```text\none\n```\n\n</Correction>',
      ['```text', 'one', '```'],
    ],
    ['a formula', 'With $n$.', ['With $n$.']],
    ['an entity and an escape', 'a &amp; b \\* c', ['a & b * c']],
  ])('has %s', (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines);
  });

  it('has pictures with their words, and names their files', () => {
    const body = `![A rack.](./rack.png "In March.")\n\n${video}\n\n<Figure src="tray" alt="A tray." />\n\n<Comparison id="drips" />`;
    const { lines, uses } = projectionOfNote(body, inFolder);
    expect(lines.slice(3)).toEqual([
      '![A rack.](field-notes/two-switches/rack.png "In March.")',
      '<Video src="field-notes/two-switches/door.webm" poster="field-notes/two-switches/door.png" title="The door." captions="field-notes/two-switches/door.vtt" caption="It opens." transcript="Open." />',
      '<Figure src="tray" alt="A tray." />',
      '<Comparison id="drips" />',
    ]);
    expect(uses).toEqual([
      'comparisons/drips',
      'figures/field-notes/two-switches/door.png',
      'figures/field-notes/two-switches/door.vtt',
      'figures/field-notes/two-switches/door.webm',
      'figures/field-notes/two-switches/rack.png',
      'figures/tray',
    ]);
  });

  it('is the same of Markdown without components', () => {
    const body = 'One *two*.\n\n| a | b |\n|---|---|\n| c | d |\n\n```text\ne\n```\n';
    expect(linesOf(body, 'field-notes/two-switches.md')).toEqual(linesOf(body));
    expect(linesOf('One <!-- two -->three.', 'field-notes/two-switches.md')).toEqual(['One three.']);
  });

  it('is the same, with what is shown of it, however it is written', () => {
    const one = projectionOfNote('A *word* and a `code`, wrapped\nhere.\n\n* x\n* y\n');
    const other = projectionOfNote(
      'A _word_ and a `code`,\nwrapped here.\n\n- x\n\n- y\n'.replaceAll('\n', '\r\n'),
    );
    expect(other).toEqual(one);
    expect(projectionOfNote('A word and a `code`, wrapped here.\n\n- x\n- y\n')).toEqual(one);
  });
});
