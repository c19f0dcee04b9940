import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/workspace/facts.ts';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { createEngine } from '../../../src/lib/engine.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const engine = createEngine({ catalogue: loadCatalogue() });

/** What the check says of a note whose block is followed by this output. */
function check(
  output: string,
  fence = 'output',
  lineBreak = '\n',
  command = 'show etherchannel 1 summary | begin Group',
) {
  const text = [
    '---',
    'title: A note',
    'date: 2014-04-10',
    'summary: A note with an output.',
    '---',
    '',
    '- In a list:',
    '',
    '  ```ios platform=catalyst-2960s',
    '  configure terminal',
    '  system mtu jumbo 9000',
    '  vlan 10',
    '  name mgmt',
    '  interface range gi1/0/1 - 2',
    '  channel-group 1 mode active',
    '  end',
    '  write memory',
    '  ```',
    '',
    '  ```ios platform=catalyst-2960s verify',
    `  ${command}`,
    '  ```',
    '',
    `  \`\`\`${fence}`,
    ...output.split('\n').map((line) => (line === '' ? '' : `  ${line}`)),
    '  ```',
    '',
  ].join(lineBreak);
  const guide = engine.readGuide(createSourceFile('field-notes/a-note.mdx', text));
  const { diagnostics } = engine.checkLabwork([guide], new Map()).guides[0]!;
  return { text, diagnostics: diagnostics.filter(({ rule }) => rule.startsWith('guide/')) };
}

const printed = [
  'Group  Port-channel  Protocol    Ports',
  '------+-------------+-----------+-----------------------------------------------',
  '1      Po1(SU)         LACP      Gi1/0/1(P)  Gi1/0/2(P)',
];

