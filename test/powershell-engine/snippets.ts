import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParseError, PowerShellEngine } from './engine.ts';

const folder = join(import.meta.dirname, 'snippets');
const recordsFile = join(import.meta.dirname, 'records/snippets.json');

/** A construct of the language, or one way of getting it wrong. */
export interface Snippet {
  /** `if-missing-block.ps1`. */
  readonly file: string;
  readonly text: string;
}

/** What the engine's parser says of a snippet: its errors by place. */
export type SnippetRecords = Readonly<
  Record<string, { readonly errors: readonly Pick<ParseError, 'id' | 'line' | 'column'>[] }>
>;

export function readSnippets(): readonly Snippet[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

export function readSnippetRecords(): SnippetRecords {
  return existsSync(recordsFile) ? (JSON.parse(readFileSync(recordsFile, 'utf8')) as SnippetRecords) : {};
}

/** Found on the machine the engine runs on, not in the text. */
const ofTheMachine = new Set(['ModuleNotFoundDuringParse', 'TypeNotFound', 'CustomAttributeTypeNotFound']);

export function isOfTheText({ id }: Pick<ParseError, 'id'>): boolean {
  return !ofTheMachine.has(id);
}

export async function askSnippets({ parse }: PowerShellEngine): Promise<SnippetRecords> {
  const records: Record<string, SnippetRecords[string]> = {};
  for (const { file, text } of readSnippets()) {
    const errors = (await parse(text)).filter(isOfTheText);
    records[file] = { errors: errors.map(({ id, line, column }) => ({ id, line, column })) };
  }
  return records;
}

/** Writes a snippet a line, so that a change of one shows as one. */
export function writeSnippetRecords(records: SnippetRecords): void {
  const lines = Object.entries(records).map(
    ([file, record]) => `  ${JSON.stringify(file)}: ${JSON.stringify(record)}`,
  );
  writeFileSync(recordsFile, `{\n${lines.join(',\n')}\n}\n`);
}
