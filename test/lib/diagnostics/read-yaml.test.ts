import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml, readYaml } from '../../../src/lib/diagnostics/read-yaml.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const schema = z.strictObject({
  text: z.string().optional(),
  texts: z.array(z.string()).optional(),
  count: z.int().optional(),
  size: z.number().optional(),
  flag: z.boolean().default(false),
  hosts: z.record(z.string().regex(/^[a-z]+$/), z.string()).optional(),
});

const read = (yaml: string) => readYaml(createSourceFile('file.yaml', yaml), schema, 'test/yaml');

/** What is said of a text, each with what is marked. */
function said(yaml: string): string[] {
  const { value, diagnostics } = read(yaml);
  if (diagnostics.length > 0) expect(value).toBeUndefined();
  return diagnostics.map(({ rule, severity, message, hint, range: { start, end } }) => {
    expect([rule, severity]).toEqual(['test/yaml', 'error']);
    return `“${yaml.slice(start.offset, end.offset)}” ${message} ${hint}`;
  });
}

/** What YAML takes for numbers, truth values and dates where it has no schema, in one version of it or the other. */
const otherThanText = [
  ...[
    '1.10',
    '007',
    '0x10',
    '0o7',
    '12e3',
    '.5',
    '+1',
    '1_000',
    '1:30',
    '190:20:30',
    '0b11',
    '-0',
    '.inf',
    '.nan',
  ],
  ...[
    'yes',
    'no',
    'on',
    'off',
    'true',
    'false',
    'True',
    'NO',
    'y',
    'n',
    '2012-01-01',
    '2012-01-01T00:00:00Z',
  ],
  ...['9007199254740993', '<<', '=', '1e999'],
];

describe('a text in YAML', () => {
  it.each(otherThanText)('is %j as it is written, without quotes and with them', (text) => {
    for (const written of [text, `'${text}'`, `"${text}"`])
      expect(read(`text: ${written}\ntexts: [${written}, a]\n`).value).toMatchObject({
        text,
        texts: [text, 'a'],
      });
    expect(parseYaml(`text: ${text}`)).toEqual({ text });
  });

  it.each(['~', 'null', 'Null', 'NULL'])('is not %s, which says that there is none', (text) => {
    expect(said(`text: ${text}`)).toEqual([
      `“${text}” “text” is \`${text}\`, which is no value in YAML. Remove the field; a text that reads so needs quotes.`,
    ]);
    expect(read(`text: '${text}'`).value).toMatchObject({ text });
  });

  it('is not nothing', () => {
    expect(said('text:\nflag: true')).toEqual([
      '“” “text” has no value. Write one after the colon, or remove the field.',
    ]);
  });

  it('keeps the blanks that its quotes hold', () => {
    expect(read(`text: ' a '`).value?.text).toBe(' a ');
  });
});

describe('a number in YAML', () => {
  it.each([
    ['count: 12', { count: 12 }],
    ['count: -3', { count: -3 }],
    ['size: 6.80', { size: 6.8 }],
  ])('is one in plain digits: %s', (yaml, value) => {
    expect(read(yaml).value).toMatchObject(value);
  });

  it.each([
    ['007', '7'],
    ['0x10', '16'],
    ['12e3', '12000'],
    ['1_000', '1000'],
    ['+5', '5'],
    ['15.0', '15'],
  ])('is not rewritten in silence: %s', (written, digits) => {
    expect(said(`count: ${written}`)).toEqual([
      `“${written}” “count” is written ${written}, and a number is written in plain digits here. Write ${digits}, if that is the number meant.`,
    ]);
  });

  it('is no text that looks like one', () => {
    expect(said(`count: '12'`)).toEqual([
      `“'12'” “count” does not fit: Invalid input: expected number, received string. Change the value to what is expected.`,
    ]);
    expect(said('count: 1:30')).toHaveLength(1);
  });
});

describe('a truth value in YAML', () => {
  it.each(['yes', 'no', 'on', 'True', 'FALSE', '1'])('is not %s', (text) => {
    expect(said(`flag: ${text}`)).toEqual([
      `“${text}” “flag” is “${text}”, and is either true or false. Write \`true\` or \`false\`.`,
    ]);
  });
});

