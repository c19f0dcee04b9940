import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, replaceContent } from '../../tools/copy-project.ts';
import type { LanguageClient } from './language-client.ts';
import { edited, startLanguageClient } from './language-client.ts';
import { json, labworks, root } from './run-cli.ts';

// One server for all of it, started and spoken to as editors do, over a content of its own, all of which is recorded.
const project = realpathSync(mkdtempSync(join(tmpdir(), 'labworks-lsp-')));
const content = (path: string) => join(project, 'src/content', path);
const saved = (path: string) => readFileSync(content(path), 'utf8');
const shed = 'labworks/shed.mdx';
const lab = 'labs/shed.yaml';

let client: LanguageClient;

beforeAll(async () => {
  copyProject(project);
  replaceContent(project, join(root, 'test/fixtures/recorded'));
  expect(labworks(['publish', '--all'], '', project, {}, project)).toMatchObject({ code: 0 });
  client = startLanguageClient(project);
  await client.initialize();
});

afterAll(() => {
  client.process.kill();
  rmSync(project, { recursive: true, force: true });
});

/** A saved text with the first `from`, which must be there, replaced. */
function spoilt(path: string, from: string, to: string): string {
  const text = saved(path);
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

const rulesOf = (told: readonly Diagnostic[]) => told.map(({ code }) => code);

describe('what is told as one types', () => {
  it('is nothing of a content that holds', async () => {
    expect(await client.show(shed)).toEqual([]);
    expect(await client.show(lab)).toEqual([]);
  });

  it('is what the check tells of the same texts, at the same places', async () => {
    const texts = new Map([
      [
        shed,
        spoilt(shed, 'New-SmbShare -Name', 'New-SmbShare -Nome').replace(
          'vlan {{networks.tools',
          'vlna {{networks.tolls',
        ),
      ],
      [lab, spoilt(lab, 'vlan: 30', 'vlan: 5000')],
      ['comparisons/drips.yaml', saved('comparisons/drips.yaml').replace(/^title:.*$/m, 'titel: Drips')],
      [
        'fail-files/rain.mdx',
        spoilt('fail-files/rain.mdx', 'It dripped.', 'It [dripped](/labworks/nowhere/) on <Aside>.'),
      ],
      ['debug/the-name.mdx', spoilt('debug/the-name.mdx', 'post: labworks/shed', 'post: labworks/shad')],
    ]);
    for (const [path, text] of texts) await client.show(path, text);
    const before = new Map([...texts.keys()].map((path) => [path, saved(path)]));
    for (const [path, text] of texts) writeFileSync(content(path), text);
    const { files } = json(labworks(['check', '--format', 'json'], '', project, {}, project));
    for (const [path, text] of before) writeFileSync(content(path), text);
    for (const path of texts.keys()) {
      const { diagnostics } = files.find(({ file }) => file === `src/content/${path}`)!;
      const own = diagnostics.filter(({ rule }) => !/^(?:ledger|release)\//.test(rule));
      expect(own.length, path).toBeGreaterThan(0);
      const told = await client.until(path, (all) => all.length >= own.length);
      const asTold = told
        .filter(({ code }) => !String(code).startsWith('ledger/'))
        .map(({ code, severity, range, message }) => ({
          rule: code,
          severity: { 1: 'error', 2: 'warning', 3: 'info' }[severity as number],
          line: range.start.line + 1,
          column: range.start.character + 1,
          endLine: range.end.line + 1,
          endColumn: range.end.character + 1,
          message: (message as string).split('\n')[0],
        }));
      const asChecked = own.map(({ rule, severity, line, column, endLine, endColumn, message }) => ({
        ...{ rule, severity, line, column, endLine, endColumn, message },
      }));
      expect(asTold, path).toEqual(asChecked);
    }
    for (const path of texts.keys()) client.close(path);
  });

  it('says which page is about the rule', async () => {
    const [first] = await client.show(shed, spoilt(shed, 'New-SmbShare -Name', 'New-SmbShare -Nome'));
    expect(first).toMatchObject({
      source: 'labworks',
      code: 'powershell/unknown-parameter',
      severity: DiagnosticSeverity.Error,
    });
    expect(first!.codeDescription!.href).toMatch(/\/rules\/powershell\/unknown-parameter\/$/);
    await client.show(shed, saved(shed));
  });

  it('follows the lab, saved or not', async () => {
    await client.show(shed, saved(shed));
    await client.show(lab, spoilt(lab, 'name: share,', 'name: shared,'));
    const told = await client.until(shed, (all) => all.length > 0);
    expect(new Set(rulesOf(told))).toEqual(new Set(['guide/unknown-value']));
    await client.show(lab, saved(lab));
    await client.until(shed, (all) => all.length === 0);
  });

  it('is a notice, and no wall, where a change is not recorded yet', async () => {
    await client.show(shed, spoilt(shed, 'Tools sleep at night', 'Tools sleep by day'));
    const told = await client.until(shed, (all) => all.length > 0);
    expect(told).toMatchObject([{ code: 'ledger/unrecorded-change', severity: DiagnosticSeverity.Warning }]);
    await client.show(shed, saved(shed));
    await client.until(shed, (all) => all.length === 0);
  });

  it('goes on through texts that nobody can read', async () => {
    const text = saved(shed);
    const broken = [
      '',
      '---',
      '---\n: [\n---\n<Value of="',
      text.slice(0, 900),
      text.replaceAll('```', '``'),
      `${text}\n<Aside>{{{`,
      '\uD800\0\u202E'.repeat(50),
      text.replaceAll('\n', '\r'),
    ];
    for (const one of broken) await client.show(shed, one);
    expect(await client.show(shed, text)).toEqual([]);
    const site = join(project, 'src/site.yaml');
    const before = readFileSync(site, 'utf8');
    for (const one of ['name: [', undefined]) {
      if (one === undefined) rmSync(site);
      else writeFileSync(site, one);
      const told = await client.show(shed, text.replace('New-SmbShare', 'New-SmbShore'));
      expect(rulesOf(told)).toContain('powershell/unknown-command');
    }
    writeFileSync(site, before);
    await client.show(shed, text);
    expect(client.logged).toEqual([]);
  });
});

describe('what may be done about it', () => {
  it('is the repair of what is told there, the preferred one where it is certain', async () => {
    const text = spoilt(shed, "New-SmbShare -Name '{{share}}'", 'New-SmbShore -Name “{{share}}”');
    await client.show(shed, text);
    const actions = await client.actions(shed, '“{{share}}');
    const quick = actions.find(({ kind }) => kind === 'quickfix')!;
    expect(quick).toMatchObject({ isPreferred: true, diagnostics: [{ code: 'hygiene/curly-quote' }] });
    expect(edited(text, quick.edit!.changes![client.uriOf(shed)]!)).not.toContain('“');
    const [uncertain] = await client.actions(shed, 'New-SmbSho', ['quickfix']);
    expect(uncertain).toMatchObject({ title: expect.stringContaining('not certain') as string });
    expect(uncertain!.isPreferred).toBeUndefined();
  });

  it('is to make all certain repairs at once', async () => {
    const text = spoilt(shed, "Get-SmbShare -Name '{{share}}'", 'Get-SmbShare –Name “{{share}}”');
    await client.show(shed, text);
    const actions = await client.actions(shed, 'Get-SmbShare', ['source.fixAll']);
    expect(actions).toMatchObject([{ kind: 'source.fixAll.labworks' }]);
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', actions[0]);
    const repaired = edited(text, edit!.changes![client.uriOf(shed)]!);
    expect(repaired).toContain('Get-SmbShare -Name "{{share}}"');
    await client.show(shed, saved(shed));
  });
});
