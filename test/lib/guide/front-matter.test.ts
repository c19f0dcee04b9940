import { describe, expect, it } from 'vitest';
import { rangeInField, rangeOfField } from '../../../src/lib/guide/field-ranges.ts';
import { findFrontMatter } from '../../../src/lib/guide/find-front-matter.ts';
import { kinds } from '../../../src/lib/guide/front-matter.ts';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import type { Range } from '../../../src/lib/source/source-file.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { fixture } from './read-fixture.ts';

const debugFile = `---
title: "encapsulation: what it is"
date: 2014-04-22
summary: The encapsulation of field-notes/a-tunnel was named wrongly, and so was its port.
corrects: { post: field-notes/a-tunnel, revision: 2 }
class: correction
severity: factual # encapsulation
reportedBy:
  name: 'A reader'
entry: >-
  It is like NVGRE,
  and is not NVGRE.
changes:
  - id: encapsulation
    was: It uses port encapsulation.
    now: It uses something like NVGRE.
  - { id: "port", was: port 1, now: port 2 }
tags: []
draft:
---

The port.
`;

const read = (text: string, path = 'debug/nvgre.mdx') => readGuide(createSourceFile(path, text));
const textAt = ({ file }: Guide, { start, end }: Range) => file.text.slice(start.offset, end.offset);

describe('the fields of the front matter', () => {
  const guide = read(debugFile);
  const field = (path: string) => textAt(guide, rangeOfField(guide, path));

  it.each([
    ['title', '"encapsulation: what it is"'],
    ['date', '2014-04-22'],
    ['severity', 'factual'],
    ['corrects.post', 'field-notes/a-tunnel'],
    ['corrects.revision', '2'],
    ['reportedBy.name', "'A reader'"],
    ['entry', '>-\n  It is like NVGRE,\n  and is not NVGRE.\n'],
    ['changes.0.id', 'encapsulation'],
    ['changes.0.now', 'It uses something like NVGRE.'],
    ['changes.1.id', '"port"'],
    ['changes.1.was', 'port 1'],
    ['tags', '[]'],
    ['draft', ''],
    // A mapping is marked by its first key.
    ['corrects', 'post'],
    ['changes.0', 'id'],
    ['', 'title'],
  ])('have their places, also where the same words stand elsewhere: %s', (path, text) => {
    expect(field(path)).toBe(text);
  });

  it.each([
    ['cover', 'title'],
    ['corrects.because', 'post'],
    ['changes.1.because', 'id'],
    ['constructor', 'title'],
  ])('are marked at the nearest one around where they are absent: %s', (path, text) => {
    expect(field(path)).toBe(text);
  });

  it('are marked without their quotes where only the words are meant', () => {
    const words = (path: string, word: string) => textAt(guide, rangeInField(guide, path, word));
    expect(words('changes.1.id', 'port')).toBe('port');
    expect(words('changes.0.id', 'encapsulation')).toBe('encapsulation');
    expect(rangeInField(guide, 'changes.0.id', 'encapsulation').start.line).toBe(14);
    // Written in another way, the word is the whole value.
    expect(words('title', 'what it was')).toBe('"encapsulation: what it is"');
  });

  it('are plain data, by which they are found again in the same file', () => {
    const again = { file: guide.file, fields: JSON.parse(JSON.stringify(guide.fields)) as Guide['fields'] };
    expect(again.fields).toEqual(guide.fields);
    expect(rangeOfField(again, 'changes.1.id')).toEqual(rangeOfField(guide, 'changes.1.id'));
  });

  it('are all there: every value of the data has one, and the place says the value', () => {
    const posts = [guide, read(fixture('labworks/everything.mdx'), 'labworks/everything.mdx')];
    for (const post of posts) {
      const visit = (value: unknown, path: string) => {
        if (typeof value === 'object' && value !== null) {
          for (const [key, inner] of Object.entries(value)) visit(inner, path ? `${path}.${key}` : key);
        } else if (Object.hasOwn(post.fields, path) && !/[>|]/.test(textAt(post, rangeOfField(post, path)))) {
          expect(textAt(post, rangeInField(post, path, String(value)))).toBe(
            value === null ? '' : String(value),
          );
        } else expect(['kind', 'slug', 'draft', 'entry']).toContain(path);
      };
      visit({ ...post.data, draft: null }, '');
    }
    expect(Object.keys(guide.fields)).toHaveLength(23);
  });

  it('have their places with Windows line ends and a byte order mark', () => {
    const windows = read(`\uFEFF${debugFile.replaceAll('\n', '\r\n')}`);
    for (const path of ['title', 'corrects.post', 'changes.0.id', 'changes.1.id', 'reportedBy.name'])
      expect(textAt(windows, rangeOfField(windows, path))).toBe(field(path));
    expect(rangeOfField(windows, 'changes.1.id').start.line).toBe(17);
  });

  it('have their places where they do not fit, and none where there are none', () => {
    const misfit = read(debugFile.replace('class: correction', 'class: corection'));
    expect(misfit.data).toBeUndefined();
    expect(textAt(misfit, rangeOfField(misfit, 'changes.0.id'))).toBe('encapsulation');
    const twice = read('---\ntitle: a\ntitle: b\n---\n');
    expect(textAt(twice, rangeOfField(twice, 'title'))).toBe('a');
    const keyAlone = read('---\n? title\n---\n');
    expect(textAt(keyAlone, rangeOfField(keyAlone, 'title'))).toBe('title');
    const marked = read('\uFEFF---\ntitle: x\n');
    expect(textAt(marked, rangeOfField(marked, 'title'))).toBe('---');
    const open = read('---\ntitle: x\n');
    expect(open.fields).toEqual({});
    expect(textAt(open, rangeOfField(open, 'title'))).toBe('---');
    expect(textAt(read('text'), rangeOfField(read('text'), 'title'))).toBe('');
    expect(read(debugFile, 'elsewhere/nvgre.mdx').fields).toEqual({});
  });

  it('take no more depth and no more names than they have', () => {
    const deep = read(`---\ntags: ${'['.repeat(40)}x${']'.repeat(40)}\n__proto__: a\nlength: 1\n---\n`);
    const paths = Object.keys(deep.fields);
    expect(paths).toContain('__proto__');
    expect(Math.max(...paths.map((path) => path.split('.').length))).toBe(8);
  });
});

