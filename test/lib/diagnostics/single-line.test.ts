import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { singleLine } from '../../../src/lib/diagnostics/single-line.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine } from '../fixture-posts.ts';

const lineBreaks = ['\n', '\r', '\r\n', '\u000B', '\u000C', '\u0085', '\u2028', '\u2029'];
const others = ['\t', '\u0000', '\u001B', '\u007F', '\u009B', '\uFFFE', '\uD800'];

describe('a text on one line', () => {
  it.each([...lineBreaks, ...others])('has no %j in it', (character) => {
    const { error } = singleLine.safeParse(`one${character}two`);
    const what = lineBreaks.includes(character)
      ? 'a line break'
      : character === '\t'
        ? 'a tab'
        : 'a character that cannot be shown';
    expect(error?.issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(`^this is shown on one line, and there is ${what}.* in it$`),
    ]);
  });

  it.each(['plain', 'caf\u00E9 \u{1F600} "quoted" #> ? <b>', 'two  blanks', '\u65E5\u672C'])(
    'may be %j',
    (text) => {
      expect(singleLine.parse(text)).toBe(text);
    },
  );

  it.each(['gnp.\u202Elmth', '\u202Dabc\u202C', '\u2067abc', 'abc\u2069', '\u202B\u2067abc\u202C\u2069'])(
    'has no %j in it, which turns what stands beside it',
    (text) => {
      expect(singleLine.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^a control of the writing direction in this turns /),
      ]);
    },
  );

  it.each(['\u2067\u05D0\u05D1\u2069 and more', '\u202B\u05D0 \u2066x\u2069\u202C', '\u05D0\u200F!'])(
    'may have directions within itself: %j',
    (text) => {
      expect(singleLine.parse(text)).toBe(text);
    },
  );

  it('has nothing around it, and something in it', () => {
    expect(singleLine.parse('  a\n')).toBe('a');
    expect(singleLine.safeParse(' \n').success).toBe(false);
  });
});

/** Paths of all strings of a YAML text, with what they are. */
function stringsOf(yaml: string): [path: (string | number)[], text: string][] {
  const found: [(string | number)[], string][] = [];
  const visit = (value: unknown, path: (string | number)[]) => {
    if (typeof value === 'string') found.push([path, value]);
    else if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(parseDocument(yaml).toJS(), []);
  return found;
}

/** The YAML with another text in one of its fields. */
function withText(yaml: string, path: readonly (string | number)[], text: string): string {
  const document = parseDocument(yaml);
  const node = document.createNode(text);
  node.type = 'QUOTE_DOUBLE';
  document.setIn(path, node);
  return document.toString({ lineWidth: 0 });
}

const posts = {
  'labworks/a.mdx': `title: A
shortTitle: A
date: 2014-04-10
summary: A.
lab: rack
labwork: 9
part: 1
series: A
steps: 9:1-9:1
release: 1.0.0
requires:
  platforms: [windows-server-2012-r2]
  licences: [A]
  hardware: [A]
reading: [{ resource: A, author: A, summary: A }]
`,
  'fail-files/a.mdx': `title: A
date: 2014-04-10
summary: A.
number: 1
system: A
impact: A
stillUp: A
cause: A
evidence: A
lesson: A
`,
  'debug/a.mdx': `title: A
date: 2014-04-10
summary: A.
corrects: { post: field-notes/a, revision: 2 }
class: correction
severity: factual
reportedBy: { name: A, role: A }
entry: A
changes: [{ id: a, was: a, now: b }]
`,
  'field-notes/a.mdx': `title: A
date: 2014-04-10
summary: A.
conditions: [{ name: A, value: A }]
`,
} as const;

describe('every text of the front matter', () => {
  const texts = Object.entries(posts).flatMap(([path, yaml]) =>
    stringsOf(yaml).flatMap(([field, text]) => (/^A\.?$/.test(text) ? [{ path, yaml, field }] : [])),
  );
  const read = (path: string, yaml: string) =>
    engine.readGuide(createSourceFile(path, `---\n${yaml}---\n\nText.\n`));

  it('is held to one line, and told at its field where it is not', () => {
    expect(texts).toHaveLength(26);
    for (const { path, yaml, field } of texts)
      for (const character of lineBreaks) {
        const { diagnostics, file } = read(path, withText(yaml, field, `one${character}two`));
        const told = diagnostics.filter(({ rule }) => rule === 'guide/front-matter');
        expect(
          told.map(({ message }) => message),
          field.join('.'),
        ).toEqual([
          `“${field.join('.')}” does not fit: this is shown on one line, and there is a line break (U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}) in it.`,
        ]);
        expect(told[0]!.hint).toBe('Write it on one line, with plain blanks.');
        const { start, end } = told[0]!.range;
        expect(file.text.slice(start.offset, end.offset)).toMatch(/^"one.*two"$/s);
      }
  });

  it('may be folded over lines, which is one line', () => {
    const { data } = read(
      'field-notes/a.mdx',
      posts['field-notes/a.mdx'].replace('summary: A.', 'summary: >\n  One,\n  two.'),
    );
    expect(data?.summary).toBe('One, two.');
  });

  it('but for the passages of a correction, which may be code', () => {
    const { data } = read('debug/a.mdx', posts['debug/a.mdx'].replace('was: a', 'was: "a\\nb"'));
    expect(data).toMatchObject({ changes: [{ was: 'a\nb' }] });
  });
});

describe('every text of a lab', () => {
  it('is held to one line', () => {
    const path = join(import.meta.dirname, '../../fixtures/rack/labs/rack.yaml');
    const yaml = readFileSync(path, 'utf8');
    const free = /^(?:title|summary|name|driver|role|note|purpose|notes)$/;
    const texts = stringsOf(yaml).filter(([field]) => {
      const [collection] = field;
      const isName =
        field.at(-1) === 'name' &&
        (collection === 'values' || (collection === 'devices' && field.length === 3));
      return free.test(String(field.at(-1))) && !isName;
    });
    expect(texts.length).toBeGreaterThan(10);
    for (const [field] of texts) {
      const { value, diagnostics } = engine.readLab(
        createSourceFile('labs/rack.yaml', withText(yaml, field, 'one\u2028two')),
      );
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ message }) => message)).toEqual([
        `“${field.join('.')}” does not fit: this is shown on one line, and there is a line break (U+2028) in it.`,
      ]);
    }
  });
});
