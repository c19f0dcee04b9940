import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { replaceContent } from '../../tools/copy-project.ts';
import { buildWell, filesOf, otherContent, projectCopy, siteOf } from './built-copy.ts';

// Whatever has happened to what is kept between builds, and to the site itself: the next build makes the site that one from nothing makes.

const copy = projectCopy();
replaceContent(copy, otherContent);
const review = join(copy, 'src/content/field-notes/measuring-rain.mdx');
const original = readFileSync(review, 'utf8');
let clean: ReturnType<typeof siteOf>;

beforeAll(() => {
  buildWell(copy);
  clean = siteOf(copy);
  expect(Object.keys(clean).length).toBeGreaterThan(200);
}, 300_000);

/** Node looks at the checksums of what it has compiled itself. */
const kept = () => filesOf(copy, '.cache').filter((path) => !/^\.cache\/(?:build-lock|node)\//.test(path));
/** Of the content that is built. */
const posts = filesOf(copy, 'src/content').filter(
  (path) => /\.(?:mdx?|markdown)$/.test(path) && !path.startsWith('src/content/rules/'),
).length;

const bodies = () => readdirSync(join(copy, '.cache/labworks/bodies'));

function makesTheSame(...args: readonly string[]): void {
  buildWell(copy, ...args);
  expect(siteOf(copy)).toEqual(clean);
}

type Damage = (path: string) => void;

const flip: Damage = (path) => {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
};

/** Everything that may have happened to a file. */
const damages: readonly Damage[] = [
  (path) => writeFileSync(path, ''),
  (path) => truncateSync(path, statSync(path).size >> 1),
  flip,
  (path) => writeFileSync(path, '\0\x1B]{"'),
  (path) => writeFileSync(path, '{}'),
  (path) => (rmSync(path), mkdirSync(path), writeFileSync(join(path, 'x'), 'x')),
  (path) => (rmSync(path), symlinkSync(path, path)),
  (path) => chmodSync(path, 0),
  (path) => rmSync(path),
];

describe('a build', () => {
  it.each([0, 1, 2])(
    'makes the site anew where every file is damaged, each in its way: round %i',
    (round) => {
      for (const [index, path] of [...kept(), ...filesOf(copy, 'dist')].entries())
        damages[(index + round * 4) % damages.length]!(join(copy, path));
      makesTheSame();
      expect(bodies()).toHaveLength(posts);
    },
  );

  it('makes anew for an edit what is kept beside a site that is whole', () => {
    writeFileSync(review, `${original}\nOne more sentence.\n`);
    buildWell(copy);
    for (const path of kept()) flip(join(copy, path));
    writeFileSync(review, original);
    makesTheSame();
  });

  it('makes anew single files of a site, with the copies that they would be restored from', () => {
    const ofEachKind = [
      /^dist\/bundles\/.*\.zip$/,
      /^dist\/field-notes\/.*\.html$/,
      /^dist\/pagefind\/0\/fragment\//,
    ];
    for (const kind of ofEachKind) {
      const path = filesOf(copy, 'dist').find((file) => kind.test(file))!;
      writeFileSync(join(copy, path), '');
      if (!path.includes('pagefind'))
        writeFileSync(join(copy, path.replace(/^dist/, '.cache/astro/dist')), '');
    }
    makesTheSame();
  });
});

describe('a build that is forced', () => {
  it('begins from nothing, and leaves nothing that others left', () => {
    const stray = [
      '.cache/labworks/bodies/stray.json',
      '.cache/astro/dist/stray/index.html',
      'dist/.prerender/x.mjs',
    ];
    for (const path of stray) {
      mkdirSync(join(copy, path, '..'), { recursive: true });
      writeFileSync(join(copy, path), '');
    }
    makesTheSame('--force');
    expect([...kept(), ...filesOf(copy, 'dist')].filter((path) => stray.includes(path))).toEqual([]);
  });
});
