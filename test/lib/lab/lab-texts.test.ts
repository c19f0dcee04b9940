import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { labValues } from '../../../src/lib/lab/values.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine } from '../fixture-posts.ts';

const yaml = readFileSync(join(import.meta.dirname, '../../fixtures/rack/labs/rack.yaml'), 'utf8');
const read = (text: string) => engine.readLab(createSourceFile('labs/rack.yaml', text));

/** Where the texts of the fixture's lab stand that commands and outputs hold, each with another text in its place. */
const typed: readonly (readonly [what: string, write: (text: string) => string])[] = [
  ['a value', (text) => yaml.replace('value: T1', `value: ${text}`)],
  ['the name of a network', (text) => yaml.replace('name: LM', `name: ${text}`)],
  ['the title of a device', (text) => yaml.replace('title: SRV1', `title: ${text}`)],
  [
    'the name of a port',
    (text) => yaml.replace('  - name: shelf', `      - { name: ${text} }\n  - name: shelf`),
  ],
  ['the driver of a port', (text) => yaml.replace(/driver: Intel.* }/, `driver: ${text} }`)],
];

/** What no text may hold that is what it looks like, with its rule and what is left when it is repaired. */
const characters: readonly (readonly [
  what: string,
  text: string,
  rule: string,
  repaired: string | undefined,
])[] = [
  ['a zero width space', 'Te\u200Bam', 'hygiene/zero-width-character', 'Team'],
  ['a byte order mark', 'Te\uFEFFam', 'hygiene/zero-width-character', 'Team'],
  ['a soft hyphen', 'Te\u00ADam', 'hygiene/zero-width-character', 'Team'],
  ['a no-break space', 'The\u00A0team', 'hygiene/no-break-space', 'The team'],
  ['a thin space', 'The\u2009team', 'hygiene/no-break-space', 'The team'],
  ['a right-to-left override', 'Te\u202Eam', 'hygiene/bidi-control', undefined],
  ['an isolate', 'Te\u2066am\u2069', 'hygiene/bidi-control', undefined],
];

describe.each(typed)('%s', (_, write) => {
  it('is not the same text in the fixture', () => {
    expect(write('Team')).not.toBe(yaml);
  });

  it.each(characters)('may not hold %s, which is told at its place', (_what, text, rule, repaired) => {
    for (const quote of ['', "'", '"']) {
      const lab = write(`${quote}${text}${quote}`);
      const { value, diagnostics } = read(lab);
      expect(value).toBeUndefined();
      expect(diagnostics.map((found) => found.rule)).toEqual([rule]);
      const [{ range }] = diagnostics as [(typeof diagnostics)[0]];
      expect(lab.slice(range.start.offset, range.end.offset)).toMatch(/^[^ -~]+$/);
      const fixed = applyFixes(lab, diagnostics).text;
      expect(fixed).toBe(repaired === undefined ? lab : write(`${quote}${repaired}${quote}`));
    }
  });

  it.each(characters)('may not hold %s that is written as an escape', (_what, text, rule) => {
    const escaped = [...text]
      .map((letter) => (letter > '~' ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter))
      .join('');
    const lab = write(`"${escaped}"`);
    const { value, diagnostics } = read(lab);
    expect(value).toBeUndefined();
    expect(diagnostics.map((found) => [found.rule, found.fix])).toEqual([[rule, undefined]]);
    const [{ range }] = diagnostics as [(typeof diagnostics)[0]];
    expect(lab.slice(range.start.offset, range.end.offset)).toBe(`"${escaped}"`);
  });

  it('may have letters that look like others, and is warned of', () => {
    const { value, diagnostics } = read(write('Te\u0430m'));
    expect(value).toBeDefined();
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['hygiene/homoglyph', 'warning'],
    ]);
  });

  it.each(['Zürich', '東京', 'Сеть', 'Netz – “oben”', '👩\u200D💻', 'می\u200Cخواهم'])(
    'may be of any language: %s',
    (text) => {
      expect(read(write(text)).diagnostics).toEqual([]);
    },
  );

  it.each(["' Team'", "'Team '", '"Te\\nam"', '"Te\\tam"', '"Te\\u2028am"', '"\\e[1m"', "''", '|\n  Team'])(
    'is one line of text of which nothing is cut off: %s',
    (text) => {
      const lab = write(text.replaceAll('\n', '\n            '));
      const { value, diagnostics } = read(lab);
      expect(value).toBeUndefined();
      expect([...new Set(diagnostics.map(({ rule }) => rule))]).toEqual(['lab/schema']);
    },
  );
});

describe('a text of a lab that people read', () => {
  it('may have typography, and no control characters', () => {
    const write = (text: string) => yaml.replace(/summary: .*/, `summary: ${text}`);
    expect(read(write('10\u00A0000 h, “so to say”, Abb.\u00A03')).diagnostics).toEqual([]);
    expect(read(write('"a\\u0007b"')).diagnostics.map(({ rule }) => rule)).toEqual(['lab/schema']);
  });
});

describe('the values of a lab', () => {
  it.each(['1.10', '007', '0x10', '12e3', 'yes', 'on', '1_000', '1:30', '2020-01-01', '.5', 'true'])(
    'stand as they are written: %s',
    (text) => {
      const { value, diagnostics } = read(yaml.replace('value: T1', `value: ${text}`));
      expect(diagnostics).toEqual([]);
      expect(labValues(value!).get('team')?.text).toBe(text);
      expect(value!.values[0]!.value).toBe(text);
    },
  );

  it.each(['007', '0x3', '3.0', '3e0', '+3', '0b11'])('that are numbers are plain ones: %s', (text) => {
    const lab = yaml.replace('type: port-channel, value: 3', `type: port-channel, value: ${text}`);
    expect(lab).not.toBe(yaml);
    const { value, diagnostics } = read(lab);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ range }) => lab.slice(range.start.offset, range.end.offset))).toEqual([text]);
    expect(diagnostics[0]!.message).toContain('in plain digits, such as ');
  });

  it.each(['015', '0xF', '15.0', '1_5'])('of a network likewise: VLAN %s', (text) => {
    const lab = yaml.replace('vlan: 15', `vlan: ${text}`);
    expect(lab).not.toBe(yaml);
    expect(read(lab).diagnostics.map(({ message }) => message)).toEqual([
      `“networks.0.vlan” is written ${text}, and a number is written in plain digits here.`,
    ]);
  });
});

describe('the name of a device', () => {
  it.each(['con', 'nul', 'prn', 'aux', 'com1', 'com9', 'lpt1', 'lpt9'])(
    'is no name of a device of Windows, which could not unpack its scripts: %s',
    (name) => {
      const lab = yaml.replaceAll('sw2', name);
      const [found, ...others] = read(lab).diagnostics;
      expect(others).toEqual([]);
      expect(lab.slice(found!.range.start.offset, found!.range.end.offset)).toBe(name);
      expect(found).toMatchObject({ rule: 'lab/schema', severity: 'error' });
      expect(found!.message).toContain('Windows keeps this one for a device of its own');
    },
  );

  it.each(['con1', 'com', 'com10', 'console', 'lpt', 'constructor', 'aux-1', 'a'.repeat(63)])(
    'may be %s',
    (name) => {
      expect(read(yaml.replaceAll('sw2', name)).diagnostics).toEqual([]);
    },
  );

  it('is no longer than a label of a host', () => {
    expect(read(yaml.replaceAll('sw2', 'a'.repeat(64))).diagnostics[0]?.message).toContain(
      'at most 63 characters',
    );
  });
});
