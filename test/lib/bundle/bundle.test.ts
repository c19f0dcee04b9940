import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/lib/bundle/manifest.ts';
import { manifestJsonSchema } from '../../../src/lib/bundle/manifest.ts';
import { toAscii } from '../../../src/lib/bundle/ascii.ts';
import { checkedLabwork, labworkBundle, site } from './labwork.ts';

const labwork = checkedLabwork();
const bundle = labworkBundle();
const unzipped = unzipSync(bundle.zip);
const textOf = (path: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(unzipped[path]);
const manifest = JSON.parse(textOf('manifest.json')) as Manifest;
const paths = Object.keys(unzipped);

describe('a bundle', () => {
  it('has scripts for each device and each alternative', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        'README.md',
        'SHA256SUMS',
        'manifest.json',
        'hosts/smb1/apply.ps1',
        'hosts/smb1/verify.ps1',
        'switches/sw1/apply.ios',
        'switches/sw1/verify.ios',
        'switches/sw1/sg300/apply.ios',
      ]),
    );
  });

  it('has checksums that agree with an independent implementation', () => {
    const lines = textOf('SHA256SUMS').trimEnd().split('\n');
    expect(lines).toHaveLength(paths.length - 1);
    for (const line of lines) {
      const [digest, path] = line.split('  ') as [string, string];
      expect(createHash('sha256').update(unzipped[path]!).digest('hex')).toBe(digest);
    }
    expect(createHash('sha256').update(bundle.zip).digest('hex')).toBe(bundle.sha256);
  });

  it('has a manifest that its published schema accepts', () => {
    const validate = new Ajv({ formats: { uri: true, date: true } }).compile(manifestJsonSchema(site));
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...manifest, extra: 1 })).toBe(false);
  });

  it('holds every block line by line where the manifest says', () => {
    expect(manifest.sourceMap.length).toBeGreaterThan(10);
    for (const { script, lines, block, post } of manifest.sourceMap) {
      const written = textOf(script)
        .split(/\r?\n/)
        .slice(lines[0] - 1, lines[1])
        .join('\n');
      const checked = labwork.tracks
        .flatMap((track) => track.blocks)
        .filter((entry) => entry.block.id === block && entry.block.code.file.path.endsWith(post));
      expect(checked.map(({ filled }) => filled.text)).toContain(written);
    }
  });

  it('leaves no block out but the examples, which the README lists', () => {
    for (const track of labwork.tracks) {
      const folder = { host: 'hosts', switch: 'switches', storage: 'storage' }[track.device.class];
      const base = `${folder}/${track.device.name}/${track.alternative ? `${track.platform}/` : ''}`;
      for (const { block, filled } of track.blocks) {
        if (block.role === 'example') expect(textOf('README.md')).toContain(toAscii(block.because ?? ''));
        else {
          const script = paths.find((path) => path.startsWith(`${base}${block.role}.`))!;
          expect(textOf(script).replaceAll('\r\n', '\n')).toContain(`\n${filled.text}\n`);
        }
      }
    }
  });

  it('has no curly quote, prompt or placeholder, and the line ends of its reader', () => {
    for (const path of paths) {
      const text = textOf(path);
      expect(text, path).not.toMatch(
        /[\u2018-\u201F\u2013\u2014\u00A0\u200B]|\{\{|PS [A-Z]:\\|\w+(?:\(config[^)]*\))?#(?:\s|`|$)/m,
      );
      if (path.endsWith('.ps1')) expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      else expect(text).not.toContain('\r');
    }
  });

  it('says in the switch’s script what must be done by hand', () => {
    expect(textOf('switches/sw1/apply.ios')).toMatch(/^! Not in this script: reload\n/m);
  });

  it.each(['UTC', 'Asia/Tokyo', 'America/New_York'])(
    'has the same bytes in the time zone %s',
    (zone) => {
      const digest = execFileSync(process.execPath, [join(import.meta.dirname, 'print-digest.ts')], {
        env: { ...process.env, TZ: zone, LC_ALL: 'C', NODE_OPTIONS: '' },
        encoding: 'utf8',
      });
      expect(digest).toBe(bundle.sha256);
    },
    120_000,
  );
});

describe('prose for scripts', () => {
  it('is spelt in ASCII', () => {
    expect(toAscii('“Déjà vu” – it’s a…\u00A0ß\u202Ex→y 日')).toBe('"Deja vu" - it\'s a... ssx->y ?');
  });
});
