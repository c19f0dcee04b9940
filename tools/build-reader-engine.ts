import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { build } from 'vite';

// Bundles what a browser loads to plan and bundle with a reader's values, by Vite as the site is: `node tools/run.mjs
// tools/build-reader-engine.ts` tells how much that is, module by module with `--modules`.

const root = join(import.meta.dirname, '..');

/** A file that a browser loads. */
export interface ReaderFile {
  readonly name: string;
  /** `code` is loaded first, `facts` with it (data), `bundle` when somebody asks for a zip. */
  readonly part: 'code' | 'facts' | 'bundle';
  readonly text: string;
  /** Bytes as they travel: what servers of static files send to every browser of today, and what the simplest of them send. */
  readonly brotli: number;
  readonly gzip: number;
  /** Bytes of each module in it, before compression. */
  readonly modules: ReadonlyMap<string, number>;
}

export async function buildReaderEngine(): Promise<readonly ReaderFile[]> {
  const built = await build({
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [withoutWordsForPeople],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: { 'reader-engine': join(root, 'src/lib/reader-engine.ts') },
        // What the bundle needs as well stays where it is.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          codeSplitting: { groups: [{ name: 'facts', test: /\.json$/ }] },
        },
      },
    },
  });
  if (!('output' in built)) throw new Error('Vite has made something else than one bundle of files.');
  const { output } = built;
  const chunks = output.filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry)!;
  // What the entry imports is loaded with it.
  const parts = new Map<string, ReaderFile['part']>();
  const visit = ({ fileName, imports }: Rolldown.OutputChunk) => {
    if (parts.has(fileName)) return;
    parts.set(fileName, fileName.startsWith('facts') ? 'facts' : 'code');
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) visit(chunk);
  };
  visit(entry);
  return chunks.map((file): ReaderFile => {
    const modules = Object.entries(file.modules).map(
      ([path, { renderedLength }]) => [path.replace(`${root}/`, ''), renderedLength] as const,
    );
    return {
      name: file.fileName,
      part: parts.get(file.fileName) ?? 'bundle',
      text: file.code,
      brotli: brotliCompressSync(file.code).length,
      gzip: gzipSync(file.code, { level: 9 }).length,
      modules: new Map(modules),
    };
  });
}

/** What the tables say for people and for those who find faults, and no line is read by. */
const forPeople = new Set([
  'verified',
  'effect',
  'undo',
  'notes',
  'sources',
  'provenance',
  'limits',
  'notices',
]);

const withoutWordsForPeople: Plugin = {
  name: 'tables without what is for people',
  // Before they are made modules.
  enforce: 'pre',
  transform: {
    filter: { id: /ios[\\/]tables[\\/][\w-]+\.json$/ },
    handler: (text) =>
      JSON.stringify(JSON.parse(text), (key, value: unknown) => (forPeople.has(key) ? undefined : value)),
  },
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = await buildReaderEngine();
  for (const { name, part, text, brotli, gzip, modules } of files) {
    console.log(
      `${name} (${part}): ${String(text.length)} bytes, ${String(brotli)} with brotli, ${String(gzip)} with gzip -9`,
    );
    if (process.argv.includes('--modules'))
      for (const [module, bytes] of [...modules].sort((a, b) => b[1] - a[1]).slice(0, 60))
        console.log(`  ${String(bytes).padStart(7)} ${module}`);
  }
}
