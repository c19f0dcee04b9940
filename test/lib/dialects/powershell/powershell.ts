import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CodeReading } from '../../../../src/lib/dialects/dialect.ts';
import type { PowerShellCommand } from '../../../../src/lib/dialects/powershell/command.ts';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import type {
  CatalogueIndex,
  ModuleFacts,
} from '../../../../src/lib/dialects/powershell/catalogue/catalogue-format.ts';
import type { CatalogueSource } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { createPowerShell } from '../../../../src/lib/dialects/powershell/powershell.ts';
import type { PowerShellSession } from '../../../../src/lib/dialects/powershell/binding/session.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';

export const catalogueFolder = resolve(
  import.meta.dirname,
  '../../../../src/lib/dialects/powershell/catalogue',
);

export function readCatalogue(opened: string[] = []): CatalogueSource {
  return {
    index: JSON.parse(readFileSync(join(catalogueFolder, 'index.json'), 'utf8')) as CatalogueIndex,
    module(name) {
      opened.push(name);
      return JSON.parse(
        readFileSync(join(catalogueFolder, 'modules', `${name}.json`), 'utf8'),
      ) as ModuleFacts;
    },
  };
}

export const powershell = createPowerShell(createCatalogue(readCatalogue()));

export function analyze(
  text: string,
  platform: PowerShellPlatform = 'windows-server-2012-r2',
  session: PowerShellSession = powershell.start({ name: 'smb1', platform }),
): CodeReading<PowerShellSession, PowerShellCommand> {
  return powershell.read(sliceOf(createSourceFile('block.ps1', text)), session);
}

/** `1:14-26 powershell/missing-value`, one a diagnostic, of a script that stands for itself. */
export function reported(text: string, platform?: PowerShellPlatform): string[] {
  return analyze(text, platform)
    .diagnostics.filter(({ rule }) => !powershell.bundleRules.has(rule))
    .map(({ rule, range }) => `${range.start.line}:${range.start.column}-${range.end.column} ${rule}`);
}

/** `Get-VM supported`, one a command. */
export function listed(text: string, platform?: PowerShellPlatform): string[] {
  return analyze(text, platform).commands.map(({ name, support }) => `${name} ${support}`);
}
