import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, labworks as runLabworks, workshopProject } from './run-cli.ts';

const project = workshopProject();
afterAll(() => rmSync(project, { recursive: true, force: true }));
const labworks = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) =>
  runLabworks(args, input, project, env, project);

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

describe('the project’s own content', () => {
  it('has no errors', () => {
    const outcome = runLabworks(['check', '--format', 'json']);
    const found = json(outcome).files.flatMap(({ file, diagnostics }) =>
      // What is only told, such as a post that waits for its day, is the author's own matter.
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, line, message }) => `${file}:${line} ${rule} ${message}`),
    );
    expect(found).toEqual([]);
    expect(outcome.code).toBe(0);
  });
});

describe('labworks addresses', () => {
  it('remembers what is published, once, and the check tells what of it is lost', () => {
    const list = join(project, 'src/content/addresses/published.txt');
    const part2 = join(project, 'src/content/labworks/converged-switching-part-2.mdx');
    expect(labworks(['addresses']).out).toMatch(/^2 addresses added to .*published\.txt\.\n$/);
    expect(labworks(['addresses']).out).toMatch(/^0 addresses added/);
    expect(readFileSync(list, 'utf8')).toBe(
      '/labworks/converged-switching-part-1/\n/labworks/converged-switching-part-2/\n',
    );
    const text = readFileSync(part2, 'utf8');
    rmSync(part2);
    expect(labworks(['check']).out).toContain('/labworks/converged-switching-part-2/ was published');
    writeFileSync(part2, text);
    expect(labworks(['check']).out).not.toContain('was published');
    rmSync(list);
  }, 60_000);
});

describe('what programs write into the content', () => {
  const damaged = [
    ['accuracy/powershell-parser.json', '{\n  "title": ', 'error[content/data-file]: This is no JSON'],
    ['evidence/powershell-engine.json', '{ "a": 1 }', 'error[content/data-file]'],
    ['evidence/rehearsal.json', '{ "a": 1 }', 'error[content/data-file]'],
    ['addresses/published.txt', Buffer.from('/caf\xe9/\n', 'latin1'), 'error[content/unreadable-file]'],
  ] as const;

  it.each(damaged)(
    'is told where it is damaged: %s',
    (name, content, told) => {
      const path = join(project, 'src/content', name);
      const before = existsSync(path) ? readFileSync(path) : undefined;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      const { code, out, err } = labworks(['check']);
      expect(out).toContain(told);
      expect(out).toContain(`src/content/${name}`);
      expect([code, err]).toEqual([1, '']);
      // A list that cannot be read is not written anew.
      if (name.startsWith('addresses')) {
        expect(labworks(['addresses'])).toMatchObject({ code: 2, out: '' });
        expect(readFileSync(path)).toEqual(content);
      }
      if (before) writeFileSync(path, before);
      else rmSync(path);
    },
    60_000,
  );
});

describe('labworks bundle', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'labworks-bundle-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes the same bytes in every time zone, and prints their sum', () => {
    const sums = ['UTC', 'Asia/Tokyo', 'America/New_York'].map((zone, index) => {
      const out = join(folder, String(index));
      const outcome = labworks(['bundle', '2', '--out', out], '', { TZ: zone });
      expect(outcome.err).toBe('');
      const [name] = readdirSync(out);
      expect(name).toMatch(/^labworks-2-(?:\d+\.\d+\.\d+|unreleased-[0-9a-f]{12})\.zip$/);
      const sum = sha256(readFileSync(join(out, name!)));
      expect(outcome.out).toContain(`${sum}  `);
      return sum;
    });
    expect(new Set(sums).size).toBe(1);
  });

  it('lists the files it holds, whose sums are true', () => {
    const out = join(folder, 'unpacked');
    const listing = labworks(['bundle', '2', '--list', '--out', out, '--unpack']).out;
    const zip = readdirSync(out).find((name) => name.endsWith('.zip'))!;
    const files = unzipSync(readFileSync(join(out, zip)));
    expect(Object.keys(files)).toContain('README.md');
    for (const [path, bytes] of Object.entries(files)) {
      expect(listing).toContain(sha256(bytes));
      expect(Buffer.compare(readFileSync(join(out, zip.replace(/\.zip$/, ''), path)), bytes)).toBe(0);
    }
    const sums = new TextDecoder().decode(files['SHA256SUMS']).trim().split('\n');
    expect(sums).toHaveLength(Object.keys(files).length - 1);
    for (const line of sums) {
      const [sum, path] = line.split('  ');
      expect(sha256(files[path!]!)).toBe(sum);
    }
  });

  it('says which labworks there are', () => {
    const outcome = labworks(['bundle', '999']);
    expect(outcome.err).toMatch(/there is no labwork 999; there are: .*2/);
    expect(outcome.code).toBe(2);
  });
});
