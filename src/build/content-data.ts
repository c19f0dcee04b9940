import { loadFigures, readAccuracyReport, readComparison, readRecords, readLab } from '../lib/engine.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import { digestOf } from '../workspace/digest.ts';
import type { PageMode } from '../workspace/paths.ts';
import { collectionFile } from '../workspace/paths.ts';
import type { DrawingView, FigureView } from '../site/types/figure.ts';
import { readCacheFile } from '../workspace/cache-files.ts';
import type { CachedCollection } from '../workspace/cached-values.ts';
import type { Source } from '../workspace/content.ts';
import { pictureKey } from '../workspace/content.ts';
import type { Digested } from './content.ts';

// Labs, comparisons and reports are few and small: they are read anew by every update.

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

/** Reports of measurements, by id. */
export const readReports = (sources: readonly Source[], files: ReadonlyMap<string, SourceFile>) => {
  const read = sources.map(({ path }) => ({ id: idOf(path), ...readAccuracyReport(files.get(path)!) }));
  return {
    values: new Map(read.flatMap(({ id, value }) => (value ? [[id, value] as const] : []))),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
};

/** What is wrong with what was recorded of PowerShell's own engine, and of rehearsals. */
export const checkRecords = (sources: readonly Source[], files: ReadonlyMap<string, SourceFile>) =>
  sources.flatMap(({ path }) => readRecords(files.get(path)!).diagnostics);

function idOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.json$/, '');
}

/** Drawings; one that pages were given before, of the same text and by the same tools, is taken as it was. */
export async function readFigures(
  sources: readonly Source[],
  files: ReadonlyMap<string, SourceFile>,
  tools: string,
  mode: PageMode,
): Promise<Data<DrawingView>> {
  const stored = readCacheFile<CachedCollection>(collectionFile('figures', mode)) ?? {};
  const known = new Map(
    Object.values(stored).flatMap(({ data }) => {
      const figure = data as FigureView;
      return figure.kind === 'drawing' ? [[figure.digest, figure] as const] : [];
    }),
  );
  const results = sources.map(({ path, text }) => ({ path, text, digest: digestOf(tools, path, text) }));
  const { readFigure } = results.every(({ digest }) => known.has(digest))
    ? { readFigure: undefined }
    : await loadFigures();
  const read = results.map(({ path, text, digest }) => {
    const value = known.get(digest);
    if (value || !readFigure) return { value, diagnostics: [] };
    const made = readFigure(files.get(path)!);
    const id = pictureKey(path);
    const view = { kind: 'drawing', id, url: drawingUrl(id, text), digest } as const;
    return { value: made.value && { ...made.value, ...view }, diagnostics: made.diagnostics };
  });
  return {
    values: read.flatMap(({ value }) => value ?? []),
    paths: Object.fromEntries(
      read.flatMap(({ value }, index) => (value ? [[value.id, results[index]!.path]] : [])),
    ),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A drawing beside a post has no name that the site knows only once, nor one that must be an address. */
function drawingUrl(id: string, text: string): string {
  return `/figures/${id.includes('/') ? digestOf(id, text) : id}.svg`;
}

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
