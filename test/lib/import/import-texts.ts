import { createEngine, createSourceFile, loadImporter } from '../../../src/lib/engine.ts';
import type { ConvertedPost } from '../../../src/lib/import/convert-post.ts';
import type { ImportFormat } from '../../../src/lib/import/importer.ts';
import type { PostImport } from '../../../src/lib/import/import-report.ts';
import { loadCatalogue } from '../../../src/workspace/facts.ts';

const engine = createEngine({ catalogue: loadCatalogue() });
const { openImport, isConverted } = await loadImporter();

export interface Imported {
  /** By path. */
  readonly posts: ReadonlyMap<string, ConvertedPost>;
  readonly reports: readonly PostImport[];
}

/** Imports texts by their paths; `pictures` are paths of files that lie with them. */
export function importTexts(
  format: ImportFormat,
  texts: Readonly<Record<string, string>>,
  {
    pictures = [],
    applyRepairs = false,
    chunk = 700,
  }: { pictures?: readonly string[]; applyRepairs?: boolean; chunk?: number } = {},
): Imported {
  const input = {
    name: 'archive',
    paths: [...Object.keys(texts), ...pictures],
    exports: Object.keys(texts).filter((path) => /\.(?:xml|json)$/.test(path)),
    read: (path: string) => texts[path],
    *chunks(path: string) {
      const text = texts[path] ?? '';
      for (let at = 0; at < text.length; at += chunk) yield text.slice(at, at + chunk);
    },
  };
  const run = openImport(input, {
    format,
    kind: 'field-notes',
    engine,
    applyRepairs,
    today: '2026-01-01',
    reserved: new Set(['/about/']),
  });
  const posts = new Map<string, ConvertedPost>();
  const reports: PostImport[] = [];
  for (const item of run.items()) {
    if (isConverted(item)) posts.set(item.path, item);
    reports.push(isConverted(item) ? item.report : item);
  }
  return { posts, reports };
}

/** What the engine says of a post that was made, but for what only the whole content tells. */
export function errorsIn({ path, text }: ConvertedPost): readonly string[] {
  const guide = engine.readGuide(createSourceFile(`src/content/${path}`, text));
  const [checked] = engine.checkLabwork([guide], new Map()).guides;
  return (checked?.diagnostics ?? guide.diagnostics)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);
}
