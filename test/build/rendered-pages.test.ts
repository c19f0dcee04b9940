import { describe, expect, it } from 'vitest';
import type { LastPages, Indexer } from '../../src/build/rendered-pages.ts';
import { expectOthers, startPages } from '../../src/build/rendered-pages.ts';
import { digestOfPage, volumeCount, volumeOf } from '../../src/build/search-volumes.ts';

const page = (text: string) => `<body><main data-pagefind-body>${text}</main></body>`;
const paths = Array.from({ length: 200 }, (_, index) => `field-notes/note-${index}/index.html`);
const keys = new Map(paths.map((path) => [path, `key of ${path}`]));
const nothing: LastPages = { known: {}, volumes: 0, read: () => undefined };
/** A build that left every page as `page(path)`. */
const last: LastPages = {
  known: Object.fromEntries(
    paths.map((path) => [
      path,
      { stamp: 's', digest: digestOfPage(path, Buffer.from(page(path))), key: keys.get(path) },
    ]),
  ),
  volumes: volumeCount(paths.length),
  read: page,
};

function noting() {
  const told: string[] = [];
  const indexer: Indexer = {
    add: (volume, { path }) => void told.push(`add ${volume} ${path}`),
    expect: (volume, { path }) => void told.push(`expect ${volume} ${path}`),
    write(volume, pages) {
      told.push(`write ${volume} of ${pages.length}`);
      return Promise.resolve();
    },
    forget: () => void told.push('forget'),
  };
  return { told, indexer };
}

describe('pages on their way to the search index', () => {
  it('are handed over as they are rendered, and a volume is written when it is whole', () => {
    const { told, indexer } = noting();
    const pages = startPages(keys, nothing, indexer);
    expect(pages.count).toBe(2);
    const ofTheFirst = paths.filter((path) => pages.volumeOf(path) === 0);
    for (const path of ofTheFirst) pages.rendered(path, page(path));
    expect(told.splice(0, 1)).toEqual(['forget']);
    expect(told).toEqual([...ofTheFirst.map((path) => `add 0 ${path}`), `write 0 of ${ofTheFirst.length}`]);
    expect([...pages.written.keys()]).toEqual([0]);
  });

  it('count for their volume even where nothing in them can be found', () => {
    const { told, indexer } = noting();
    const pages = startPages(new Map([...keys].slice(0, 2)), nothing, indexer);
    pages.rendered(paths[0]!, '<body>nothing to find</body>');
    pages.rendered(paths[1]!, page('x'));
    expect(told).toEqual(['forget', `add 0 ${paths[1]!}`, 'write 0 of 1']);
  });

  it('count once, and are none of ours where no route has them', () => {
    const { told, indexer } = noting();
    const pages = startPages(new Map([...keys].slice(0, 2)), nothing, indexer);
    pages.rendered(paths[0]!, page('x'));
    pages.rendered(paths[0]!, page('y'));
    pages.rendered('other/index.html', page('z'));
    expect(told).toEqual(['forget', `add 0 ${paths[0]!}`]);
    expect(pages.written.size).toBe(0);
  });

  it('bring along those of their volume that are expected to stay, when their own key is new', () => {
    const { told, indexer } = noting();
    const [edited = ''] = paths;
    const pages = startPages(new Map(keys).set(edited, 'a new key'), last, indexer);
    const volume = pages.volumeOf(edited);
    const others = paths.filter((path) => path !== edited && pages.volumeOf(path) === volume);
    expect(told).toEqual(others.map((path) => `expect ${volume} ${path}`));
  });

  it('are not expected to stay where the index had other volumes, or their file is gone', () => {
    const { told, indexer } = noting();
    const edited = new Map(keys).set(paths[0]!, 'a new key');
    startPages(edited, { ...last, volumes: 1 }, indexer);
    expect(told.splice(0)).toEqual(['forget']);
    startPages(edited, { ...last, read: () => undefined }, indexer);
    startPages(keys, last, indexer);
    expect(told).toEqual([]);
  });

  it('bring the others along before any is rendered, where it is known what has changed', () => {
    const { told, indexer } = noting();
    const large = Array.from({ length: 600 }, (_, index) => `debug/bug-${index}/index.html`);
    const known = Object.fromEntries(
      large.map((path) => [path, { stamp: 's', digest: digestOfPage(path, Buffer.from(page(path))) }]),
    );
    const before: LastPages = { known, volumes: 4, read: page };
    const numberOf = (path: string) => volumeOf(path, 4);
    const [edited = ''] = large;
    expectOthers(new Set([edited]), before, indexer);
    const others = large.filter((path) => path !== edited && numberOf(path) === numberOf(edited));
    expect(told.splice(0)).toEqual(others.map((path) => `expect ${numberOf(edited)} ${path}`));
    expectOthers(new Set(large.slice(0, 50)), before, indexer);
    expectOthers(new Set(), before, indexer);
    expect(told).toEqual([]);
  });

  it('make no work when they are rendered to the same as before', () => {
    const { told, indexer } = noting();
    const pages = startPages(keys, last, indexer);
    for (const path of paths) pages.rendered(path, page(path));
    expect(told).toEqual([]);
    expect(pages.written.size).toBe(0);
  });
});
