import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePictures } from '../../../src/build/pictures/kept-pictures.ts';
import { readCacheFile } from '../../../src/workspace/cache-files.ts';
import { digestOfFolder } from '../../../src/workspace/digest.ts';
import { readPictures } from '../../../src/workspace/read-pictures.ts';
import { photograph, screenshot } from '../../pictures.ts';
import { temporaryFolder } from '../../workspace/temporary-folder.ts';

const root = temporaryFolder();
const kept = join(root, 'kept');
const paths = ['a.jpg', 'b.png', 'c.jpg'].map((name) => join(root, name));

beforeAll(async () => {
  const photo = await photograph(300, 200).jpeg().toBuffer();
  writeFileSync(paths[0]!, photo);
  writeFileSync(paths[1]!, await screenshot(200, 120).png().toBuffer());
  writeFileSync(paths[2]!, photo);
});
beforeEach(() => rmSync(kept, { recursive: true, force: true }));

async function make(which = paths) {
  const readings = await readPictures(which, join(root, 'inspections.json'));
  const pictures = which.map((path) => ({
    id: path.slice(root.length + 1),
    path,
    reading: readings.get(path)!,
  }));
  return makePictures(pictures, kept);
}

/** Makes pictures in a process of its own, which is killed as soon as the first of them is recorded. */
async function killedWhileMaking(which: readonly string[]): Promise<void> {
  const at = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href);
  const body = `
    import { makePictures } from ${at('../../../src/build/pictures/kept-pictures.ts')};
    import { readPictures } from ${at('../../../src/workspace/read-pictures.ts')};
    const paths = ${JSON.stringify(which)};
    const readings = await readPictures(paths, ${JSON.stringify(join(root, 'inspections-of-another.json'))});
    const pictures = paths.map((path) => ({ id: path, path, reading: readings.get(path) }));
    await makePictures(pictures, ${JSON.stringify(kept)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', body], { stdio: 'inherit' });
  const ended = new Promise((done) => child.on('exit', done));
  mkdirSync(kept, { recursive: true });
  const watcher = watch(kept, (_event, name) => {
    if (name?.endsWith('.json')) child.kill('SIGKILL');
  });
  await ended;
  watcher.close();
}

const stamps = () =>
  new Map(readdirSync(kept).map((name) => [name, statSync(join(kept, name), { bigint: true }).ctimeNs]));

describe('what pictures are kept by', () => {
  it('changes with all code that encodes them: nothing else encodes', () => {
    const folder = join(import.meta.dirname, '../../../src/build/pictures/encoding');
    const code = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const imports = code.flatMap((text) => [...text.matchAll(/^import (?!type)(.*) from '(.*)';$/gm)]);
    // The library is opened as it is for looking at a picture; the options are part of the digest.
    expect(
      imports.map(([, names, from]) => `${names} ${from}`).filter((one) => !one.includes(' ./')),
    ).toEqual([
      '{ digestOf } ../../../workspace/digest.ts',
      // So is its code.
      '{ readContainer, withoutDescriptions } ../../../workspace/film-container.ts',
      '{ digestOf } ../../../workspace/digest.ts',
      '{ loadSharp, openOptions } ../../../workspace/inspect-picture.ts',
    ]);
  });

  it('is the digest of names and bytes of a folder', () => {
    const digests = ['1', '2', '1'].map((text) => {
      const code = join(root, 'code');
      mkdirSync(code, { recursive: true });
      writeFileSync(join(code, 'a.ts'), text);
      return digestOfFolder(code);
    });
    expect(digests[0]).toBe(digests[2]);
    expect(digests[0]).not.toBe(digests[1]);
  });
});

describe('pictures that were made', () => {
  it('are made once for the same bytes, and not again', async () => {
    const first = await make();
    expect(first.values.map(({ id }) => id)).toEqual(['a.jpg', 'b.png', 'c.jpg']);
    const ownDigest = ({ digest }: (typeof first.values)[number]) => digest;
    expect(ownDigest(first.values[0]!)).toBe(ownDigest(first.values[2]!));
    const before = stamps();
    expect(await make()).toEqual(first);
    expect(stamps()).toEqual(before);
  });

  it('stay where a build is broken off, whose next one makes the others alone', async () => {
    await make([paths[0]!]);
    const before = stamps();
    await make();
    for (const [name, stamp] of before) expect(stamps().get(name)).toBe(stamp);
    expect(stamps().size).toBeGreaterThan(before.size);
  });

  it('stay where the process is killed among them: the next one makes none twice', async () => {
    const many = Array.from({ length: 10 }, (_, index) => join(root, `shelf-${index}.jpg`));
    for (const [index, path] of many.entries())
      writeFileSync(
        path,
        await photograph(500 + index, 300)
          .jpeg()
          .toBuffer(),
      );
    await killedWhileMaking(many);
    const recorded = () => readdirSync(kept).filter((name) => name.endsWith('.json'));
    const records = recorded();
    const before = stamps();
    const finished = records.flatMap((name) => {
      const record = readCacheFile<{ readonly files: object }>(join(kept, name));
      return [name, ...Object.keys(record!.files)];
    });
    expect(records.length).toBeGreaterThan(0);
    expect(records.length).toBeLessThan(many.length);
    expect((await make(many)).values).toHaveLength(many.length);
    for (const name of finished) expect(stamps().get(name), name).toBe(before.get(name));
    expect(recorded()).toHaveLength(many.length);
  }, 60_000);

  it('are made anew where a file of them is damaged or missing, and are what they were', async () => {
    const first = await make();
    const [damaged, missing] = readdirSync(kept).filter((name) => !name.endsWith('.json'));
    writeFileSync(join(kept, damaged!), 'x');
    rmSync(join(kept, missing!));
    expect(await make()).toEqual(first);
    expect(statSync(join(kept, damaged!)).size).toBeGreaterThan(1);
  });

  it('are all that the cache has, and all of it is named', async () => {
    const { files } = await make();
    expect(
      readdirSync(kept)
        .map((name) => join(kept, name))
        .sort(),
    ).toEqual([...new Set(files)].sort());
  });

  it('are not made of a file that cannot be shown', async () => {
    const broken = join(root, 'broken.jpg');
    writeFileSync(broken, 'x');
    expect((await make([broken])).values).toEqual([]);
  });
});
