import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'rolldown';
import { rolldown } from 'rolldown';

// Bundles what a browser loads to plan and bundle with a reader's values: `node tools/run.mjs tools/build-reader-engine.ts` tells how
// much that is, module by module with `--modules`.

const root = join(import.meta.dirname, '..');

/** A file that a browser loads. */
export interface ReaderFile {
  readonly name: string;
  /** `code` is loaded first, `facts` with it (data), `bundle` when somebody asks for a zip. */
  readonly part: 'code' | 'facts' | 'bundle';
  readonly text: string;
  /** Bytes as they travel. */
  readonly compressed: number;
  /** Bytes of each module in it, before compression. */
  readonly modules: ReadonlyMap<string, number>;
}

export async function buildReaderEngine(): Promise<readonly ReaderFile[]> {
  const bundle = await rolldown({
    input: { 'reader-engine': join(root, 'src/lib/reader-engine.ts') },
    cwd: root,
    platform: 'browser',
    // What the bundle needs as well stays where it is.
    preserveEntrySignatures: 'allow-extension',
    plugins: [withoutWordsForPeople],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({
    format: 'esm',
    minify: true,
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [{ name: 'facts', test: /\.json$/ }] },
  });
  await bundle.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry)!;
  // What the entry imports is loaded with it.
  const parts = new Map<string, ReaderFile['part']>();
  const visit = ({ fileName, imports }: (typeof chunks)[number]) => {
    if (parts.has(fileName)) return;
    parts.set(fileName, fileName.startsWith('facts') ? 'facts' : 'code');
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) visit(chunk);
  };
  visit(entry);
  return chunks.map((file): ReaderFile => {
    const modules = Object.entries(file.modules).map(
      ([path, { renderedLength }]) => [path.replace(`${root}/`, ''), renderedLength] as const,
    );
    const part = parts.get(file.fileName) ?? 'bundle';
    return {
      name: file.fileName,
      part,
      text: file.code,
      compressed: gzipSync(file.code, { level: 9 }).length,
      modules: new Map(modules),
    };
  });
}

/** What the tables say for people, and no line is read by. */
const forPeople = new Set(['effect', 'undo', 'notes', 'sources', 'provenance', 'limits', 'notices']);

const withoutWordsForPeople: Plugin = {
  name: 'tables without what is for people',
  transform: {
    filter: { id: /ios[\\/]tables[\\/][\w-]+\.json$/ },
    handler: (text) =>
      JSON.stringify(JSON.parse(text), (key, value: unknown) => (forPeople.has(key) ? undefined : value)),
  },
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = await buildReaderEngine();
  for (const { name, part, text, compressed, modules } of files) {
    console.log(`${name} (${part}): ${String(text.length)} bytes, ${String(compressed)} with gzip -9`);
    if (process.argv.includes('--modules'))
      for (const [module, bytes] of [...modules].sort((a, b) => b[1] - a[1]).slice(0, 60))
        console.log(`  ${String(bytes).padStart(7)} ${module}`);
  }
}
