import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParseError, PowerShellEngine } from './engine.ts';
import { recordsText } from './records.ts';

const folder = join(import.meta.dirname, 'snippets');
const recordsFile = join(import.meta.dirname, 'records/snippets.json');

/** A construct of the language, or one way of getting it wrong. */
export interface Snippet {
  /** `if-missing-block.ps1`. */
  readonly file: string;
  readonly text: string;
}

/** What the engine's parser says of each snippet, by its file: its errors by place. */
export type SnippetVerdicts = Readonly<
  Record<string, { readonly errors: readonly Pick<ParseError, 'id' | 'line' | 'column'>[] }>
>;

export interface SnippetRecords {
  /** Version of the engine that was asked. */
  readonly engine: string;
  /** ISO date on which it was asked. */
  readonly date: string;
  readonly verdicts: SnippetVerdicts;
}

export function readSnippets(): readonly Snippet[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** Undefined where nothing was recorded yet. */
export function readSnippetRecords(): SnippetRecords | undefined {
  return existsSync(recordsFile)
    ? (JSON.parse(readFileSync(recordsFile, 'utf8')) as SnippetRecords)
    : undefined;
}

/** Found on the machine the engine runs on, not in the text. */
const ofTheMachine = new Set(['ModuleNotFoundDuringParse', 'TypeNotFound', 'CustomAttributeTypeNotFound']);

export function isOfTheText({ id }: Pick<ParseError, 'id'>): boolean {
  return !ofTheMachine.has(id);
}

export async function askSnippets({ parse }: PowerShellEngine): Promise<SnippetVerdicts> {
  const verdicts: Record<string, SnippetVerdicts[string]> = {};
  for (const { file, text } of readSnippets()) {
    const errors = (await parse(text)).filter(isOfTheText);
    verdicts[file] = { errors: errors.map(({ id, line, column }) => ({ id, line, column })) };
  }
  return verdicts;
}

export function writeSnippetRecords(records: SnippetRecords): void {
  writeFileSync(recordsFile, recordsText(records));
}
