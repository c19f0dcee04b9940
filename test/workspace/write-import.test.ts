import fs, { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInput } from '../../src/workspace/import-input.ts';
import { writeNewPost } from '../../src/workspace/write-import.ts';
import { temporaryFolder } from './temporary-folder.ts';

const changing = ['mkdirSync', 'writeFileSync', 'copyFileSync', 'renameSync', 'linkSync', 'rmSync'] as const;

/** Runs something that ends at its n-th change of the disk, of which a text is half written; from there on nothing changes any more. */
function killedAt(count: number, run: () => void): boolean {
  const own = Object.fromEntries(changing.map((name) => [name, fs[name]]));
  let left = count;
  const fail = (name: string, args: readonly unknown[]) => {
    if (name === 'writeFileSync' && left === 0)
      (own[name] as typeof writeFileSync)(args[0] as string, String(args[1]).slice(0, 3));
    throw new Error('killed');
  };
  for (const name of changing)
    Object.assign(fs, {
      [name]: (...args: unknown[]) =>
        --left > 0 ? (own[name] as (...all: unknown[]) => unknown)(...args) : fail(name, args),
    });
  syncBuiltinESMExports();
  try {
    run();
    return false;
  } catch {
    return true;
  } finally {
    Object.assign(fs, own);
    syncBuiltinESMExports();
  }
}

describe('a post that is written anew', () => {
  const folder = temporaryFolder();
  const picture = join(folder, 'rack.png');
  writeFileSync(picture, 'picture');
  const plain = { path: 'field-notes/one.md', text: 'A text.\n', files: [] };
  const withPicture = {
    path: 'field-notes/two/index.md',
    text: 'Another.\n',
    files: [{ from: picture, name: 'rack.png' }],
  };

  it.each([
    ['alone', plain],
    ['with a picture', withPicture],
  ])(
    'is there as a whole or not at all, wherever it is killed, and the next run goes on: %s',
    (name, post) => {
      for (let count = 1; count < 20; count++) {
        const out = join(folder, `${name}-${count}`);
        mkdirSync(out);
        const wasKilled = killedAt(count, () => void writeNewPost(out, post));
        const seen = existsSync(join(out, 'field-notes'))
          ? readdirSync(join(out, 'field-notes')).filter((one) => !one.startsWith('.'))
          : [];
        if (seen.length > 0) expect(readFileSync(join(out, post.path), 'utf8')).toBe(post.text);
        expect(['written', 'there']).toContain(writeNewPost(out, post));
        expect(readFileSync(join(out, post.path), 'utf8')).toBe(post.text);
        for (const { name: own } of post.files)
          expect(readFileSync(join(out, 'field-notes/two', own), 'utf8')).toBe('picture');
        if (!wasKilled) return;
      }
      throw new Error('it has more changes than were tried');
    },
  );

  it('is never put in the place of anything', () => {
    const out = join(folder, 'taken');
    expect(writeNewPost(out, plain)).toBe('written');
    expect(writeNewPost(out, plain)).toBe('there');
    expect(writeNewPost(out, { ...plain, text: 'Other.\n' })).toBe('taken');
    expect(writeNewPost(out, { ...plain, path: 'field-notes/one.mdx' })).toBe('taken');
    expect(writeNewPost(out, { ...withPicture, path: 'field-notes/one/index.md' })).toBe('taken');
    expect(readFileSync(join(out, plain.path), 'utf8')).toBe(plain.text);
    expect(readdirSync(join(out, 'field-notes'))).toEqual(['one.md']);
  });
});

describe('what an import reads', () => {
  it('is what lies in the folder, and nothing that a link leads to outside of it', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'site/posts'), { recursive: true });
    writeFileSync(join(folder, 'secret.md'), 'secret');
    writeFileSync(join(folder, 'site/posts/one.md'), 'one');
    symlinkSync(join(folder, 'secret.md'), join(folder, 'site/posts/out.md'));
    symlinkSync(join(folder, 'site/posts/one.md'), join(folder, 'site/posts/two.md'));
    symlinkSync('/', join(folder, 'site/root'));
    const opened = openInput(join(folder, 'site'), [])!;
    expect(opened.input.paths).toEqual(['posts/one.md', 'posts/two.md']);
    expect(opened.problems.map(({ path }) => path)).toEqual(['posts/out.md', 'root']);
  });
});
