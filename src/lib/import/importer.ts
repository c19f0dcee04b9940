import type { ConvertedPost, ImportContext } from './convert-post.ts';
import { convertPost } from './convert-post.ts';
import { createFileFinder } from './file-finder.ts';
import type { ImportInput, ImportSource } from './import-source.ts';
import { nothingMade } from './import-source.ts';
import type { ImportEngine } from './import-engine.ts';
import type { PostImport } from './import-report.ts';
import { openDocusaurus, openMarkdown } from './docusaurus.ts';
import { openGhost } from './ghost.ts';
import { openHugo } from './hugo.ts';
import { openJekyll } from './jekyll.ts';
import { planImport } from './plan-import.ts';
import type { SourcePost } from './source-post.ts';
import { openWordPress } from './wordpress.ts';

/** What posts are brought along from. */
export const importFormats = ['wordpress', 'hugo', 'jekyll', 'docusaurus', 'ghost', 'markdown'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What the names of files with many posts end with, where a folder is named. */
export const exportEndings: Readonly<Record<ImportFormat, readonly string[]>> = {
  wordpress: ['.xml'],
  hugo: [],
  jekyll: [],
  docusaurus: [],
  ghost: ['.json'],
  markdown: [],
};

/** Kinds of posts that need nothing which another program does not know. */
export const importKinds = ['field-notes', 'allegories'] as const;
export type ImportKind = (typeof importKinds)[number];

const readers: Readonly<Record<ImportFormat, (input: ImportInput) => ImportSource>> = {
  wordpress: openWordPress,
  hugo: openHugo,
  jekyll: openJekyll,
  docusaurus: openDocusaurus,
  ghost: openGhost,
  markdown: openMarkdown,
};

export interface ImportOptions {
  readonly format: ImportFormat;
  readonly kind: ImportKind;
  readonly engine: ImportEngine;
  readonly applyRepairs: boolean;
  /** The day that a post without one gets. */
  readonly today: string;
  /** Addresses of the pages that the site has. */
  readonly reserved?: ReadonlySet<string>;
}

/** An import under way. */
export interface ImportRun {
  /** How many posts there are. */
  readonly count: number;
  /** Each post as it is to be written, and what is told of what is none; nothing of it is kept. */
  items(): Iterable<ConvertedPost | PostImport>;
}

export function isConverted(item: ConvertedPost | PostImport): item is ConvertedPost {
  return 'text' in item;
}

export function openImport(input: ImportInput, { format, reserved, ...options }: ImportOptions): ImportRun {
  const source = readers[format](input);
  const plan = planImport(source.heads, options.kind, reserved);
  const { find } = createFileFinder(input.paths);
  const context: ImportContext = { ...options, plan, site: source.site, findFile: find, tags: new Map() };
  return {
    count: source.heads.length,
    *items() {
      const shown = new Set<string>();
      for (const item of source.posts()) {
        if (!('body' in item)) {
          yield item;
          continue;
        }
        const made = converted(item, context);
        if (isConverted(made)) for (const { id } of made.files) shown.add(id);
        yield made;
      }
      yield* unshown(source, shown, find);
    },
  };
}

/** A post that cannot be read is a fault of the tool, and keeps no other from coming along. */
function converted(post: SourcePost, context: ImportContext): ConvertedPost | PostImport {
  try {
    return convertPost(post, context);
  } catch (error) {
    const why = `It cannot be read, which is a fault of the tool: ${String(error)}.`;
    return nothingMade(post.source, 'post', post.line, post.title, why);
  }
}

/** Files of the source that no post shows. */
function* unshown(
  source: ImportSource,
  shown: ReadonlySet<string>,
  find: ImportContext['findFile'],
): Generator<PostImport> {
  for (const { source: name, line, address } of source.attachments) {
    const file = find(pathOf(address), '');
    if (file && shown.has(file.id)) continue;
    const why = file ? 'No post shows it.' : 'Its file did not come along.';
    yield {
      source: name,
      path: '',
      kept: {},
      changed: [],
      lost: [{ what: 'attachment', line, text: address, why }],
    };
  }
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : address;
}
