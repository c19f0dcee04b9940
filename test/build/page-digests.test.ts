import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestPages, readPageCache } from '../../src/build/page-digests.ts';
import { digestOfPage } from '../../src/build/search-volumes.ts';
import { readCacheFile } from '../../src/workspace/cache-files.ts';
import { writeCacheFile } from '../../src/workspace/write-file.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pages-'));
  rendered = new Map();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const page = (text: string) => `<body><main data-pagefind-body>${text}</main></body>`;
const put = (path: string, html: string) => writeFileSync(join(root, path), html);
let rendered = new Map<string, string | null>();
const record = () => join(root, 'record.json');
const find = (...files: string[]) =>
  digestPages(root, files, record(), { keys: new Map([['a.html', 'key of a']]), digests: rendered });
const digest = (path: string, text: string) => digestOfPage(path, Buffer.from(page(text)));

describe('the pages that can be found', () => {
  it('are those with something to find, in a steady order', () => {
    put('b.html', page('b'));
    put('a.html', page('a'));
    put('c.html', '<body>nothing to find</body>');
    put('d.xml', page('no page'));
    const expected = [
      { path: 'a.html', digest: digest('a.html', 'a') },
      { path: 'b.html', digest: digest('b.html', 'b') },
    ];
    expect(find('b.html', 'c.html', 'd.xml', 'a.html')).toEqual(expected);
    expect(find('a.html', 'b.html', 'c.html', 'd.xml')).toEqual(expected);
  });

  it('are read again when they were written, even to the same length and time', () => {
    put('a.html', page('one'));
    utimesSync(join(root, 'a.html'), 1, 1);
    find('a.html');
    put('a.html', page('two'));
    utimesSync(join(root, 'a.html'), 1, 1);
    expect(find('a.html')).toEqual([{ path: 'a.html', digest: digest('a.html', 'two') }]);
    put('a.html', '<body>nothing to find</body>');
    expect(find('a.html')).toEqual([]);
  });

  it('are not read again otherwise', () => {
    put('a.html', page('one'));
    find('a.html');
    const stored = JSON.stringify(readCacheFile(record()));
    const changed = stored.replace(digest('a.html', 'one'), 'as recorded');
    writeCacheFile(record(), changed);
    expect(find('a.html')).toEqual([{ path: 'a.html', digest: 'as recorded' }]);
    writeCacheFile(record(), changed.replace(/"tool":"./, '"tool":"?'));
    expect(find('a.html')).toEqual([{ path: 'a.html', digest: digest('a.html', 'one') }]);
  });

  it('are read again where what is known of them is damaged', () => {
    put('a.html', page('one'));
    find('a.html');
    const stored = readFileSync(record(), 'utf8');
    writeFileSync(record(), stored.replace(digest('a.html', 'one'), digest('a.html', 'two')));
    expect(find('a.html')).toEqual([{ path: 'a.html', digest: digest('a.html', 'one') }]);
  });

  it('are not read where this build has rendered them', () => {
    put('a.html', page('a'));
    put('b.html', page('b'));
    rendered = new Map([
      ['a.html', 'as rendered'],
      ['b.html', null],
    ]);
    expect(find('a.html', 'b.html')).toEqual([{ path: 'a.html', digest: 'as rendered' }]);
    expect(readPageCache(record())).toMatchObject({ 'b.html': { digest: null } });
  });

  it('are known with the keys of their routes', () => {
    put('a.html', page('a'));
    put('c.html', '<body>nothing to find</body>');
    expect(readPageCache(record())).toEqual({});
    find('a.html', 'c.html');
    expect(readPageCache(record())).toMatchObject({
      'a.html': { digest: digest('a.html', 'a'), key: 'key of a' },
      'c.html': { digest: null },
    });
  });

  it('may be gone', () => {
    put('a.html', page('a'));
    find('a.html');
    rmSync(join(root, 'a.html'));
    expect(find('a.html')).toEqual([]);
  });
});
