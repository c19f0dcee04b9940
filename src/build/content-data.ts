import { readComparison, readLab } from '../lib/engine.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import { digestOf } from '../workspace/digest.ts';
import type { Source } from '../workspace/content.ts';
import type { Digested } from './content.ts';

// Labs and comparisons are few and small: they are read anew by every update.

/** The values that hold, and what is wrong in any of the files. */
interface Data<Value> {
  readonly values: readonly Digested<Value>[];
  /** By id: the file that each was read from. */
  readonly paths: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

export const readLabs = (sources: readonly Source[], files: ReadonlyMap<string, SourceFile>) =>
  readData(sources, files, readLab);

export const readComparisons = (sources: readonly Source[], files: ReadonlyMap<string, SourceFile>) =>
  readData(sources, files, readComparison);

function readData<Value extends { readonly id: string }>(
  sources: readonly Source[],
  files: ReadonlyMap<string, SourceFile>,
  read: (file: SourceFile) => {
    readonly value?: Value | undefined;
    readonly diagnostics: readonly Diagnostic[];
  },
): Data<Value> {
  const results = sources.map(({ path, text }) => ({
    path,
    digest: digestOf(path, text),
    ...read(files.get(path)!),
  }));
  return {
    values: results.flatMap(({ value, digest }) => (value ? [{ ...value, digest }] : [])),
    paths: Object.fromEntries(results.flatMap(({ value, path }) => (value ? [[value.id, path]] : []))),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}
