import { describe, expect, it } from 'vitest';
import type { Indexer, PreviousPages } from '../../src/build/rendered-pages.ts';
import { prefillVolumes, trackPages } from '../../src/build/rendered-pages.ts';
import { digestOfPage, volumeCount, volumeOf } from '../../src/build/search-volumes.ts';

const page = (text: string) => `<body><main data-pagefind-body>${text}</main></body>`;
const paths = Array.from({ length: 200 }, (_, index) => `field-notes/note-${index}/index.html`);
const keys = new Map(paths.map((path) => [path, `key of ${path}`]));
const nothing: PreviousPages = { cached: {}, volumes: 0, read: () => undefined };
/** A build that wrote every page as `page(path)`. */
const last: PreviousPages = {
  cached: Object.fromEntries(
    paths.map((path) => [
      path,
      { mtimeKey: 's', digest: digestOfPage(path, Buffer.from(page(path))), key: keys.get(path) },
    ]),
  ),
  volumes: volumeCount(paths.length),
  read: page,
};

function recordingIndexer() {
  const calls: string[] = [];
  const indexer: Indexer = {
    add: (volume, { path }) => void calls.push(`add ${volume} ${path}`),
    prefill: (volume, { path }) => void calls.push(`prefill ${volume} ${path}`),
    write(volume, pages) {
      calls.push(`write ${volume} of ${pages.length}`);
      return Promise.resolve();
    },
    reset: () => void calls.push('reset'),
  };
  return { calls, indexer };
}

describe('pages on their way to the search index', () => {
  it('are indexed as they are rendered, and a volume is written when it is whole', () => {
    const { calls, indexer } = recordingIndexer();
    const pages = trackPages(keys, nothing, indexer);
    expect(pages.count).toBe(2);
    const ofTheFirst = paths.filter((path) => pages.volumeOf(path) === 0);
    for (const path of ofTheFirst) pages.add(path, page(path));
    expect(calls.splice(0, 1)).toEqual(['reset']);
    expect(calls).toEqual([...ofTheFirst.map((path) => `add 0 ${path}`), `write 0 of ${ofTheFirst.length}`]);
    expect([...pages.written.keys()]).toEqual([0]);
  });

  it('count for their volume even where nothing in them can be found', () => {
    const { calls, indexer } = recordingIndexer();
    const pages = trackPages(new Map([...keys].slice(0, 2)), nothing, indexer);
    pages.add(paths[0]!, '<body>nothing to find</body>');
    pages.add(paths[1]!, page('x'));
    expect(calls).toEqual(['reset', `add 0 ${paths[1]!}`, 'write 0 of 1']);
  });

  it('count once, and are none of ours where no route has them', () => {
    const { calls, indexer } = recordingIndexer();
    const pages = trackPages(new Map([...keys].slice(0, 2)), nothing, indexer);
    pages.add(paths[0]!, page('x'));
    pages.add(paths[0]!, page('y'));
    pages.add('other/index.html', page('z'));
    expect(calls).toEqual(['reset', `add 0 ${paths[0]!}`]);
    expect(pages.written.size).toBe(0);
  });

  it('prefill their volume with those that have the same key, when their own is new', () => {
    const { calls, indexer } = recordingIndexer();
    const [edited = ''] = paths;
    const pages = trackPages(new Map(keys).set(edited, 'a new key'), last, indexer);
    const volume = pages.volumeOf(edited);
    const others = paths.filter((path) => path !== edited && pages.volumeOf(path) === volume);
    expect(calls).toEqual(others.map((path) => `prefill ${volume} ${path}`));
  });

  it('do not prefill their volume where the index had other volumes, or their file is gone', () => {
    const { calls, indexer } = recordingIndexer();
    const edited = new Map(keys).set(paths[0]!, 'a new key');
    trackPages(edited, { ...last, volumes: 1 }, indexer);
    expect(calls.splice(0)).toEqual(['reset']);
    trackPages(edited, { ...last, read: () => undefined }, indexer);
    trackPages(keys, last, indexer);
    expect(calls).toEqual([]);
  });

  it('prefill their volumes before any is rendered, where it is known what has changed', () => {
    const { calls, indexer } = recordingIndexer();
    const large = Array.from({ length: 600 }, (_, index) => `debug/bug-${index}/index.html`);
    const cached = Object.fromEntries(
      large.map((path) => [path, { mtimeKey: 's', digest: digestOfPage(path, Buffer.from(page(path))) }]),
    );
    const before: PreviousPages = { cached, volumes: 4, read: page };
    const numberOf = (path: string) => volumeOf(path, 4);
    const [edited = ''] = large;
    prefillVolumes(new Set([edited]), before, indexer);
    const others = large.filter((path) => path !== edited && numberOf(path) === numberOf(edited));
    expect(calls.splice(0)).toEqual(others.map((path) => `prefill ${numberOf(edited)} ${path}`));
    prefillVolumes(new Set(large.slice(0, 50)), before, indexer);
    prefillVolumes(new Set(), before, indexer);
    expect(calls).toEqual([]);
  });

  it('make no work when they are rendered to the same as before', () => {
    const { calls, indexer } = recordingIndexer();
    const pages = trackPages(keys, last, indexer);
    for (const path of paths) pages.add(path, page(path));
    expect(calls).toEqual([]);
    expect(pages.written.size).toBe(0);
  });
});
