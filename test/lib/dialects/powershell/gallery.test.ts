import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import type { GalleryNames } from '../../../../src/lib/dialects/powershell/catalogue/gallery.ts';
import { describePowerShell } from '../../../../src/lib/dialects/powershell/assistance/describe.ts';
import { createPowerShell } from '../../../../src/lib/dialects/powershell/powershell.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { catalogueFolder, readCatalogue } from './powershell.ts';

const platform = 'windows-server-2022';
const shipped = JSON.parse(readFileSync(join(catalogueFolder, 'gallery.json'), 'utf8')) as GalleryNames;

/** What is told of blocks on one device, and how often the gallery was opened for them. */
function read(...blocks: readonly string[]) {
  let opened = 0;
  const catalogue = createCatalogue({ ...readCatalogue(), gallery: () => (opened++, shipped) });
  const powershell = createPowerShell(catalogue);
  let session = powershell.start({ name: 'a', platform });
  const readings = blocks.map((text) => {
    const reading = powershell.read(sliceOf(createSourceFile('block.ps1', text)), session);
    session = reading.session;
    return reading;
  });
  const last = readings.at(-1)!;
  return {
    opened,
    told: last.diagnostics.map(({ rule }) => rule),
    commands: last.commands.map(({ name, support }) => `${name} ${support}`),
    note: describePowerShell(last.commands[0]!, 0, { platform } as never, catalogue)?.lines.join(' '),
  };
}

describe('modules of the PowerShell Gallery', () => {
  it.each([
    ['Connect-AzAccount', 'Az.Accounts'],
    ['new-azvm', 'Az.Compute'],
    ['Get-AzVirtualNetwork', 'Az.Network'],
    ['Invoke-Sqlcmd', 'SqlServer'],
    ['Install-WindowsUpdate', 'PSWindowsUpdate'],
    ['New-SSHSession', 'Posh-SSH'],
  ])('are known by the names of their commands: %s of %s', (name, module) => {
    const { told, commands, note } = read(`${name} -Anything 1`);
    expect(told).toEqual([]);
    expect(commands[0]).toMatch(new RegExp(`^${name} unknown$`, 'i'));
    expect(note).toContain(`of the module \`${module}\` of the PowerShell Gallery`);
    expect(note).toContain('its parameters are not checked');
  });

  it('bring no silence where they are imported', () => {
    expect(read('Import-Module Az.Accounts, SqlServer', 'Get-VMSwich').told).toEqual([
      'powershell/unknown-command',
    ]);
    expect(read('Import-Module Theirs', 'Get-VMSwich').told).toEqual([]);
  });

  it('cost nothing where nothing of theirs is met, and are opened once', () => {
    expect(read('Import-Module Hyper-V\nGet-VM -Name a | Start-VM\n$a = Get-Date').opened).toBe(0);
    expect(read('Connect-AzAccount\nGet-AzVM\nGet-Nothing').opened).toBe(1);
  });

  it('are named with where their names come from', () => {
    for (const module of Object.keys(shipped.modules))
      expect(shipped.notice.some((line) => line.includes(module))).toBe(true);
  });
});
