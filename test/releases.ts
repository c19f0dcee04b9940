import { createHash } from 'node:crypto';
import type { Diagnostic } from '../src/lib/diagnostics/diagnostic.ts';
import type { PostDataOf } from '../src/lib/guide/front-matter.ts';
import type { Guide } from '../src/lib/guide/guide.ts';
import type { ReleaseComparison, StoredReleases } from '../src/lib/ledger/releases/check-releases.ts';
import { checkReleases } from '../src/lib/ledger/releases/check-releases.ts';
import type { StatusEvent } from '../src/lib/ledger/releases/status.ts';
import { statusText, withEvent } from '../src/lib/ledger/releases/status.ts';
import { createSourceFile } from '../src/lib/source/source-file.ts';

// Releases as examples and tests write them: in few words, and with digests of names for those of bytes.

type WrittenEvent =
  | {
      readonly kind: 'release';
      readonly version: string;
      readonly date: string;
      readonly posts: readonly string[];
    }
  | {
      readonly kind: 'yank';
      readonly version: string;
      readonly date: string;
      readonly reason: string;
      readonly debug: string;
    }
  | { readonly kind: 'remedy'; readonly version: string; readonly date: string; readonly text: string };

/** Releases of labwork 9, and the posts beside them. */
export interface WrittenReleases {
  readonly posts?: readonly string[];
  readonly aliases?: readonly string[];
  readonly log?: readonly WrittenEvent[];
  readonly files?: readonly string[];
  /** Those of the files that have other bytes. */
  readonly touched?: readonly string[];
  readonly debug?: readonly string[];
  readonly now?: ReleaseComparison;
}

export const digestOfName = (name: string) => createHash('sha256').update(name).digest('hex');

export function logOf(events: readonly WrittenEvent[]): readonly StatusEvent[] {
  return events.reduce<readonly StatusEvent[]>((log, event) => {
    if (event.kind !== 'release') return withEvent(log, event);
    const { version, date, posts } = event;
    const zip = `labworks-9-${version}.zip`;
    return withEvent(log, {
      kind: 'release',
      version,
      date,
      changes: ['Something.'],
      zip,
      size: 1,
      sha256: digestOfName(zip),
      manifest: digestOfName(`labworks-9-${version}.manifest.json`),
      files: {},
      parts: Object.fromEntries(posts.map((post) => [post, digestOfName(post)])),
    });
  }, []);
}

export function storedOf({ log = [], files = [], touched = [] }: WrittenReleases): StoredReleases {
  return {
    labwork: 9,
    status: createSourceFile(
      'public/bundles/labworks-9/status.json',
      log.length === 0 ? '' : statusText(9, logOf(log)),
    ),
    files: new Map(
      files.map((name) => [
        `public/bundles/${name}`,
        digestOfName(touched.includes(name) ? `other ${name}` : name),
      ]),
    ),
    bases: [],
  };
}

/** A part with nothing in it but what releases ask for. */
export function partOf(post: string, aliases: readonly string[] = []) {
  const slug = post.replace('labworks/', '');
  return {
    data: { kind: 'labworks', slug, labwork: 9, part: 1, aliases } as unknown as PostDataOf<'labworks'>,
    file: createSourceFile(`src/content/${post}.mdx`, `labwork: 9\n`),
    fields: { labwork: [9, 10] as const },
  };
}

export function checkWritten(written: WrittenReleases): readonly Diagnostic[] {
  const { posts = [], aliases, log = [], now, debug = [] } = written;
  return checkReleases({
    stored: log.length > 0 || written.files ? [storedOf(written)] : [],
    parts: posts.map((post) => partOf(post, aliases)),
    comparisons: new Map(now ? [[9, now]] : []),
    debugFiles: new Set(debug),
  });
}

/** What is told of a part whose labwork has one release. */
export function checkPartOf({ data, file, fields }: Guide, version: string): readonly Diagnostic[] {
  if (data?.kind !== 'labworks') return [];
  const posts = [`labworks/${data.slug}`];
  const log = [{ kind: 'release', version, date: '2014-04-21', posts } as const];
  const files = [`labworks-9-${version}.zip`, `labworks-9-${version}.manifest.json`];
  return checkReleases({
    stored: [storedOf({ log, files })],
    parts: [{ data, file, fields }],
    comparisons: new Map(),
    debugFiles: new Set(),
  });
}
