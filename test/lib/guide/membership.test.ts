import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/lib/diagnostics/read-yaml.ts';
import { findFrontMatter } from '../../../src/lib/guide/find-front-matter.ts';
import { kindOfPost, readMembership } from '../../../src/lib/guide/membership.ts';
import { readFrontMatter } from '../../../src/lib/guide/read-front-matter.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { createChance, pick } from '../../chance.ts';
import { fixture } from './read-fixture.ts';

const allegory = '---\ntitle: A post\ndate: 2014-04-25\nsummary: Short.\nlab: daisetta\n---\n\nlab: none\n';
const part = fixture('labworks/everything.mdx');

/** Ways to write the same text; `%` stands for its front matter's fields of interest. */
const lineEnds = ['\n', '\r\n'];
const marks = ['', '\uFEFF'];
const fences = ['---', '--- ', '---\t', '---  \t '];
const values: readonly ((value: string) => string)[] = [
  (value) => ` ${value}`,
  (value) => `   ${value}  `,
  (value) => `\t${value}`,
  (value) => ` ${value} # which one`,
  (value) => `\n  ${value}`,
  (value) => ` !!${/^\d/.test(value) ? 'int' : 'str'} ${value}`,
];
const quoted: readonly ((value: string) => string)[] = [
  ...values,
  (value) => ` "${value}"`,
  (value) => ` '${value}'`,
  (value) => ` "\\x${value.charCodeAt(0).toString(16)}${value.slice(1)}"`,
  (value) => ` >-\n  ${value}`,
];

function* written(text: string): Generator<string> {
  const put = (field: string, write: (value: string) => string, given: string) =>
    given.replace(new RegExp(`^${field}: (.*)$`, 'm'), (_, value: string) => `${field}:${write(value)}`);
  const versions = [text];
  for (const write of quoted) versions.push(put('lab', write, text));
  for (const write of values) versions.push(put('labwork', write, text), put('part', write, text));
  versions.push(
    text.replace('lab:', '"lab":'),
    text.replace('lab:', 'lab :'),
    text.replace('lab:', '? lab\n:'),
  );
  versions.push(text.replace('lab:', '"l\\x61b":'));
  versions.push(
    text.replace('lab:', '# lab: other\nlab:'),
    text.replace(/^title: .*$/m, '\n# first\ntitle: x'),
  );
  for (const version of versions)
    for (const fence of fences)
      for (const end of lineEnds)
        for (const mark of marks) yield mark + version.replaceAll(/^---$/gm, fence).replaceAll('\n', end);
}