describe('the front matter itself', () => {
  it.each([
    ['---\na: 1\n---\nx', 'a: 1\n'],
    ['--- \t\na: 1\n---  \nx', 'a: 1\n'],
    ['---\r\na: 1\r\n---\r\nx', 'a: 1\r\n'],
    ['---\ra: 1\r---\rx', 'a: 1\r'],
    ['\uFEFF---\na: 1\n---', 'a: 1\n'],
    ['---\n---\n', ''],
    ['---\na: |\n  ---\n---\n', 'a: |\n  ---\n'],
  ])('lies between two lines of hyphens: %j', (text, yaml) => {
    const { head, start, end } = findFrontMatter(text)!;
    expect(text.slice(start, end)).toBe(yaml);
    expect(text.slice(head, head + 3)).toBe('---');
  });

  it.each([
    ['\n---\na: 1\n---\n'],
    ['---a\n---\n'],
    ['----\n---\n'],
    ['---\na: 1\n'],
    ['---\na: 1\n ---\n'],
    [''],
  ])('is not there in %j', (text) => {
    expect(findFrontMatter(text)).toBeUndefined();
  });

  it.each(kinds)('has a schema for every kind, which names what is missing: %s', (kind) => {
    const { diagnostics } = read('---\ntitle: x\n---\n', `${kind}/x.mdx`);
    expect(diagnostics.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['“date” is missing.', '“summary” is missing.']),
    );
  });
});

describe('what a post says in its front matter', () => {
  const note = (fields: string, path = 'field-notes/note.mdx') =>
    read(`---\ntitle: A note\ndate: 2014-04-10\nsummary: A note.\n${fields}\n---\n\nText.\n`, path);
  const told = (guide: Guide) =>
    guide.diagnostics.map(({ message, range }) => `“${textAt(guide, range)}” ${message}`);

  it.each([
    '1.10',
    '007',
    '0x10',
    '12e3',
    'yes',
    'no',
    'on',
    'true',
    '1_000',
    '1:30',
    '2012',
    '2012-01-01',
    '.5',
  ])('stands as it is written, in texts and in tags: %s', (text) => {
    const { data, diagnostics } = note(`shortTitle: ${text}\ntags: [${text}, "${text}"]`);
    expect(diagnostics).toEqual([]);
    expect(data).toMatchObject({ shortTitle: text, tags: [text, text] });
  });

  it.each([
    ['labwork: 007', '“007” “labwork” is written 007, and a number is written in plain digits here.'],
    ['labwork: 0x2', '“0x2” “labwork” is written 0x2, and a number is written in plain digits here.'],
    ['part: 1.0', '“1.0” “part” is written 1.0, and a number is written in plain digits here.'],
    ['part: 1e0', '“1e0” “part” is written 1e0, and a number is written in plain digits here.'],
    ['release: 1.10', '“1.10” “release” does not fit: a version such as 1.0.0.'],
    ['series: ~', '“~” “series” is `~`, which is no value in YAML.'],
    ['draft: yes', '“yes” “draft” is “yes”, and is either true or false.'],
  ])('is not changed in silence: %s', (line, message) => {
    const text = fixture('labworks/everything.mdx');
    const [name] = line.split(':');
    const guide = read(
      new RegExp(`^${name}: .*$`, 'm').test(text)
        ? text.replace(new RegExp(`^${name}: .*$`, 'm'), line)
        : text.replace('\nlab:', `\n${line}\nlab:`),
      'labworks/everything.mdx',
    );
    expect(guide.diagnostics.filter(({ rule }) => rule === 'guide/front-matter')).toHaveLength(1);
    expect(told(guide)[0]).toBe(message);
  });

  it.each(['con', 'nul', 'com1'])('is of no file that Windows cannot have: %s', (slug) => {
    expect(note('tags: []', `field-notes/${slug}.mdx`).diagnostics.map(({ message }) => message)).toEqual([
      `The file's name “${slug}” is kept by Windows for a device.`,
    ]);
    expect(note('tags: []', `field-notes/${slug}-2.mdx`).diagnostics).toEqual([]);
  });
});
