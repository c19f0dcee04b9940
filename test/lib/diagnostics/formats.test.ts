import { describe, expect, it } from 'vitest';
import { toGitHub } from '../../../src/lib/diagnostics/github.ts';
import type { FileReport } from '../../../src/lib/diagnostics/json.ts';
import { toJson } from '../../../src/lib/diagnostics/json.ts';
import { rulePath } from '../../../src/lib/diagnostics/rule-table.ts';
import { rules } from '../../../src/lib/rules.ts';
import { diagnoser } from '../../../src/lib/diagnostics/rule-table.ts';
import { toSarif } from '../../../src/lib/diagnostics/sarif.ts';
import { createSourceFile, rangeAt } from '../../../src/lib/source/source-file.ts';

const diagnose = diagnoser(rules);

const file = createSourceFile('posts/a b.mdx', '👩 New–VM\nGet-VM');
const reports: FileReport[] = [
  {
    file,
    diagnostics: [
      diagnose({
        rule: 'hygiene/long-dash',
        file,
        range: rangeAt(file, 6, 7),
        message: 'A dash: 100 %, odd\nindeed.',
        hint: 'Write a hyphen.',
        fix: { title: 'Write hyphens', safety: 'safe', edits: [{ start: 6, end: 7, text: '-' }] },
        related: [{ file: file.path, range: rangeAt(file, 10, 13), message: 'here too' }],
      }),
      diagnose({ rule: 'hygiene/public-address', file, range: rangeAt(file, 0, 12), message: 'An address.' }),
    ],
    commands: [{ name: 'New-VM', line: 1, column: 4, support: 'supported' }],
  },
];
const url = (rule: Parameters<typeof rulePath>[0]) => `https://example.com${rulePath(rule)}`;

describe('JSON', () => {
  it('keeps its contract', () => {
    expect(JSON.parse(toJson(reports, url))).toEqual({
      version: 1,
      files: [
        {
          file: 'posts/a b.mdx',
          diagnostics: [
            {
              rule: 'hygiene/long-dash',
              severity: 'error',
              message: 'A dash: 100 %, odd\nindeed.',
              line: 1,
              column: 7,
              endLine: 1,
              endColumn: 8,
              hint: 'Write a hyphen.',
              fix: {
                title: 'Write hyphens',
                safety: 'safe',
                edits: [{ start: { line: 1, column: 7 }, end: { line: 1, column: 8 }, text: '-' }],
              },
              related: [
                { file: 'posts/a b.mdx', line: 2, column: 1, endLine: 2, endColumn: 4, message: 'here too' },
              ],
              docs: 'https://example.com/rules/hygiene/long-dash/',
            },
            {
              rule: 'hygiene/public-address',
              severity: 'warning',
              message: 'An address.',
              line: 1,
              column: 1,
              endLine: 2,
              endColumn: 3,
              hint: null,
              fix: null,
              docs: 'https://example.com/rules/hygiene/public-address/',
            },
          ],
          commands: [{ name: 'New-VM', line: 1, column: 4, support: 'supported' }],
        },
      ],
    });
  });
});

describe('GitHub annotations', () => {
  it('escape what would end a command or a property', () => {
    expect(toGitHub(reports)).toBe(
      '::error file=posts/a b.mdx,line=1,endLine=1,col=7,endColumn=8,title=hygiene/long-dash::A dash: 100 %25, odd%0Aindeed. Write a hyphen.\n' +
        '::warning file=posts/a b.mdx,line=1,endLine=2,title=hygiene/public-address::An address.\n',
    );
  });
});

describe('SARIF', () => {
  const log = JSON.parse(
    toSarif(reports, {
      name: 'labworks',
      version: '1.2.3',
      url: 'https://example.com',
      docsUrl: url,
      severities: rules,
    }),
  );
  const [run] = log.runs;

  it('names the rules that were met, with their pages', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toMatchObject({ name: 'labworks', version: '1.2.3' });
    expect(run.tool.driver.rules).toEqual([
      {
        id: 'hygiene/long-dash',
        helpUri: 'https://example.com/rules/hygiene/long-dash/',
        defaultConfiguration: { level: 'error' },
      },
      {
        id: 'hygiene/public-address',
        helpUri: 'https://example.com/rules/hygiene/public-address/',
        defaultConfiguration: { level: 'warning' },
      },
    ]);
  });

  it('counts columns in UTF-16 and writes paths as URIs', () => {
    expect(run.columnKind).toBe('utf16CodeUnits');
    const [result] = run.results;
    expect(result).toMatchObject({ ruleId: 'hygiene/long-dash', ruleIndex: 0, level: 'error' });
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'posts/a%20b.mdx' },
      region: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 8 },
    });
    expect(result.fixes[0].artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 8 },
        insertedContent: { text: '-' },
      },
    ]);
    expect(result.relatedLocations).toHaveLength(1);
  });
});
