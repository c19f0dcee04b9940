import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hostileTexts } from '../../hostile-texts.ts';
import { jsonText } from '../../../src/lib/diagnostics/display-width.ts';
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

const failures = [{ path: 'posts/b,c:d.mdx', message: 'posts/b,c:d.mdx cannot be checked: it is gone\n.' }];

/** What a terminal would act on, or not show. */
const actsOnTerminal = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** RFC 3986, as far as its characters go. */
const reference = z.string().regex(/^(?:[\w\-.~!$&'()*+,;=:@/?#[\]]|%[\dA-F]{2})*$/);

// What SARIF 2.1.0 says of the objects that are written here: what each must and may have, and the ranges of its numbers.
const text = z.string().min(1);
const message = z.strictObject({ text });
const count = z.number().int().min(1);
const region = z.strictObject({ startLine: count, startColumn: count, endLine: count, endColumn: count });
const artifactLocation = z.strictObject({ uri: reference });
const location = z.strictObject({
  physicalLocation: z.strictObject({ artifactLocation, region: region.optional() }),
  message: message.optional(),
});
const level = z.enum(['none', 'note', 'warning', 'error']);
const replacement = z.strictObject({
  deletedRegion: region,
  insertedContent: z.strictObject({ text: z.string() }),
});
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: text,
          version: text,
          informationUri: z.url(),
          rules: z.array(
            z.strictObject({ id: text, helpUri: z.url(), defaultConfiguration: z.strictObject({ level }) }),
          ),
        }),
      }),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          exitCode: z.number().int(),
          toolExecutionNotifications: z.array(
            z.strictObject({ level, message, locations: z.array(location) }),
          ),
        }),
      ),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      artifacts: z
        .array(z.strictObject({ location: artifactLocation }))
        .refine((list) => new Set(list.map((one) => one.location.uri)).size === list.length),
      results: z.array(
        z.strictObject({
          ruleId: text,
          ruleIndex: z.number().int().min(0),
          level,
          message,
          locations: z.array(location),
          relatedLocations: z.array(location).optional(),
          fixes: z
            .array(
              z.strictObject({
                description: message,
                artifactChanges: z
                  .array(z.strictObject({ artifactLocation, replacements: z.array(replacement).min(1) }))
                  .min(1),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

describe('JSON', () => {
  it('says the same, whatever is in it, and acts on no terminal', () => {
    for (const text of hostileTexts(200)) {
      const written = jsonText({ [`a${text}`]: [text] });
      expect(JSON.parse(written)).toEqual({ [`a${text}`]: [text] });
      expect(written).not.toMatch(actsOnTerminal);
    }
  });

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

  it('are there for what could not be read', () => {
    expect(toGitHub([], failures)).toBe(
      '::error file=posts/b%2Cc%3Ad.mdx::posts/b,c:d.mdx cannot be checked: it is gone%0A.\n',
    );
  });

  it('are one line each, whatever is in them, and act on no terminal', () => {
    for (const text of hostileTexts(200)) {
      const named = createSourceFile(text, 'Get-VM');
      const diagnostics = [
        diagnose({ rule: 'hygiene/secret', file: named, range: rangeAt(named, 0, 3), message: text }),
      ];
      const written = toGitHub([{ file: named, diagnostics, commands: [] }], [{ path: text, message: text }]);
      expect(written.trimEnd().split(/[\r\n]/)).toHaveLength(2);
      expect(written).toMatch(
        /^::error file=[^:,]*::.*\n::error file=[^:,]*,line=1,endLine=1,col=1,endColumn=4,title=hygiene\/secret::.*\n$/,
      );
      expect(written).not.toMatch(actsOnTerminal);
    }
  });
});

describe('SARIF', () => {
  const tool = {
    name: 'labworks',
    version: '1.2.3',
    url: 'https://example.com',
    docsUrl: url,
    severities: rules,
  };
  const log = JSON.parse(toSarif(reports, tool, { exitCode: 1, failures: [] }));
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

  it('says how the run ended, and what it could not read', () => {
    expect(run.invocations).toEqual([
      { executionSuccessful: true, exitCode: 1, toolExecutionNotifications: [] },
    ]);
    const failed = JSON.parse(toSarif(reports, tool, { exitCode: 2, failures })).runs[0];
    expect(failed.invocations).toEqual([
      {
        executionSuccessful: false,
        exitCode: 2,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'posts/b,c:d.mdx cannot be checked: it is gone\n.' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'posts/b%2Cc%3Ad.mdx' } } }],
          },
        ],
      },
    ]);
    expect(failed.artifacts).toEqual([
      { location: { uri: 'posts/a%20b.mdx' } },
      { location: { uri: 'posts/b%2Cc%3Ad.mdx' } },
    ]);
  });

  it('is as the standard says, whatever is in it', () => {
    for (const text of hostileTexts(60)) {
      const named = createSourceFile(text, 'Get-VM\nx');
      const report: FileReport = {
        file: named,
        diagnostics: [
          diagnose({
            rule: 'hygiene/secret',
            file: named,
            range: rangeAt(named, 0, 8),
            message: text,
            hint: text,
            fix: { title: text, safety: 'safe', edits: [{ start: 0, end: 7, text }] },
            related: [{ file: text, range: rangeAt(named, 1, 1), message: text }],
          }),
        ],
        commands: [],
      };
      const failure = { path: text, message: text };
      const written = toSarif([...reports, report], tool, { exitCode: 2, failures: [failure] });
      expect(written).not.toMatch(actsOnTerminal);
      expect(() => sarif.parse(JSON.parse(written))).not.toThrow();
    }
  });
});
