import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import { windowsServers } from '../../src/lib/platforms/windows.ts';
import { createEngine } from '../../src/lib/engine.ts';
import { sliceOf } from '../../src/lib/source/slice.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import type { PowerShellEngine } from '../powershell-engine/engine.ts';
import { hasDotnet, startEngine } from '../powershell-engine/engine.ts';

const root = resolve(import.meta.dirname, '../..');
const path = join(root, 'tools/Export-CommandFacts.ps1');
const script = readFileSync(path, 'utf8');
const fixtures = join(root, 'test/fixtures/facts');

describe('Export-CommandFacts.ps1', () => {
  it.each([...windowsServers.slice(1), 'powershell-7'] as PowerShellPlatform[])(
    'is sound PowerShell of %s',
    (platform) => {
      const engine = createEngine({ catalogue: loadCatalogue() });
      const { diagnostics, commands } = engine.checkScript(sliceOf(createSourceFile(path, script)), platform);
      expect(diagnostics).toEqual([]);
      expect(commands.length).toBeGreaterThan(10);
    },
  );

  it('is plain ASCII, which every PowerShell reads alike', () => {
    expect(script).toMatch(/^[\n\x20-\x7e]*$/);
  });
});

// The engine has no utility module: what the script takes from it stands here.
const standIns = `
function Write-Output { param($InputObject) $InputObject }
function ConvertTo-Json {
    param($InputObject, $Depth, [switch]$Compress)
    if ($InputObject -is [System.Collections.IDictionary]) {
        $pairs = foreach ($key in $InputObject.Keys) { (ConvertTo-Json ([string]$key)) + ':' + (ConvertTo-Json $InputObject[$key]) }
        return '{' + (@($pairs) -join ',') + '}'
    }
    if ($InputObject -is [array]) { return '[' + (@(foreach ($one in $InputObject) { ConvertTo-Json $one }) -join ',') + ']' }
    if ($InputObject -is [string]) { return [System.Text.Json.JsonEncodedText]::Encode($InputObject).ToString() -replace '^|$', '"' }
    [string]$InputObject
}
function Sort-Object {
    param([Parameter(ValueFromPipeline)] $InputObject, [string] $Property)
    begin { $all = @() }
    process { $all += $InputObject }
    end {
        $keys = [string[]]@(foreach ($one in $all) { [string]$one.$Property })
        $items = [object[]]$all
        [array]::Sort($keys, $items)
        $items
    }
}
`;

describe.skipIf(!hasDotnet())('Export-CommandFacts.ps1 in PowerShell’s own engine', () => {
  let engine: PowerShellEngine;
  let folder = '';
  beforeAll(async () => {
    engine = await startEngine();
    folder = mkdtempSync(join(tmpdir(), 'command-facts-'));
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('parses without an error', async () => {
    expect(await engine.parse(script)).toEqual([]);
  });

  it('writes of a module what the fixture holds', async () => {
    const out = join(folder, 'facts.json');
    const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
    await engine.load(
      'export',
      `${standIns}
      & ([scriptblock]::Create([IO.File]::ReadAllText(${quoted(path)}))) -Module ${quoted(join(fixtures, 'Bench.Tools.psm1'))} -Path ${quoted(out)} -Platform windows-server-2022`,
    );
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(
      JSON.parse(readFileSync(join(fixtures, 'bench-tools.json'), 'utf8')),
    );
  });
});
