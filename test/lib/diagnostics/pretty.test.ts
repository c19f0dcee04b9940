import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import type { TextPainter } from '../../../src/lib/diagnostics/pretty.ts';
import { plainPainter, toPretty } from '../../../src/lib/diagnostics/pretty.ts';
import { createSourceFile, rangeAt } from '../../../src/lib/source/source-file.ts';

const file = createSourceFile('posts/a.mdx', 'one\nNew-VM -Nme x\nthree\n');
const other = createSourceFile('labs/b.yaml', 'name: b\n');
const sources = new Map([file, other].map((source) => [source.path, source]));
const marked = (text: string, source = file) => {
  const at = source.text.indexOf(text);
  return rangeAt(source, at, at + text.length);
};
const slip: Diagnostic = {
  rule: 'powershell/unknown-parameter',
  severity: 'error',
  message: 'New-VM has no parameter -Nme.',
  file: file.path,
  range: marked('-Nme'),
  label: 'no such parameter',
};

describe('diagnostics for a person', () => {
  it('stand with the author’s own line, the reason and what to do', () => {
    const diagnostic: Diagnostic = {
      ...slip,
      why: 'It is not in its help.',
      hint: 'Write -Name.',
      fix: { title: 'Write -Name', safety: 'safe', edits: [] },
    };
    expect(toPretty([diagnostic], sources)).toBe(
      [
        'error[powershell/unknown-parameter]: New-VM has no parameter -Nme.',
        '  --> posts/a.mdx:2:8',
        '2 | New-VM -Nme x',
        '  |        ^^^^ no such parameter',
        '  why: It is not in its help.',
        '  hint: Write -Name.',
        '  --fix repairs this: write -Name.',
        '',
      ].join('\n'),
    );
  });

  it('are counted behind the first five hundred of a file', () => {
    const shown = toPretty(
      Array.from({ length: 620 }, () => slip),
      sources,
    );
    expect(shown.split(slip.message)).toHaveLength(501);
    expect(shown).toMatch(/\n\nposts\/a\.mdx has 120 more problems like these\.\n$/);
  });

  it('stand apart by a blank line, and are nothing where there are none', () => {
    const one = toPretty([slip], sources);
    expect(toPretty([slip, slip], sources)).toBe(`${one}\n${one}`);
    expect(toPretty([], sources)).toBe('');
  });

  it('do not offer what is not certain', () => {
    const fix = { title: 'Write -Name', safety: 'unsafe', edits: [] } as const;
    expect(toPretty([{ ...slip, fix }], sources)).toBe(toPretty([slip], sources));
  });

  it('show related places: in the same frame, in a frame of their own, or by name', () => {
    const related = [
      { file: file.path, range: marked('three'), message: 'begun here' },
      { file: other.path, range: marked('b', other), message: 'of this lab' },
      { file: 'labs/gone.yaml', range: marked('one'), message: 'and of this' },
    ];
    expect(
      toPretty([{ ...slip, related }], sources)
        .split('\n')
        .slice(2),
    ).toEqual([
      '2 | New-VM -Nme x',
      '  |        ^^^^ no such parameter',
      '3 | three',
      '  | ----- begun here',
      '  ::: labs/b.yaml:1:7',
      '1 | name: b',
      '  |       - of this lab',
      '  ::: labs/gone.yaml:1:1',
      '      and of this',
      '',
    ]);
  });

  it('compare texts of several lines, and only those', () => {
    const lines = (actual: string, expected: string) =>
      toPretty([{ ...slip, actual, expected }], new Map())
        .split('\n')
        .slice(2, -1);
    expect(lines('a\nb\n', 'a\nc\n')).toEqual(['      a', '    - b', '    + c']);
    expect(lines('b', 'c')).toEqual([]);
  });

  it('let nothing through that moves the text around it, wherever it stands', () => {
    const hostile = 'a\u202eb\u001b[2Jc\nd\u200b';
    const source = createSourceFile('po\u202ests/a.mdx', `x${hostile.replace('\n', '')}y`);
    const diagnostic: Diagnostic = {
      rule: 'hygiene/bidirectional-control',
      severity: 'error',
      message: hostile,
      file: source.path,
      range: rangeAt(source, 1, 3),
      label: hostile,
      related: [
        { file: source.path, range: rangeAt(source, 0, 1), message: hostile },
        { file: `gone\u202e`, range: rangeAt(source, 0, 1), message: hostile },
      ],
      why: hostile,
      hint: hostile,
      actual: `${hostile}\n`,
      expected: `${hostile} \n`,
      fix: { title: hostile, safety: 'safe', edits: [] },
    };
    const text = toPretty([diagnostic], new Map([[source.path, source]]));
    expect(text).toContain('a‹U+202E›b‹U+001B›[2Jc');

    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b\u202e]/);
  });

  it('are painted part by part', () => {
    const tagged = (tag: string) => (text: string) => `<${tag}>${text}</${tag}>`;
    const frame = { mark: tagged('mark'), note: tagged('note'), faint: tagged('dim') };
    const painter: TextPainter = {
      frame: { ...plainPainter.frame, error: frame },
      heading: (severity, text) => tagged(severity)(text),
      strong: tagged('strong'),
      faint: tagged('dim'),
    };
    expect(toPretty([{ ...slip, hint: 'Write -Name.' }], sources, painter)).toMatchInlineSnapshot(`
      "<error>error[powershell/unknown-parameter]</error>: <strong>New-VM has no parameter -Nme.</strong>
      <dim>  --> posts/a.mdx:2:8</dim>
      <dim>2 |</dim> New-VM -Nme x
      <dim>  |</dim>        <mark>^^^^ no such parameter</mark>
        <strong>hint:</strong> Write -Name.
      "
    `);
  });
});
