import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/workspace/paths.ts';

const version = '5.7.1';

/** The manifest of Pester's module, as NuGet has it; it is brought where it is not there yet. Throws with the words of `dotnet`. */
export function findPester(): string {
  const folder = join(projectRoot, '.cache/pester');
  const manifest = join(folder, 'packages/pester', version, 'tools/Pester.psd1');
  if (existsSync(manifest)) return manifest;
  mkdirSync(folder, { recursive: true });
  const args = [
    'restore',
    join(import.meta.dirname, 'pester.csproj'),
    '--packages',
    join(folder, 'packages'),
    `-p:MSBuildProjectExtensionsPath=${join(folder, 'obj')}/`,
  ];
  const { stdout, stderr } = spawnSync('dotnet', args, {
    encoding: 'utf8',
    env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1' },
  });
  if (!existsSync(manifest)) throw new Error(`Pester ${version} cannot be had:\n${stdout}${stderr}`);
  return manifest;
}
