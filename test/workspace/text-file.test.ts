import { spawnSync } from 'node:child_process';
import { closeSync, openSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText, kindOfPath, readText, reasonOf } from '../../src/workspace/text-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

describe('a text', () => {
  it.each([
    ['UTF-8', [0x41, 0xc3, 0xa9], 'Aé', 'utf-8', false],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x41], 'A', 'utf-8', true],
    ['UTF-16, little end first', [0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00], 'Aé', 'utf-16le', true],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0x41, 0x00, 0xe9], 'Aé', 'utf-16be', true],
    ['nothing', [], '', 'utf-8', false],
  ] as const)('in %s is read, and written back as it was', (_what, bytes, text, name, mark) => {
    const file = decodeText(Uint8Array.from(bytes));
    expect(file).toEqual({ text, encoding: { name, mark } });
    expect('problem' in file ? [] : [...encodeText(file)]).toEqual([...bytes]);
  });

  it.each([
    [[0x41, 0xff], 'it is not UTF-8 text; save it as UTF-8'],
    [[0xff, 0xfe, 0x00, 0xd8], 'it is not UTF-16LE text; save it as UTF-8'],
  ])('of other bytes is a problem of the file: %j', (bytes, problem) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ problem });
  });

  it('keeps a second mark, which is a part of it', () => {
    expect(decodeText(Buffer.from('\ufeff\ufeffA'))).toMatchObject({ text: '\ufeffA' });
  });

  it('that is not there, or is a folder, is a problem in words', () => {
    expect(readText(join(folder, 'gone'))).toEqual({ problem: 'there is no such file' });
    expect(readText(folder)).toEqual({ problem: 'it is a folder' });
    expect(reasonOf(Object.assign(new Error('x'), { code: 'EACCES' }))).toMatch(/may not be read/);
    expect(reasonOf(new Error('it is odd'))).toBe('it is odd');
  });

  it('that is a disk image is not taken into memory', () => {
    const path = join(folder, 'image.ps1');
    writeFileSync(path, '');
    truncateSync(path, 2 ** 26 + 1);
    expect(readText(path)).toEqual({ problem: expect.stringMatching(/more than 67108864 bytes/) });
    truncateSync(path, 2 ** 20);
    expect(readText(path)).toMatchObject({ text: '\0'.repeat(2 ** 20) });
  });

  it.skipIf(process.platform === 'win32')('that never ends is told, by its path or as standard input', () => {
    const path = join(folder, 'endless.ps1');
    symlinkSync('/dev/zero', path);
    const read = `import { readText } from ${JSON.stringify(join(import.meta.dirname, '../../src/workspace/text-file.ts'))};
      const source = process.argv[1] === '-' ? 0 : process.argv[1];
      console.log(JSON.stringify(readText(source)));`;
    const input = openSync(path, 'r');
    for (const source of [path, '-']) {
      // In a process of its own, whose end is certain and whose memory is bounded.
      const { stdout } = spawnSync(
        'sh',
        [
          '-c',
          'ulimit -d 1200000 2>/dev/null; exec "$0" --input-type=module-typescript -e "$1" "$2"',
          process.execPath,
          read,
          source,
        ],
        { encoding: 'utf8', stdio: [input, 'pipe', 'ignore'], timeout: 60_000 },
      );
      expect(stdout).toMatch(/more than 67108864 bytes/);
    }
    closeSync(input);
  });
});

describe('a path', () => {
  it('leads to a file, a folder, or nothing', () => {
    writeFileSync(join(folder, 'here'), '');
    expect(kindOfPath(folder)).toBe('folder');
    expect(kindOfPath(join(folder, 'here'))).toBe('file');
    expect(kindOfPath(join(folder, 'gone'))).toEqual({ problem: 'there is no such file' });
  });
});
