import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReleases } from '../../src/lib/ledger/releases/check-releases.ts';
import type { StatusEvent } from '../../src/lib/ledger/releases/status.ts';
import { digestOfCanonical, statusText, withEvent } from '../../src/lib/ledger/releases/status.ts';
import { readReleases } from '../../src/workspace/releases.ts';
import { sha256 } from '../../src/workspace/sha256.ts';
import { writeRelease } from '../../src/workspace/write-release.ts';
import { partOf } from '../releases.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = 'public/bundles';
const statusPath = `${folder}/labworks-9/status.json`;

/** A release with its files, after those of a log. */
function releaseAfter(log: readonly StatusEvent[], version: string) {
  const zip = { path: `${folder}/labworks-9-${version}.zip`, text: `The zip of ${version}. `.repeat(50) };
  const manifest = {
    path: zip.path.replace('.zip', '.manifest.json'),
    text: `{ "version": "${version}" }\n`,
  };
  const post = { path: 'src/content/labworks/rack-part-1.mdx', text: `---\nrelease: ${version}\n---\n` };
  const events = withEvent(log, {
    kind: 'release',
    version,
    date: '2014-04-10',
    changes: ['Something.'],
    zip: `labworks-9-${version}.zip`,
    size: zip.text.length,
    sha256: sha256(zip.text),
    manifest: digestOfCanonical(JSON.parse(manifest.text)),
    files: {},
    parts: { 'labworks/rack-part-1': sha256('part') },
  });
  return {
    log: events,
    files: [zip, manifest, post],
    status: { path: statusPath, text: statusText(9, events) },
  };
}

const first = releaseAfter([], '1.0.0');
const second = releaseAfter(first.log, '2.0.0');

const bytesOf = ({ path, text }: { path: string; text: string }) => ({ path, bytes: Buffer.from(text) });
const write = (root: string, { files, status }: typeof first, leftovers: readonly string[] = []) =>
  writeRelease({ leftovers, files: files.map(bytesOf), status: bytesOf(status) }, root);

const foundIn = (root: string) =>
  checkReleases({
    stored: readReleases({ root, state: 'none' }),
    parts: [partOf('labworks/rack-part-1')],
    comparisons: new Map(),
    debugFiles: new Set(),
  });

describe('a release', () => {
  it('is there with all that belongs to it', () => {
    const root = temporaryFolder();
    write(root, first);
    write(root, second);
    expect(foundIn(root)).toEqual([]);
    expect(readFileSync(join(root, statusPath), 'utf8')).toBe(second.status.text);
  });

  it('holds where a checkout has other line ends', () => {
    const root = temporaryFolder();
    write(root, first);
    for (const { path, text } of [first.files[1]!, first.status])
      writeFileSync(join(root, path), text.replaceAll('\n', '\r\n'));
    expect(foundIn(root)).toEqual([]);
  });

  it('that is killed at any change of the disk leaves those before as they were, and is finished by being made again', async () => {
    const origin = temporaryFolder();
    write(origin, first);
    const plan = join(temporaryFolder(), 'plan.json');
    writeFileSync(plan, JSON.stringify({ leftovers: [], files: second.files, status: second.status }));
    const script = join(import.meta.dirname, 'write-release-killed.ts');
    const states = new Set<string>();
    const killedAt = async (at: number) => {
      const root = temporaryFolder();
      mkdirSync(root, { recursive: true });
      cpSync(origin, root, { recursive: true });
      const child = spawn(process.execPath, [script, root, plan, String(at)], { stdio: 'inherit' });
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
      const found = foundIn(root);
      // Nothing that was released is touched, and no state is told as anything but unfinished.
      expect(found.filter(({ rule }) => rule !== 'release/unfinished')).toEqual([]);
      for (const { path, text } of first.files.slice(0, 2))
        expect(readFileSync(join(root, path), 'utf8')).toBe(text);
      const status = readFileSync(join(root, statusPath), 'utf8');
      expect([first.status.text, second.status.text]).toContain(status);
      states.add(`${status === second.status.text} ${found.length}`);
      if (status === first.status.text)
        write(
          root,
          second,
          found.map(({ file }) => file),
        );
      expect(foundIn(root)).toEqual([]);
      return signal;
    };
    let at = 1;
    for (let killed = true; killed; at += 8) {
      const signals = await Promise.all(Array.from({ length: 8 }, (_, index) => killedAt(at + index)));
      killed = signals.every((signal) => signal === 'SIGKILL');
      expect(at).toBeLessThan(100);
    }
    expect(at).toBeGreaterThan(16);
    expect([...states].sort()).toEqual(expect.arrayContaining(['false 0', 'false 1', 'false 2', 'true 0']));
  }, 60_000);
});