describe('An output block', () => {
  it('holds where it is what the model prints; blanks at line ends do not count', () => {
    expect(check(printed.join('\n')).diagnostics).toEqual([]);
    expect(check(printed.map((line) => `${line}   `).join('\n')).diagnostics).toEqual([]);
  });

  it('is told at its first wrong line, with both texts', () => {
    const { diagnostics } = check(printed.join('\n').replace('(SU)', '(SD)'));
    expect(diagnostics.map(({ rule, range }) => `${rule} ${range.start.line}:${range.start.column}`)).toEqual(
      ['guide/output-differs 27:3'],
    );
    expect(diagnostics[0]!.expected).toBe(printed.join('\n'));
  });

  it.each([
    ['stops too early', printed.slice(0, 2)],
    ['goes on too long', [...printed, 'and more']],
  ])('is told where it %s', (_, lines) => {
    expect(check(lines.join('\n')).diagnostics.map(({ rule }) => rule)).toEqual(['guide/output-differs']);
  });

  it.each(['\n', '\r\n'])('is rewritten in its list, with the line ends of the file (%j)', (lineBreak) => {
    const wrong = check('Group\nsomething else', 'output', lineBreak);
    const fixed = applyFixes(wrong.text, wrong.diagnostics, () => true);
    expect(fixed.text).toBe(check(printed.join('\n'), 'output', lineBreak).text);
    // Only on request: the commands may be what is wrong.
    expect(applyFixes(wrong.text, wrong.diagnostics).text).toBe(wrong.text);
  });

  it.each(['\n', '\r\n'])('that is empty yet is filled in on request (%j)', (lineBreak) => {
    for (const nothing of ['', '\n']) {
      const empty = check(nothing, 'output', lineBreak);
      expect(empty.diagnostics.map(({ rule }) => rule)).toEqual(['guide/output-differs']);
      const filled = applyFixes(empty.text, empty.diagnostics, () => true).text;
      expect(filled).toContain(printed.map((line) => `  ${line}${lineBreak}`).join(''));
      expect(filled.split(lineBreak).filter((line) => line.trim() === '```')).toHaveLength(3);
    }
  });

  it('may assume that nobody answers at the other end', () => {
    const alone = printed.join('\n').replace('(SU)', '(SD)').replaceAll('(P)', '(I)');
    expect(check(alone, 'output partner=silent').diagnostics).toEqual([]);
    expect(check(alone).diagnostics).toHaveLength(1);
  });

  describe('with what the model cannot know', () => {
    const security = [
      'Secure Port  MaxSecureAddr  CurrentAddr  SecurityViolation  Security Action',
      '                (Count)       (Count)          (Count)',
      '---------------------------------------------------------------------------',
      '---------------------------------------------------------------------------',
      'Total Addresses in System (excluding one mac per port)     : 0',
      'Max Addresses limit in System (excluding one mac per port) : 4096',
    ];
    const differs = (lines: readonly string[], command = 'show port-security') =>
      check(lines.join('\n'), 'output', '\n', command).diagnostics;

    it('holds whatever stands in its place, and is told where the rest differs', () => {
      expect(differs(security)).toEqual([]);
      expect(differs(security.map((line) => line.replace(': 4096', ': 8192')))).toEqual([]);
      expect(differs(security.map((line) => line.replace(': 4096', ':')))).toHaveLength(1);
      expect(differs(security.map((line) => line.replace('Max Addresses', 'Most Addresses')))).toHaveLength(
        1,
      );
    });

    it('holds with any number of lines where that is not known', () => {
      const neighbors = (...rows: string[]) => [
        'Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge',
        '                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone,',
        '                  D - Remote, C - CVTA, M - Two-port Mac Relay',
        '',
        'Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID',
        ...rows,
      ];
      expect(differs(neighbors(), 'show cdp neighbors')).toEqual([]);
      expect(differs(neighbors('sw2   Gig 1/0/1  120  S I  WS-C  Gig 1/0/2'), 'show cdp neighbors')).toEqual(
        [],
      );
      expect(differs(neighbors().toSpliced(4, 1), 'show cdp neighbors')).toHaveLength(1);
    });

    it('keeps on request what its author knows', () => {
      const wrong = security.map((line) => line.replace('(Count)       (Count)', '(count)'));
      const text = check(wrong.join('\n'), 'output', '\n', 'show port-security');
      const fixed = applyFixes(text.text, text.diagnostics, () => true).text;
      expect(fixed).toBe(check(security.join('\n'), 'output', '\n', 'show port-security').text);
    });
  });

  it('that was captured is not compared', () => {
    expect(check('Group', 'output captured="SW1, May 2014"').diagnostics).toEqual([]);
  });

  it('of a labwork fails the check when it is edited', () => {
    const read = (path: string) =>
      readFileSync(resolve(import.meta.dirname, '../../fixtures/workshop', path), 'utf8');
    const lab = engine.readLab(createSourceFile('labs/workshop.yaml', read('labs/workshop.yaml'))).value!;
    const path = 'labworks/converged-switching-part-1.mdx';
    const told = (text: string) =>
      engine
        .checkLabwork([engine.readGuide(createSourceFile(path, text))], new Map([[lab.id, lab]]))
        .guides[0]!.diagnostics.map(({ rule }) => rule);
    const text = read(path);
    expect(told(text)).toEqual([]);
    for (const [from, to] of [
      ['System Jumbo MTU size is 9198', 'System Jumbo MTU size is 1500'],
      ['Po3(SU)', 'Po3(SD)'],
      ['Gi1/0/23(I)', 'Gi1/0/23(P)'],
      ['Po3         1,11-15', 'Po3         1,11-16'],
    ] as const) {
      expect(text).toContain(from);
      expect(told(text.replace(from, to)), from).toEqual(['guide/output-differs']);
    }
  });

  it('assumes nothing else', () => {
    expect(check(printed.join('\n'), 'output after=lunch').diagnostics.map(({ rule }) => rule)).toEqual([
      'guide/unknown-meta',
    ]);
  });
});
