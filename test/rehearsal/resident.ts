import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../src/workspace/paths.ts';
import type { Pwsh } from './pwsh.ts';

/** A script that is to be run in a runspace. */
export interface ResidentRun {
  readonly profile: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface ResidentResult {
  /** Null where the run was killed. */
  readonly code: number | null;
  readonly output: string;
}

/** PowerShells that stay, and run scripts in runspaces: starting one and warming it up takes longer than most scripts. */
export interface Residents {
  run(asked: ResidentRun): Promise<ResidentResult>;
  close(): void;
}

const sources = join(import.meta.dirname, 'resident');
/** A process holds on to what was killed in it: then another takes its place. */
const mostHeld = 30;
const patience = 300_000;

/** That many processes at most, each with one run at a time. */
export function createResidents(pwsh: Pwsh, count: number): Residents {
  const idle: Resident[] = [];
  const waiting: ((resident: Resident) => void)[] = [];
  let started = 0;
  const give = (resident: Resident) => {
    const next = waiting.shift();
    if (next) next(resident);
    else idle.push(resident);
  };
  const take = async () => {
    const free = idle.pop();
    if (free) return free;
    if (started < count) {
      started++;
      return startResident(pwsh);
    }
    return new Promise<Resident>((resolve) => waiting.push(resolve));
  };
  return {
    async run(asked) {
      let resident = await take();
      try {
        const answer = await resident.ask(asked);
        if (answer.held >= mostHeld) {
          resident.end();
          resident = startResident(pwsh);
        }
        return answer;
      } catch (error) {
        resident.end();
        resident = startResident(pwsh);
        throw error;
      } finally {
        give(resident);
      }
    },
    close() {
      for (const resident of idle) resident.end();
    },
  };
}

interface Resident {
  ask(asked: ResidentRun): Promise<ResidentResult & { readonly held: number }>;
  end(): void;
}

function startResident(pwsh: Pwsh): Resident {
  const folder = join(projectRoot, '.cache/rehearsal/resident');
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(join(sources, 'Resident.cs'));
  const assembly = join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.dll`);
  const script = join(sources, 'resident.ps1');
  const child: ChildProcessWithoutNullStreams = spawn(
    pwsh[0],
    [...pwsh.slice(1), '-NoProfile', '-NonInteractive', '-File', script, assembly],
    {
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        NO_COLOR: '1',
        POWERSHELL_TELEMETRY_OPTOUT: '1',
        POWERSHELL_UPDATECHECK: 'Off',
        DOTNET_TieredPGO: '0',
      },
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
  let answered: ((line: string) => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => answered?.(line));
  child.on('close', () => failed?.(new Error(`The resident PowerShell is gone:\n${said}`)));
  return {
    async ask(asked) {
      said = '';
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      const line = await new Promise<string>((resolve, reject) => {
        answered = resolve;
        failed = reject;
        child.stdin.write(`${JSON.stringify(asked)}\n`);
      }).finally(() => clearTimeout(timer));
      const answer = JSON.parse(line) as ResidentResult & { readonly held: number };
      return { ...answer, output: answer.output + said };
    },
    end() {
      failed = undefined;
      child.kill('SIGKILL');
    },
  };
}
