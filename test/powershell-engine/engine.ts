import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const folder = import.meta.dirname;
const program = join(folder, 'bin/Release/net10.0/powershell-engine.dll');

/** An error of the engine's parser: 1-based lines and columns of UTF-16 units, ends exclusive. */
export interface ParseError {
  readonly id: string;
  readonly message: string;
  /** Counts the errors of a text, from 0, as the parser found them; they are listed by place. */
  readonly found: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** An error of running a line; `line` and `column` are missing where the engine names no place. */
export interface BindError {
  /** Cause, without the command: `MissingArgument`. */
  readonly id: string;
  readonly message: string;
  readonly command?: string | null;
  readonly parameter?: string | null;
  readonly line?: number;
  readonly column?: number;
}

/** A command that ran: what the binder gave it. */
export interface BoundCommand {
  readonly name: string;
  readonly set: string;
  readonly parameters: readonly string[];
}

/** PowerShell's own engine in a process of its own. */
export interface PowerShellEngine {
  /** `7.6.9`. */
  readonly version: string;
  parse(text: string): Promise<readonly ParseError[]>;
  /** Makes the runspace of a platform: runs a script of stand-ins, then adds aliases (name to target). */
  load(platform: string, script: string, aliases?: Readonly<Record<string, string>>): Promise<void>;
  /** Runs a line against the stand-ins of a platform. */
  bind(
    platform: string,
    text: string,
  ): Promise<{ readonly errors: readonly BindError[]; readonly commands: readonly BoundCommand[] }>;
  /**
   * Runs a script file, after `setup` that defines what it calls, with `-Step` where steps are given. What it did is what it added to
   * `$global:Said`.
   */
  run(
    setup: string,
    text: string,
    steps?: readonly string[],
  ): Promise<{ readonly said: readonly string[]; readonly errors: readonly string[] }>;
  stop(): Promise<void>;
}

/** Whether a .NET SDK is here that can build the engine's host. */
export function hasDotnet(): boolean {
  const { status, stdout } = spawnSync('dotnet', ['--list-sdks'], { encoding: 'utf8' });
  return status === 0 && stdout.split('\n').some((line) => Number.parseInt(line, 10) >= 10);
}

/** Builds the host, where it is not built yet, and starts it. Throws with the build's own words where that fails. */
export async function startEngine(): Promise<PowerShellEngine> {
  const once = () =>
    spawnSync('dotnet', ['build', folder, '-c', 'Release', '-v', 'quiet', '--nologo'], { encoding: 'utf8' });
  const first = once();
  // Two that build at the same moment stand in each other's way.
  const build = first.status === 0 ? first : once();
  if (build.status !== 0) throw new Error(`The host of PowerShell’s engine does not build:\n${build.stdout}`);
  const child = spawn('dotnet', [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: { readonly resolve: (line: string) => void; readonly reject: (error: Error) => void }[] = [];
  createInterface({ input: child.stdout, crlfDelay: Infinity }).on('line', (line) =>
    waiting.shift()?.resolve(line),
  );
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  child.on('close', (code) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`PowerShell’s engine ended with ${code}`));
  });
  const ask = async <Answer>(request: object): Promise<Answer> => {
    const line = await new Promise<string>((resolve, reject) => {
      waiting.push({ resolve, reject });
      child.stdin.write(`${JSON.stringify(request)}\n`);
    });
    const answer = JSON.parse(line) as Answer & { readonly failed?: string };
    if (answer.failed !== undefined) throw new Error(`PowerShell’s engine: ${answer.failed}`);
    return answer;
  };
  const { engine } = await ask<{ readonly engine: string }>({ op: 'version' });
  return {
    version: engine,
    parse: async (text) =>
      (await ask<{ readonly errors: readonly ParseError[] }>({ op: 'parse', text })).errors,
    load: async (platform, script, aliases = {}) => {
      const { errors } = await ask<{ readonly errors: readonly BindError[] }>({
        op: 'load',
        platform,
        script,
        aliases,
      });
      if (errors[0]) throw new Error(`The stand-ins of ${platform} do not load: ${errors[0].message}`);
    },
    bind: async (platform, text) => {
      const { errors, commands } = await ask<Awaited<ReturnType<PowerShellEngine['bind']>>>({
        op: 'bind',
        platform,
        text,
      });
      // What is splatted from a hashtable comes in another order in every process of .NET.
      return {
        errors,
        commands: commands.map((command) => ({ ...command, parameters: command.parameters.toSorted() })),
      };
    },
    run: (setup, text, steps) => ask({ op: 'run', setup, text, ...(steps && { steps }) }),
    stop: () => {
      child.stdin.end();
      return ended;
    },
  };
}