describe('what a post belongs to', () => {
  it('is what its front matter says, however that is written', () => {
    let count = 0;
    for (const text of written(allegory)) {
      const { value: data } = readFrontMatter(createSourceFile('allegories/post.mdx', text));
      expect(data?.lab, text).toBe('daisetta');
      expect(readMembership('allegories/post.mdx', text), text).toEqual({
        kind: 'allegories',
        lab: 'daisetta',
        labwork: undefined,
        part: undefined,
      });
      count++;
    }
    for (const text of written(part)) {
      const { value: data } = readFrontMatter(createSourceFile('labworks/post.mdx', text));
      expect(data, text).toMatchObject({ kind: 'labworks', lab: 'daisetta', labwork: 2, part: 2 });
      expect(readMembership('labworks/post.mdx', text), text).toEqual({
        kind: 'labworks',
        lab: 'daisetta',
        date: data!.date,
        labwork: 2,
        part: 2,
      });
      expect(kindOfPost('copies/post.mdx', text)).toBe('labworks');
      count++;
    }
    expect(count).toBeGreaterThan(800);
  });

  it.each([
    ['summary: "a\n  lab: b"', undefined],
    ['summary: |\n  x\n  lab: b', undefined],
    ['corrects:\n  lab: b', undefined],
    ['tags: [lab, "lab: b"]', undefined],
    ['# lab: b', undefined],
    ['title: the lab: of ours', undefined],
    ['lab: b\n  c', 'b c'],
    ['lab: b\n\n  c', 'b\nc'],
    ['lab: true', 'true'],
    ['lab: null', undefined],
    ['lab: 12', '12'],
    ['lab:', undefined],
    ['lab: b\nlab: c', undefined],
    ['lab: &a b\ntitle: *a', undefined],
    ['{ lab: b,\nlab2: c }', 'b'],
    ['{ title: {\nlab: b\n} }', undefined],
    ['|\nlab: b', undefined],
    ['- lab: b', undefined],
    ['labs: b', undefined],
    ['collab: b', undefined],
    ['LAB: b', undefined],
  ])('is read as YAML reads it: %j', (yaml, lab) => {
    const text = `---\n${yaml}\n---\n`;
    const known = parseYaml(yaml) as { lab?: unknown } | undefined;
    expect(readMembership('labworks/x.mdx', text).lab).toBe(lab);
    if (known !== undefined) expect(readMembership('allegories/x.mdx', text).lab).toBe(lab);
  });

  it('is nothing where there is no front matter', () => {
    const none = { kind: 'debug', lab: undefined, labwork: undefined, part: undefined };
    for (const text of ['', 'lab: a', '---\nlab: a\n', ' ---\nlab: a\n---\n', 'x\n---\nlab: a\n---\n'])
      expect(readMembership('debug/x.mdx', text)).toEqual(none);
  });

  it('is of labworks only', () => {
    expect(readMembership('debug/x.mdx', '---\nlabwork: 2\npart: 1\n---\n')).toMatchObject({
      labwork: undefined,
      part: undefined,
    });
    expect(readMembership('labworks/x.mdx', '---\nlabwork: "2"\npart: 1\n---\n')).toMatchObject({
      labwork: undefined,
      part: 1,
    });
  });

  it('agrees with the YAML for any mixture that is one', () => {
    const pieces = [
      'lab: a',
      'lab:',
      ' b',
      '  - c',
      'x: y',
      '"',
      "'",
      '|',
      '>-',
      '#',
      '{',
      '}',
      '[',
      ']',
      ',',
      '? ',
      ': ',
    ];
    const more = [
      '\n',
      '\n',
      '\n',
      '\r\n',
      '\r',
      '\u2028',
      '\t',
      '  ',
      '\\',
      'lab',
      'tags: [',
      '&a ',
      '*a',
      '...',
      '%',
    ];
    const chance = createChance(2204);
    let held = 0;
    let found = 0;
    for (let round = 0; round < 5000; round++) {
      const length = 1 + Math.floor(chance() * 9);
      const yaml = `${Array.from({ length }, () => pick(chance, chance() < 0.5 ? pieces : more)).join('')}\n`;
      const text = `---\n${yaml}---\n`;
      const place = findFrontMatter(text);
      const data =
        place && (parseYaml(text.slice(place.start, place.end)) as { lab?: unknown } | null | undefined);
      if (data === undefined) continue;
      held++;
      const lab = typeof data?.lab === 'string' ? data.lab : undefined;
      if (lab !== undefined) found++;
      expect(readMembership('allegories/x.mdx', text).lab, JSON.stringify(text)).toBe(lab);
    }
    expect(held).toBeGreaterThan(500);
    expect(found).toBeGreaterThan(50);
  });
});

describe('the kind of a post', () => {
  it('is the name of its folder, whatever it says', () => {
    expect(kindOfPost('src/content/debug/x.mdx', part)).toBe('debug');
    expect(kindOfPost('C:\\content\\field-notes\\x.mdx', part)).toBe('field-notes');
    expect(readMembership('fail-files/x.mdx', 'text').kind).toBe('fail-files');
  });

  it.each([
    ['labwork: 2', 'labworks'],
    ['"series": x', 'labworks'],
    ['requires: {}', 'labworks'],
    ['corrects: {}\nsystem: x', 'debug'],
    ['system : x', 'fail-files'],
    ['lesson: x\ncomparisons: []', 'fail-files'],
    ['comparisons: []', 'field-notes'],
    ['conditions: []', 'field-notes'],
    ['summary: |\n  labwork: 2', 'allegories'],
    ['labworks: 2', 'allegories'],
    // What is no YAML is judged by its lines.
    ['title: a: b\nlesson: x', 'fail-files'],
  ])('is told by its fields where the folder does not say: %j', (yaml, kind) => {
    expect(kindOfPost('copies/x.mdx', `--- \n${yaml}\n---\n`)).toBe(kind);
    expect(kindOfPost('x.mdx', `\uFEFF---\r\n${yaml}\r\n---\r\n`)).toBe(kind);
  });

  // Two ways to read the end of such a line made it twice as long for each.
  it('is told of front matter with very many comments that end in CR LF', () => {
    const comments = '# which one\r\n'.repeat(5000);
    expect(readMembership('x.mdx', `---\r\n${comments}lab: rack\r\n---\r\n`)).toMatchObject({ lab: 'rack' });
  });
});
