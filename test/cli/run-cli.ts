import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyProject, replaceContent } from '../../tools/copy-project.ts';

export const root = resolve(import.meta.dirname, '../..');
export const fixtures = join(root, 'test/fixtures/cli');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a user's shell would. */
export function labworks(
  args: readonly string[],
  input: string | Buffer = '',
  cwd = root,
  env: NodeJS.ProcessEnv = {},
  project = root,
): Outcome {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'src/cli/main.ts'), ...args],
    {
      cwd,
      input,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

/** A project whose content is the labwork of two parts of `test/fixtures/workshop`, in a folder to be removed. */
export function workshopProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'labworks-workshop-'));
  copyProject(folder);
  replaceContent(folder, join(root, 'test/fixtures/workshop'));
  return folder;
}

export interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly hint: string | null;
  readonly fix: { readonly safety: string } | null;
}

export interface JsonReport {
  readonly version: number;
  readonly files: readonly {
    readonly file: string;
    readonly diagnostics: readonly JsonDiagnostic[];
    readonly commands: readonly {
      readonly name: string;
      readonly line: number;
      readonly column: number;
      readonly support: string;
    }[];
  }[];
}

export function json({ out, err }: Outcome): JsonReport {
  try {
    return JSON.parse(out) as JsonReport;
  } catch {
    throw new Error(`no JSON: ${out.slice(0, 300)} ${err.slice(0, 600)}`);
  }
}

/** A copy of the fixture's content in a folder of its own. */
export function copyOfContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'labworks-cli-'));
  cpSync(join(fixtures, 'content'), folder, { recursive: true });
  return folder;
}

/** Replaces the first `from` of a file, which must be there. */
export function spoil(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not have ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

/** The line and column (from 1) of the first `marked` in a file. */
export function placeOf(path: string, marked: string): { readonly line: number; readonly column: number } {
  const before = readFileSync(path, 'utf8').split(marked)[0]!.split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
