import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskProblem } from '../../src/workspace/disk-problem.ts';
import { writeUserFiles } from '../../src/workspace/write-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('what the disk refuses', () => {
  it.each([
    ['Error: ENOSPC: no space left on device, write\n    at writeSync (node:fs:1)', /^The disk is full/],
    ["ENOSPC: no space left on device, open '/a/b.json'", /^The disk is full, at .*a\/b\.json\. Make room/],
    ['\u001b[31mEDQUOT: disk quota exceeded, write\u001b[39m', /^The disk is full/],
    ["Error: EROFS: read-only file system, mkdir 'dist/x'", /^dist\/x cannot be written: .* only be read\.$/],
    ["EACCES: permission denied, open '.cache/x'", /^\.cache\/x cannot be read or written by this user\./],
    ["EMFILE: too many open files, open 'src/x'", /^src\/x cannot be opened: too many files/],
    [
      'Something went wrong inside rolldown.\nFailed to write file in dist/a.mjs\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>',
      /^The disk is full, at dist\/a\.mjs\. Make room/,
    ],
  ])('is told in words: %j', (text, told) => {
    const problem = diskProblem(text)!;
    expect(problem).toMatch(told);
    expect(problem).not.toContain('\n');
  });

  it.each([
    'TypeError: x is not a function\n    at a.ts:1',
    'ContentError: The content has 1 error.\n\nerror[a]: ENOSPC: no space left on device',
    'error[guide/syntax]: a\n   | ENOSPC: no space left on device, write',
    'a post about No space left on device (os error 28)',
  ])('is nothing else: %j', (text) => {
    expect(diskProblem(text)).toBeUndefined();
  });
});

describe('several files of the user', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('are replaced together, beside others', () => {
    const folder = join(temporaryFolder(), 'out');
    mkdirSync(join(folder, 'a'), { recursive: true });
    writeFileSync(join(folder, 'a/own'), 'own');
    writeFileSync(join(folder, 'a/b'), 'old');
    writeUserFiles(folder, [
      { path: 'a/b', bytes: bytes('new') },
      { path: 'c', bytes: bytes('c') },
    ]);
    expect(readFileSync(join(folder, 'a/b'), 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'a'))).toEqual(['b', 'own']);
    expect(readdirSync(join(folder, '..'))).toEqual(['out']);
  });

  it('stay as they were where one cannot be written', () => {
    const folder = join(temporaryFolder(), 'out');
    mkdirSync(join(folder, 'c'), { recursive: true });
    writeFileSync(join(folder, 'b'), 'old');
    const write = () =>
      writeUserFiles(folder, [
        { path: 'b', bytes: bytes('new') },
        { path: 'c', bytes: bytes('a folder lies there') },
      ]);
    expect(write).toThrow('a folder lies at');
    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('old');
    expect(readdirSync(join(folder, '..'))).toEqual(['out']);
  });
});
