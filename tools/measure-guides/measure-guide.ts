import type { Diagnostic } from '../../src/lib/diagnostics/diagnostic.ts';
import type { Engine } from '../../src/lib/engine.ts';
import { createSourceFile } from '../../src/lib/engine.ts';
import type { PlatformId } from '../../src/lib/platforms/platforms.ts';
import type { SourceFile } from '../../src/lib/source/source-file.ts';
import { blocksOfGuide, postOfBlocks } from './guide-post.ts';

/** What the check says of a guide. */
export interface GuideMeasure {
  readonly blocks: number;
  readonly commands: number;
  /** Names of what the facts do not have, once for each place. */
  readonly unknown: readonly UnknownCommand[];
  /** What the check calls wrong, with its block and the line of the guide. */
  readonly errors: readonly GuideError[];
  readonly warnings: number;
  /** The post that the diagnostics are about. */
  readonly post: SourceFile;
}

export interface UnknownCommand {
  readonly name: string;
  readonly kind: UnknownKind;
}

/** Of a product that is not part of Windows; a file that the guide brings along; anything else. */
export type UnknownKind = 'product' | 'file' | 'command';

export interface GuideError {
  /** From 0. */
  readonly block: number;
  readonly line: number;
  readonly diagnostic: Diagnostic;
}

/** By the beginning of the noun, as such modules name their commands to stay apart. */
const products =
  /^[A-Za-z]+-(?:Az(?=[A-Z])|AzureRm|AzStack|AzsHci|Mg[A-Z]|Msol|Entra|PnP|SPO?[A-Z]|Sql|Dba|SC[A-Z]|VI[A-Z]|VApp|ESX|Veeam|SSH|SFTP|SCP|PSWindowsUpdate|WindowsUpdate$|WU|Exchange|Mailbox|Dell|UCS|NSX|Octopus|Docker|Container|Intune|Chocolatey|Pester|Lab[A-Z]|Domain(?=[A-Z]|$)|Forest(?=[A-Z])|InterestingDomain)/;

/** Programs that are no part of Windows, and run in guides for it. */
const otherPrograms =
  /^(?:docker(?:-compose|d)?|kubectl|crictl|vagrant|VBoxManage|az|gh|git|openssl|hashcat|crackmapexec|python3?|pip3?|npm|choco|code|ssh2john|[\w-]+\.py)(?:\.exe)?$/i;

/** Sorts an unknown name: `Get-AzVM` is a product's, `.\setup.exe` and `C:\new.ps1` are files. */
export function unknownKind(name: string): UnknownKind {
  if (/[\\/]|\.(?:ps1|cmd|bat|vbs|msi)$/i.test(name)) return 'file';
  return products.test(name) || otherPrograms.test(name) ? 'product' : 'command';
}

/** Checks a guide as a post for `platform`. Blocks that call no command by a name are counted as blocks alone. */
export function measureGuide(
  engine: Engine,
  guide: { readonly path: string; readonly text: string; readonly platform: PlatformId },
): GuideMeasure {
  const blocks = blocksOfGuide(guide.path, guide.text);
  const { text, places } = postOfBlocks(blocks, guide.platform);
  const post = createSourceFile('field-notes/guide.md', text);
  const [checked] = engine.checkLabwork([engine.readGuide(post)], new Map()).guides;
  const commands = checked!.blocks.flatMap((block) => block.commands);
  // A variable or a script block that is called has no name that facts could know.
  const named = commands.filter(({ name }) => !/^(?:&|\.|\{…\})$/.test(name));
  return {
    blocks: blocks.length,
    commands: named.length,
    unknown: named
      .filter(({ support }) => support === 'unknown')
      .map(({ name }) => ({ name, kind: unknownKind(name) })),
    errors: checked!.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map((diagnostic) => {
        const place = places.get(diagnostic.range.start.line);
        return { block: place?.block ?? -1, line: place?.line ?? 0, diagnostic };
      }),
    warnings: checked!.diagnostics.filter(({ severity }) => severity === 'warning').length,
    post,
  };
}