describe('the keys of a mapping', () => {
  it('are told each time they are there again, by place', () => {
    expect(said('text: a\ntext: b\nhosts: { a: x, b: y, "a": z }\ntext: c')).toEqual([
      '“text” “text” stands here a second time. Remove one of the two, or give it another name.',
      '“"a"” “a” stands here a second time. Remove one of the two, or give it another name.',
      '“text” “text” stands here a second time. Remove one of the two, or give it another name.',
    ]);
  });

  it.each([
    ['hosts: { __proto__: a }', '“__proto__” “__proto__” cannot be a key. Give it another name.'],
    ['__proto__: a', '“__proto__” “__proto__” cannot be a key. Give it another name.'],
    [
      '? [a, b]\n: c',
      '“[a, b]” A key is a list or a mapping here. Write a name before the colon; a text with “: ”, “? ” or brackets in it needs quotes.',
    ],
    [
      '"": c',
      '“""” A key without a name stands here. Write a name before the colon; a text with “: ”, “? ” or brackets in it needs quotes.',
    ],
    [
      'constructor: a',
      '“constructor” There is no “constructor” here. Known here: text, texts, count, size, flag, hosts.',
    ],
    [
      'toString: a',
      '“toString” There is no “toString” here. Known here: text, texts, count, size, flag, hosts.',
    ],
    ['Text: a', '“Text” There is no “Text” here. Did you mean “text”?'],
  ])('are names: %j', (yaml, message) => {
    expect(said(yaml)).toEqual([message]);
  });

  it('may be what every object has, where any name may be', () => {
    expect(read('hosts: { constructor: a }').value?.hosts).toEqual({ constructor: 'a' });
  });

  it('that do not fit are marked themselves', () => {
    expect(said('hosts: { A: b }')[0]).toMatch(/^“A” /);
  });
});

describe('what is not read of YAML', () => {
  it.each([
    [
      'text: &a b',
      '“&a” “&a” is an anchor in YAML, which is not read here. Remove it; a text that begins with `&` needs quotes.',
    ],
    [
      'texts: [a, *b]',
      '“*b” “*b” is an alias in YAML, which is not read here: a small text could stand for a huge one. Write the value out; a text that begins with `*` needs quotes.',
    ],
    [
      'text: !a b',
      '“!a” “!a” is a tag in YAML, which is not read here. Remove it; a text that begins with `!` needs quotes.',
    ],
    [
      'text: !!binary aGk=',
      '“!!binary” “!!binary” is a tag in YAML, which is not read here. Remove it; a text that begins with `!` needs quotes.',
    ],
    [
      '%YAML 1.1\n---\ntext: yes',
      '“%YAML 1.1” “%YAML 1.1” is a directive in YAML, which is not read here. Remove the line, or put the text into quotes.',
    ],
    [
      'text: a\n---\ntext: b',
      '“---” A second YAML document begins here, and only one is read. Remove the line of `---`, or put what follows into a file of its own.',
    ],
    [
      `texts: ${'['.repeat(80)}${']'.repeat(80)}`,
      '“[” The YAML is nested more than 60 deep here. Make it flatter; a text that begins with a bracket or `- ` needs quotes.',
    ],
    [
      `text: ${'a'.repeat(100_000)}`,
      '“t” The YAML has 100006 characters; at most 100000 are read. Split it, or leave out what nothing needs.',
    ],
  ])('is told at its place: %#', (yaml, message) => {
    expect(said(yaml)).toEqual([message]);
    expect(parseYaml(yaml)).toBeUndefined();
  });

  it('is no tag that says what a value is anyway', () => {
    expect(read('text: !!str 007\ncount: !!int 2').value).toMatchObject({ text: '007', count: 2 });
  });
});

describe('a file with much wrong in it', () => {
  it('is told of its first problems, and that there are more', () => {
    const found = said(Array.from({ length: 200 }, (_, index) => `key${index}: a`).join('\n'));
    expect(found).toHaveLength(51);
    expect(found[50]).toBe(
      '“key50” More is wrong from here on: these are the first 50 problems of the file. Correct these, and look again.',
    );
    expect(said('text: a\n'.repeat(300))).toHaveLength(51);
    expect(said(`texts: [${'~, '.repeat(200)}]`)).toHaveLength(51);
  });
});

describe('the texts of a file', () => {
  it('can be traced letter by letter, unless escapes or lines make them', () => {
    const yaml = `texts:\n  - plain text\n  - 'it''s'\n  - "quoted"\n  - "\\x41"\n  - a\n    b\n`;
    const { textAt } = read(yaml);
    const traced = [0, 1, 2, 3, 4].map((index) => textAt(['texts', index]));
    expect(traced.map((slice) => slice?.text)).toEqual([
      'plain text',
      "it's",
      'quoted',
      undefined,
      undefined,
    ]);
    for (const slice of traced)
      for (const { at, length, from } of slice?.pieces ?? [])
        expect(yaml.slice(from, from + length)).toBe(slice!.text.slice(at, at + length));
  });
});
