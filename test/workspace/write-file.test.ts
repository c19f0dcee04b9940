import { spawnSync } from 'node:child_process';
import fs, { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readCacheBytes } from '../../src/workspace/cache-files.ts';
import { projectRoot } from '../../src/workspace/paths.ts';
import { sha256 } from '../../src/workspace/sha256.ts';
import { makeFolder, writeCacheFile, writeUserFile } from '../../src/workspace/write-file.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const folder = temporaryFolder();
const bytes = (text: string) => Buffer.from(text);
let count = 0;
/** A folder of its own with one file in it. */
const fileWith = (text: string): string => {
  const name = `case-${(count += 1)}/post.mdx`;
  writeFiles(folder, { [name]: text });
  return join(folder, name);
};
const beside = (path: string) => readdirSync(join(path, '..'));

afterEach(() => vi.restoreAllMocks());

describe('writing a file of the user', () => {
  it('makes it where there is none, and leaves nothing else', () => {
    const path = join(fileWith('x'), '../new.ps1');
    writeUserFile(path, bytes('one'));
    expect(readFileSync(path, 'utf8')).toBe('one');
    expect(beside(path)).toEqual(['new.ps1', 'post.mdx']);
  });

  it('keeps the mode of the one before', () => {
    const path = fileWith('old');
    chmodSync(path, 0o640);
    writeUserFile(path, bytes('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('follows a link, which stays one', () => {
    const path = fileWith('old');
    const link = join(path, '../link.mdx');
    symlinkSync('post.mdx', link);
    writeUserFile(link, bytes('new'));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(lstatSync(path).isSymbolicLink()).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('refuses one that is write-protected', () => {
    const path = fileWith('old');
    chmodSync(path, 0o444);
    expect(() => writeUserFile(path, bytes('new'))).toThrow('it is write-protected');
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('leaves the old one, and nothing beside it, where the new one cannot be put in its place', () => {
    const path = fileWith('old');
    vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw new Error('no rename today');
    });
    expect(() => writeUserFile(path, bytes('new'))).toThrow('no rename today');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(beside(path)).toEqual(['post.mdx']);
  });

  it('leaves the old one where the tool dies between writing and renaming', () => {
    const path = fileWith('old');
    const script = `
      import fs from 'node:fs';
      fs.renameSync = () => process.kill(process.pid, 'SIGKILL');
      const { writeUserFile } = await import(${JSON.stringify(pathToFileURL(join(projectRoot, 'src/workspace/write-file.ts')).href)});
      writeUserFile(${JSON.stringify(path)}, Buffer.from('new'));
      console.log('not reached');`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(readFileSync(path, 'utf8')).toBe('old');
    // What was written lies beside it under a name that is no post.
    expect(beside(path).filter((name) => name.endsWith('.mdx'))).toEqual(['post.mdx']);
    expect(beside(path)).toHaveLength(2);
    // Until somebody writes there who lives.
    writeUserFile(path, bytes('newer'));
    expect(beside(path)).toEqual(['post.mdx']);
  });

  it('leaves alone what others are writing, and what only looks like it', () => {
    const path = fileWith('old');
    const machine = sha256(hostname()).slice(0, 8);
    const others = [
      `.post.mdx.${machine}-${process.ppid}-0-1.tmp`,
      '.post.mdx.00000000-1-0-1.tmp',
      `.other.mdx.${machine}-999999999-0-1.tmp`,
      'post.mdx.123456',
    ];
    writeFiles(join(path, '..'), Object.fromEntries(others.map((name) => [name, 'x'])));
    writeUserFile(path, bytes('new'));
    expect(beside(path).sort()).toEqual([...others, 'post.mdx'].sort());
  });

  it('waits until the disk has it', () => {
    const sync = vi.spyOn(fs, 'fsyncSync');
    writeUserFile(fileWith('old'), bytes('new'));
    expect(sync).toHaveBeenCalledOnce();
  });

  // As on a full disk, where the system takes a part of what it is given and says so in a number.
  it('does not rely on a single call having written all', () => {
    const path = fileWith('old');
    const write = fs.writeSync.bind(fs);
    vi.spyOn(fs, 'writeSync').mockImplementationOnce((file, data) =>
      write(file, data.toString().slice(0, 1)),
    );
    writeUserFile(path, bytes('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

describe('writing a file of the cache', () => {
  it('makes its folder, takes text and bytes, and does not wait for the disk', () => {
    const sync = vi.spyOn(fs, 'fsyncSync');
    const path = join(folder, 'cache/deep/a.json');
    writeCacheFile(path, '{"é":1}');
    expect(readCacheBytes(path)?.toString()).toBe('{"é":1}');
    writeCacheFile(path, Uint8Array.from([1, 2, 3]));
    expect([...readCacheBytes(path)!]).toEqual([1, 2, 3]);
    expect(sync).not.toHaveBeenCalled();
    expect(beside(path)).toEqual(['a.json']);
  });

  it('leaves the old one where the new one cannot be put in its place', () => {
    const path = join(folder, 'cache/b.json');
    writeCacheFile(path, 'old');
    vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw new Error('no rename today');
    });
    expect(() => writeCacheFile(path, 'new')).toThrow('no rename today');
    expect(readCacheBytes(path)?.toString()).toBe('old');
  });

  it('removes a folder in its place, and a file or a link that leads nowhere in the place of its folder', () => {
    writeFiles(folder, { 'way/c.json/deep/x': 'x', 'way/file': 'x' });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'way/link'));
    for (const name of ['c.json', 'file/d.json', 'file/deep/e.json', 'link/f.json']) {
      writeCacheFile(join(folder, 'way', name), name);
      expect(readCacheBytes(join(folder, 'way', name))?.toString()).toBe(name);
    }
  });

  it('goes through a link to a folder', () => {
    writeFiles(folder, { 'elsewhere/x': 'x' });
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'linked'), 'junction');
    writeCacheFile(join(folder, 'linked/g.json'), 'g');
    expect(readCacheBytes(join(folder, 'elsewhere/g.json'))?.toString()).toBe('g');
  });
});

describe('making a folder', () => {
  it('makes those above it, and leaves what is there', () => {
    const path = join(fileWith('x'), '../a/b/c');
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('throws where a file is in the way', () => {
    expect(() => makeFolder(join(fileWith('x'), 'below'))).toThrow(/EEXIST/);
  });

  it.runIf(process.platform === 'linux')('comes to an end where no folder can be made', () => {
    const script = `import { makeFolder } from ${JSON.stringify(pathToFileURL(join(projectRoot, 'src/workspace/write-file.ts')).href)};
      try { makeFolder('/proc/none/here'); } catch (error) { console.log(error.code); }`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(stdout.trim()).toBe('ENOENT');
  });
});
