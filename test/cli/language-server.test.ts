import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  MarkupContent,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { DiagnosticSeverity, LSPErrorCodes } from 'vscode-languageserver-protocol';
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

  it('is whole at each letter, what only all posts together tell included', async () => {
    const path = 'fail-files/rain.mdx';
    const text = spoilt(path, 'It dripped.', 'It [dripped](/labworks/nowhere/).');
    await client.show(path, text);
    await client.until(path, (all) => rulesOf(all).includes('guide/broken-link'));
    for (const more of ['a', 'ab', 'abc'])
      expect(rulesOf(await client.show(path, `${text}\n${more}`))).toEqual(['guide/broken-link']);
    expect(await client.show(path, saved(path))).toEqual([]);
    for (const more of ['', '', ' [at last](/labworks/nowhere/)'])
      expect(rulesOf(await client.show(path, `${saved(path)}${more}`))).toEqual(
        more === '' ? [] : ['guide/broken-link'],
      );
    client.close(path);
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

describe('what an editor asks', () => {
  /** Each with a text that is being typed, behind which one is. */
  const typed = async (from: string, to: string, path = shed) => {
    await client.show(path, spoilt(path, from, to));
    return to;
  };

  it.each([
    // Commands, parameters and values of the block's platform.
    ['New-SmbShare -Name', 'New-SmbSh', 'New-SmbShare'],
    ['New-SmbShare -Name', 'Get-VM | Get-SmbSh', 'Get-SmbShare'],
    ["New-SmbShare -Name '{{share}}'", 'New-SmbShare -FullA', '-FullAccess'],
    ["New-SmbShare -Name '{{share}}'", 'New-SmbShare -CachingMode ', 'BranchCache'],
    ["New-SmbShare -Name '{{share}}'", 'New-SmbShare -CachingMode Bra', 'BranchCache'],
    // Words of the mode of the line.
    [' name Tools', ' na', 'name'],
    ['vlan {{networks.tools.vlan}}\n', 'span', 'spanning-tree'],
    ['show vlan brief', 'show vlan ', 'brief'],
    ['configure terminal', 'conf', 'configure'],
    // Values of the lab.
    ["New-SmbShare -Name '{{share}}'", "New-SmbShare -Name '{{", 'share'],
    ['vlan {{networks.tools.vlan}}\n', 'vlan {{networks.to', 'networks.tools.vlan'],
    ['The share is ', 'The share is {{', 'share'],
    // The words of fences.
    ['```powershell on=spade\n', '```powershell on=', 'spade'],
    ['```ios on=rake verify', '```ios on=rake ver', 'verify'],
    ['```ios on=rake\n', '```', 'ios'],
    ['```output captured="on the rake, 2023-02-10"', '```output cap', 'captured'],
    ['```powershell on=spade\n', '```powershell platform=win', 'windows-server-2022'],
    ['```ios on=rake verify', '```ios on=rake allow="ios/', 'ios/unclosed-text'],
    // Components, their props and what those name.
    ['<Value of="share" />', '<Val', 'Value'],
    ['<Topology caption="The shed, as it is wired" />', '<Topology ', 'caption'],
    ['<Value of="share" />', '<Value of="sh', 'share'],
    ['<Topology caption', '<PortMap device="', 'rake'],
    ['<Topology caption', '<Comparison id="', 'drips'],
    ['<Topology caption', '<Figure src="', 'bucket'],
    ['<Topology caption', '<Aside kind="', 'warning'],
    ['<Correction of="the-name"', '<Correction of="', 'the-name'],
    ['<Correction of="the-name" id="vlan"', '<Correction of="the-name" id="', 'vlan'],
    // Front matter.
    ['lab: shed\n', 'lab: ', 'shed'],
    ['lab: shed\n', 'lab: shed\nco', 'cover'],
    ['tags: [backup', 'tags: [wri', 'writing'],
    ['  platforms: [windows-server-2019]', '  platforms: [windows-', 'windows-server-2019'],
    ['  platforms: [windows-server-2019]', '  li', 'licences'],
  ])('is completed: %j typed as %j offers %s', async (from, to, label) => {
    const marked = await typed(from, to);
    const list = await client.at<CompletionList | null>('textDocument/completion', shed, marked);
    expect(list?.items.map((item) => item.label)).toContain(label);
    const item = list!.items.find((one) => one.label === label)!;
    const text = edited(client.textOf(shed), [item.textEdit as TextEdit]);
    expect(text).toContain(label);
    await client.show(shed, saved(shed));
  });

  it.each([
    ['debug/the-name.mdx', 'post: labworks/shed', 'post: labw', 'labworks/shed'],
    ['debug/the-name.mdx', 'class: correction', 'class: ', 'clarification'],
    [lab, '    class: host', '    cl', 'class'],
    [lab, '    class: host', '    class: ', 'switch'],
    ['comparisons/drips.yaml', 'title:', 'ti', 'title'],
  ])('is completed in %s: %j typed as %j offers %s', async (path, from, to, label) => {
    const marked = await typed(from, to, path);
    const list = await client.at<CompletionList | null>('textDocument/completion', path, marked);
    expect(list?.items.map((item) => item.label)).toContain(label);
    await client.show(path, saved(path));
    client.close(path);
  });

  it('has nothing to offer where anything may stand', async () => {
    const text = spoilt(shed, ' name Tools', ' description the');
    await client.show(shed, text);
    for (const marked of ['Tools sleep at', '# ', 'description the']) {
      const list = await client.at<CompletionList | null>('textDocument/completion', shed, marked);
      expect(list?.items ?? [], marked).toEqual([]);
    }
    await client.show(shed, saved(shed));
  });

  it.each([
    ['New-SmbSh', ['`New-SmbShare`', 'module `SmbShare`', '`-Path`', 'There on', 'Windows Server 2012']],
    ["New-SmbShare -Name '{{share}}' -Pa", ['`-Path`', '`String`', 'New-SmbShare', 'There on']],
    ["New-SmbShare -Name '{{sha", ['`Nightly`', 'name of the share', '`name`', 'the lab `shed`']],
    ['<Value of="sha', ['`Nightly`']],
    [' na', ['`name`', 'VLAN configuration', 'Catalyst 2960-S']],
    ['show vlan br', ['`brief`', 'privileged EXEC mode']],
    ['```ios on=ra', ['`rake`', 'Catalyst 2960-S']],
    ['```powershell on=spade undo\nRemove-SmbShare', ['`Remove-SmbShare`']],
    ['## 51:1', ['Step 51:1 on `rake`', 'VLAN `30`', 'Tools']],
    ['```io', ['On `rake`', 'VLAN `30`']],
  ])('is told what stands at %j', async (marked, said) => {
    await client.show(shed, saved(shed));
    const found = await client.at<Hover | null>('textDocument/hover', shed, marked);
    const { value } = found!.contents as MarkupContent;
    for (const one of said) expect(value).toContain(one);
  });

  it.each([
    ['vlan {{networks.tools.vl', lab, '30'],
    ["Name '{{sha", lab, 'Nightly'],
    ['```ios on=ra', lab, 'name'],
    ['<Value of="sha', lab, 'Nightly'],
    ['<Correction of="the-na', 'debug/the-name.mdx', ''],
    ['lab: sh', lab, ''],
  ])('is led from %j to %s', async (marked, path, text) => {
    await client.show(shed, saved(shed));
    const found = await client.at<Location | null>('textDocument/definition', shed, marked);
    expect(found?.uri).toBe(client.uriOf(path));
    const { start, end } = found!.range;
    expect(saved(path).split('\n')[start.line]!.slice(start.character, end.character)).toContain(text);
  });

  /** As `path: line text` with the name marked, of all places that an answer has. */
  const shownPlaces = (locations: readonly Location[]) =>
    locations
      .map(({ uri, range: { start, end } }) => {
        const path = [lab, shed].find((one) => client.uriOf(one) === uri)!;
        return `${path.slice(0, 4)} ${saved(path).split('\n')[start.line]!.slice(start.character, end.character)}`;
      })
      .sort();

  it.each([
    [shed, 'vlan {{networks.to', { 'labs tools': 1, 'labw tools': 2 }],
    [shed, 'vlan {{networks.tools.vl', { 'labs 30': 1, 'labw networks.tools.vlan': 2 }],
    [shed, '```ios on=ra', { 'labs rake': 2, 'labw rake': 3 }],
    [lab, '  - name: sp', { 'labs spade': 3, 'labw spade': 4 }],
    [lab, 'name: sha', { 'labs share': 1, 'labw share': 4 }],
    [lab, 'vlan: 3', { 'labs 30': 1, 'labw networks.tools.vlan': 2 }],
  ])('is told where else is named what stands in %s at %j', async (path, marked, expected) => {
    await client.show(shed, saved(shed));
    await client.show(lab, saved(lab));
    const position = client.behind(path, marked);
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri: client.uriOf(path) },
      position,
      context: { includeDeclaration: true },
    });
    const counts = Object.fromEntries(
      [...Map.groupBy(shownPlaces(found), (one) => one)].map(([one, all]) => [one, all.length]),
    );
    expect(counts).toEqual(expected);
    client.close(lab);
  });

  it('may give a device, a network or a value another name, in the lab and in all posts about it', async () => {
    await client.show(shed, saved(shed));
    for (const [marked, newName] of [
      ['```ios on=ra', 'hoe'],
      ['vlan {{networks.to', 'handles'],
      ["Name '{{sha", 'nightly-share'],
    ] as const) {
      const place = { textDocument: { uri: client.uriOf(shed) }, position: client.behind(shed, marked) };
      expect(await client.connection.sendRequest('textDocument/prepareRename', place)).not.toBeNull();
      const { changes } = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
        ...place,
        newName,
      });
      expect(Object.keys(changes!).sort()).toEqual([client.uriOf(lab), client.uriOf(shed)].sort());
      await client.show(lab, edited(saved(lab), changes![client.uriOf(lab)]!));
      const told = await client.show(shed, edited(saved(shed), changes![client.uriOf(shed)]!));
      expect(rulesOf(told).filter((rule) => !String(rule).startsWith('ledger/'))).toEqual([]);
      expect(client.textOf(shed)).toContain(newName);
      await client.show(lab, saved(lab));
      await client.show(shed, saved(shed));
    }
    client.close(lab);
  });

  it.each([
    ['```ios on=ra', 'spade', /has “spade” already/],
    ['```ios on=ra', 'Two Rakes', /is no name of a lab/],
    ['Tools sle', 'a', /stands no name/],
  ])('is told why what stands at %j cannot be called %s', async (marked, newName, why) => {
    await client.show(shed, saved(shed));
    const request = client.connection.sendRequest('textDocument/rename', {
      textDocument: { uri: client.uriOf(shed) },
      position: client.behind(shed, marked),
      newName,
    });
    await expect(request).rejects.toThrow(why);
  });

  it('is led from a link to its post, and to the step that it names', async () => {
    const path = 'fail-files/rain.mdx';
    await client.show(path, spoilt(path, 'It dripped.', 'It [dripped](/labworks/shed/#step-51-2).'));
    const found = await client.at<Location | null>('textDocument/definition', path, '/labworks/sh');
    expect(found?.uri).toBe(client.uriOf(shed));
    expect(saved(shed).split('\n')[found!.range.start.line]).toMatch(/^## 51:2/);
    client.close(path);
  });

  it('is shown the steps with their blocks', async () => {
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: client.uriOf(shed) },
    });
    expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
      ['51:1 Give the tools their VLAN', ['IOS on rake', 'IOS verify on rake', 'IOS undo on rake']],
      [
        '51:2 Share it',
        [
          'PowerShell on spade',
          'PowerShell undo on spade',
          'PowerShell verify on spade',
          'PowerShell example on spade',
        ],
      ],
    ]);
  });

  it('has an answer even of a text that nobody can read, and none for what was taken back', async () => {
    for (const text of [
      '',
      '---\nlab: [',
      '```ios on=',
      '<Value of="',
      '{{'.repeat(400),
      saved(shed).slice(0, 700),
    ]) {
      await client.show(shed, text);
      const textDocument = { uri: client.uriOf(shed) };
      for (const method of ['completion', 'hover', 'definition'])
        for (const position of [
          { line: 0, character: 3 },
          { line: 9999, character: 9999 },
        ])
          await client.connection.sendRequest(`textDocument/${method}`, { textDocument, position });
      await client.connection.sendRequest('textDocument/documentSymbol', { textDocument });
    }
    expect(client.logged).toEqual([]);
    const cancel = new CancellationTokenSource();
    const place = { textDocument: { uri: client.uriOf(shed) }, position: { line: 0, character: 0 } };
    // What is taken back waits behind these, so that it is not answered before.
    const before = Array.from({ length: 50 }, () =>
      client.connection.sendRequest('textDocument/documentSymbol', place),
    );
    const asked = client.connection.sendRequest('textDocument/hover', place, cancel.token);
    cancel.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await Promise.all(before);
  });
});

describe('the end of a session', () => {
  const exitOf = ({ process }: LanguageClient) =>
    new Promise((resolve) => process.once('exit', (code) => resolve(code)));

  it('is 0 where the editor takes leave', async () => {
    const ended = exitOf(client);
    await client.connection.sendRequest('shutdown');
    void client.connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  it('is 1 where it goes without', async () => {
    const other = startLanguageClient(project);
    await other.initialize();
    const ended = exitOf(other);
    void other.connection.sendNotification('exit');
    expect(await ended).toBe(1);
  });

  it.each(['nonsense\r\n\r\n{}', 'Content-Length: abc\r\n\r\n{}', 'Content-Length: 5\r\n\r\n{bad}'])(
    'says on standard error why it does not go on after %j',
    (input) => {
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(project, 'tools/labworks.mjs'), 'lsp', '--stdio'],
        { input, encoding: 'utf8' },
      );
      expect(status).toBe(1);
      expect(stderr).toMatch(
        /^labworks: what came over standard input is not the Language Server Protocol: .+\n$/,
      );
    },
  );
});
