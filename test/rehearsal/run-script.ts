import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { Pwsh } from './pwsh.ts';
import type { Residents } from './resident.ts';
import type { Call, Fault, World } from './world.ts';
import { restarted } from './world.ts';
import { moduleFolders, windowsFolder } from './windows.ts';

/** What a run of a script came to. */
export interface Run {
  /** Of the process; `killed` where it ended by a signal. */
  readonly code: number | 'killed';
  readonly output: string;
  /** What was begun to be changed in it, in order. */
  readonly calls: readonly Call[];
  readonly world: World;
  readonly way: Way;
}

/** Whether a script is run in a process of its own, as a person does it, or in a runspace of a process that stays. */
export type Way = 'process' | 'runspace';

/** How long a process may take in earnest. */
const patience = 300_000;

/** A machine on disk: its state and its %ProgramData%, which outlive the processes. */
export interface Machine {
  readonly platform: PowerShellPlatform;
  readonly folder: string;
  read(): World;
  write(world: World): void;
  /** Runs a script file on it as `pwsh -File` does: in a process, unless another way is said. */
  run(script: string, args: readonly string[], faults?: readonly Fault[], way?: Way): Promise<Run>;
}

export function createMachine(
  pwsh: Pwsh,
  platform: PowerShellPlatform,
  folder: string,
  world: World,
  residents?: Residents,
): Machine {
  const windows = windowsFolder(pwsh, platform);
  const file = join(folder, 'world.json');
  const programData = join(folder, 'ProgramData');
  mkdirSync(programData, { recursive: true });
  mkdirSync(join(folder, 'temp'), { recursive: true });
  const read = () => JSON.parse(readFileSync(file, 'utf8')) as World;
  const write = (next: World) => writeFileSync(file, JSON.stringify(next));
  write(world);
  return {
    platform,
    folder,
    read,
    write,
    async run(script, args, faults = [], way = 'process') {
      const before = read();
      if (before.computer.goingDown) restarted(before);
      write({ ...before, faults: [...faults], log: [], never: false });
      const folders = moduleFolders(windows, before.features);
      const modules = folders.modules.join(':');
      const environment = {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        XDG_CONFIG_HOME: join(windows, 'config'),
        XDG_CACHE_HOME: join(windows, 'cache'),
        XDG_DATA_HOME: join(windows, 'data'),
        PSModulePath: modules,
        REHEARSAL_MODULES: modules,
        REHEARSAL_ROLES: folders.roles,
        REHEARSAL_WORLD: file,
        COMPUTERNAME: before.computer.name,
        USERNAME: 'Administrator',
        USERDOMAIN: before.computer.name,
        ProgramData: programData,
        SystemRoot: join(folder, 'Windows'),
        TEMP: join(folder, 'temp'),
        TMPDIR: join(folder, 'temp'),
        NO_COLOR: '1',
        POWERSHELL_TELEMETRY_OPTOUT: '1',
        POWERSHELL_UPDATECHECK: 'Off',
        DOTNET_TieredPGO: '0',
      };
      const profile = join(windows, 'config/powershell/profile.ps1');
      const { code, output } =
        way === 'runspace' && residents
          ? await residents.run({ profile, script, args, folder, environment })
          : await runProcess(pwsh, script, args, folder, environment);
      const after = read();
      if (output.includes('REHEARSAL:')) throw new Error(`The stand-ins failed:\n${output}`);
      return {
        code: code ?? 'killed',
        output,
        calls: after.log,
        world: after,
        way: residents ? way : 'process',
      };
    },
  };
}

async function runProcess(
  pwsh: Pwsh,
  script: string,
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(pwsh[0], [...pwsh.slice(1), '-NonInteractive', '-File', script, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return { code, output };
}
