import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from '../../src/lib/bundle/make-bundle.ts';
import { rackParts } from '../lib/bundle/rack-bundle.ts';
import { checkWith } from '../lib/compiled/labworks.ts';
import type { Pwsh } from '../rehearsal/pwsh.ts';
import { canRehearse, findPwsh } from '../rehearsal/pwsh.ts';
import { createMachine } from '../rehearsal/run-script.ts';
import { machineOf } from '../rehearsal/world.ts';
import { findPester } from './pester.ts';

// The file of tests that lies beside a host script, run by Pester itself.

if (!canRehearse())
  console.warn(
    'The tests of bundles are not run in Pester here: that needs a .NET SDK 10 on Linux or macOS.',
  );

/** Pester fills in what stands in angle brackets in the name of a test. */
const vswitch = 'a <(New-Item -Path $env:TEMP -Name was-run)> b <State>';
const labwork = checkWith(rackParts(), { vswitch });

interface Told {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

describe.runIf(canRehearse())('the tests of a bundle, in Pester', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labworks-pester-'));
  let pwsh: Pwsh;
  let pester: string;
  beforeAll(() => {
    pwsh = findPwsh();
    pester = findPester();
    mkdirSync(join(folder, 'srv1'));
    for (const { path, bytes } of makeBundle(labwork, { site: 'https://blog.example' })!.files)
      if (path.startsWith('hosts/srv1/')) writeFileSync(join(folder, path.slice('hosts/'.length)), bytes);
    writeFileSync(
      join(folder, 'run.ps1'),
      [
        'param([string] $Name)',
        `Import-Module -Name '${pester}'`,
        `$container = New-PesterContainer -Path '${join(folder, 'srv1/Labwork.Tests.ps1')}' -Data @{ With = @{ HostName = $Name } }`,
        '$told = Invoke-Pester -Container $container -PassThru -Output None',
        '$names = { param($tests) ,@($tests | ForEach-Object { $_.ExpandedName }) }',
        `@{ passed = & $names $told.Passed; failed = & $names ($told.Failed + $told.FailedBlocks + $told.FailedContainers) } | ConvertTo-Json | Set-Content -LiteralPath '${join(folder, 'told.json')}'`,
      ].join('\n'),
    );
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is a test for each resource of the script, and runs nothing that stands in a name', async () => {
    const device = labwork.lab!.devices.find(({ name }) => name === 'srv1')!;
    const machine = createMachine(
      pwsh,
      'windows-server-2012-r2',
      join(folder, 'machine'),
      machineOf(device, 'windows-server-2012-r2'),
    );
    const told = async (name: string): Promise<Told> => {
      const run = await machine.run(join(folder, 'run.ps1'), ['-Name', name]);
      expect(run.calls, run.output).toEqual([]);
      expect(existsSync(join(folder, 'told.json')), run.output).toBe(true);
      return JSON.parse(readFileSync(join(folder, 'told.json'), 'utf8')) as Told;
    };
    const before = await told('srv1');
    expect(existsSync(join(machine.folder, 'temp/was-run'))).toBe(false);
    expect(before.passed).toEqual(['can be looked at']);
    expect(before.failed).toEqual([
      'step 9:3: Team T1 is as planned',
      'step 9:4: VirtualSwitch a _(New-Item -Path $env:TEMP -Name was-run)_ b _State_ is as planned',
    ]);
    const other = await told('another');
    expect(other.failed).toContain('can be looked at');
  }, 300_000);
});
