import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasDotnet } from '../powershell-engine/engine.ts';

/** The version of PowerShell that scripts are rehearsed in. */
export const pwshVersion = '7.6.9';

const folder = join(import.meta.dirname, 'bin');
// Not the tool’s own program, which starts this one as a process of its own: who is to be killed must be the one that is started.
const program = join(
  folder,
  `.store/powershell/${pwshVersion}/powershell/${pwshVersion}/tools/net10.0/any/unix/pwsh.dll`,
);

/** How a PowerShell is started: a program, and its first arguments. */
export type Pwsh = readonly [program: string, ...args: string[]];

/** Whether PowerShell is here, or can be had. What it is told to do needs the signals and devices of Unix. */
export function canRehearse(): boolean {
  return process.platform !== 'win32' && hasDotnet();
}

/** A PowerShell of that version, which is installed as a .NET tool where it is not there yet. Throws with the installer’s words. */
export function findPwsh(): Pwsh {
  if (!existsSync(program)) {
    const args = ['tool', 'install', 'PowerShell', '--version', pwshVersion, '--tool-path', folder];
    const { status, stdout, stderr } = spawnSync('dotnet', args, {
      encoding: 'utf8',
      env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1' },
    });
    if (status !== 0 && !existsSync(program))
      throw new Error(`PowerShell ${pwshVersion} cannot be installed:\n${stdout}${stderr}`);
  }
  return ['dotnet', program];
}
