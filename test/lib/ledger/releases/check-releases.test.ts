import { describe, expect, it } from 'vitest';
import { checkReleases } from '../../../../src/lib/ledger/releases/check-releases.ts';
import { statusText } from '../../../../src/lib/ledger/releases/status.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import type { WrittenReleases } from '../../../releases.ts';
import { checkWritten, logOf, partOf, storedOf } from '../../../releases.ts';

// What each rule finds, its page has as examples. Here is what they do together.

const posts = ['labworks/rack-part-1', 'labworks/rack-part-2'];
const files = ['1.0.0', '2.0.0'].flatMap((version) => [
  `labworks-9-${version}.zip`,
  `labworks-9-${version}.manifest.json`,
]);
const released: WrittenReleases = {
  posts,
  log: [
    { kind: 'release', version: '1.0.0', date: '2014-04-10', posts: posts.slice(0, 1) },
    { kind: 'release', version: '2.0.0', date: '2014-04-11', posts },
  ],
  files,
};
const told = (written: Partial<WrittenReleases>) =>
  checkWritten({ ...released, ...written }).map(
    ({ rule, severity, file, message }) => `${severity} ${rule} ${file}: ${message}`,
  );

describe('releases', () => {
  it('that are as they were are no news', () => {
    expect(told({})).toEqual([]);
    expect(told({ now: { match: 'same', posts: [] } })).toEqual([]);
  });

  it.each(files)('without %s are wrong, and it is named', (name) => {
    const [first, ...others] = told({ files: files.filter((file) => file !== name) });
    expect(first).toMatch(
      new RegExp(`^error release/file public/bundles/${name}: ${name} of release .* is not there\\.$`),
    );
    expect(others).toEqual([]);
    expect(told({ touched: [name] })).toEqual([
      expect.stringMatching(/^error release\/file .* was released with/),
    ]);
  });

  it('may be signed, and nothing else that has no release may lie there', () => {
    const signed = ['labworks-9-1.0.0.zip.minisig', 'labworks-9-2.0.0.zip.sigstore.json'];
    expect(told({ files: [...files, ...signed] })).toEqual([]);
    const strays = ['labworks-9-3.0.0.zip.minisig', 'labworks-9-2.0.0.zip.12', 'labworks-9/notes.txt'];
    expect(told({ files: [...files, ...strays] })).toEqual(
      strays.map((name) => expect.stringContaining(`error release/unfinished public/bundles/${name}: `)),
    );
  });

  it('say which post is another, and what to run', () => {
    const now = { match: 'changed', posts: [posts[1]!] } as const;
    const [found, ...others] = checkWritten({ ...released, now });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: 'error',
      file: 'src/content/labworks/rack-part-2.mdx',
      message: expect.stringMatching(/rack-part-2\.mdx gives .* release 2\.0\.0\.$/),
      hint: expect.stringContaining('`npx labworks release 9`'),
    });
    const [gone] = checkWritten({ ...released, now: { match: 'changed', posts: ['labworks/lost'] } });
    expect(gone).toMatchObject({
      file: 'src/content/labworks/rack-part-1.mdx',
      message: expect.stringContaining('labworks/lost, which is not there'),
    });
  });

  it('of other posts are told once, as no problem, whatever is wrong with them', () => {
    for (const written of [
      {},
      { touched: files },
      { files: [] },
      { files: [...files, 'labworks-9-3.0.0.zip'] },
    ])
      for (const own of [[], ['labworks/cellar']])
        expect(told({ ...written, posts: own })).toEqual([
          expect.stringMatching(/^info release\/other-guide /),
        ]);
  });

  it('may be yanked, and their files stay', () => {
    const log = [
      ...released.log!,
      { kind: 'yank', version: '2.0.0', date: '2014-04-12', reason: 'It harms.', debug: 'harm' } as const,
    ];
    expect(told({ log, debug: ['harm'] })).toEqual([]);
    expect(told({ log })).toEqual([expect.stringMatching(/^error release\/debug-file .*“harm”/)]);
    expect(told({ log, debug: ['harm'], files: files.slice(0, 3) })).toHaveLength(1);
  });

  it('whose status is gone are wrong where git knows it, and unfinished elsewhere', () => {
    const check = (bases: readonly { name: string; text: string }[], own = posts) =>
      checkReleases({
        stored: [{ ...storedOf({ files }), bases }],
        parts: own.map((post) => partOf(post)),
        comparisons: new Map(),
        debugFiles: new Set(),
      }).map(({ rule }) => rule);
    const base = { name: 'HEAD', text: statusText(9, logOf(released.log!)) };
    expect(check([base])).toContain('release/status');
    expect(check([])).toEqual(files.map(() => 'release/unfinished'));
    expect(check([base], ['labworks/cellar'])).not.toContain('release/status');
  });

  it('of a status that does not hold are asked nothing more', () => {
    const stored = { ...storedOf(released), status: createSourceFile('status.json', '{}') };
    const found = checkReleases({
      stored: [stored],
      parts: posts.map((post) => partOf(post)),
      comparisons: new Map(),
      debugFiles: new Set(),
    });
    expect(found.map(({ rule }) => rule)).toEqual(['release/status']);
  });
});
