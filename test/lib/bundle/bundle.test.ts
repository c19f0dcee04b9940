import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/lib/bundle/manifest.ts';
import { manifestJsonSchema } from '../../../src/lib/bundle/manifest.ts';
import { toAscii } from '../../../src/lib/writing/ascii.ts';
import { sliceOf } from '../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { checkedLabwork, checker, labworkBundle, site } from './labwork.ts';

const engine = checker();
const labwork = checkedLabwork(engine);
const bundle = labworkBundle();
const unzipped = unzipSync(bundle.zip);
const textOf = (path: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(unzipped[path]);
const manifest = JSON.parse(textOf('manifest.json')) as Manifest;
const paths = Object.keys(unzipped);
/** Every script, with the platform its folder is for. */
const scripts = paths
  .filter((path) => /\.(ps1|ios)$/.test(path))
  .map((script) => {
    const [, name, folder] = script.split('/') as [string, string, string];
    const device =
      manifest.devices.find((entry) => entry.name === name && entry.platform === folder) ??
      manifest.devices.find((entry) => entry.name === name && !entry.alternative)!;
    return { script, platform: device.platform };
  });

describe('a bundle', () => {
  it('has scripts for each device and each alternative', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        'README.md',
        'SHA256SUMS',
        'manifest.json',
        'hosts/smb1/apply.ps1',
        'hosts/smb1/verify.ps1',
        'switches/sw1/0-precheck.ios',
        'switches/sw1/1-backup.ios',
        'switches/sw1/2-change.ios',
        'switches/sw1/3-verify.ios',
        'switches/sw1/4-save.ios',
        'switches/sw1/undo.ios',
        'switches/sw1/sg300/2-change.ios',
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
      expect(checked.some(({ resolved }) => `\n${resolved.text}\n`.includes(`\n${written}\n`))).toBe(true);
    }
  });

  it('leaves no block out but the examples, which the README lists', () => {
    for (const track of labwork.tracks) {
      const folder = { host: 'hosts', switch: 'switches', storage: 'storage' }[track.device.class];
      const base = `${folder}/${track.device.name}/${track.alternative ? `${track.platform}/` : ''}`;
      for (const { block, resolved } of track.blocks) {
        if (block.role === 'example') expect(textOf('README.md')).toContain(toAscii(block.because ?? ''));
        else {
          // A switch file has all of a block but what saves, which is in a file of its own.
          const stage = { apply: '2-change', verify: '3-verify', undo: 'undo' }[block.role];
          const names = track.device.class === 'switch' ? [stage, '4-save'] : [block.role];
          const text = names
            .flatMap((name) => paths.filter((path) => path.startsWith(`${base}${name}.`)))
            .map((path) => textOf(path).replaceAll('\r\n', '\n'))
            .join('\n');
          const kept = resolved.text.split('\n').filter((line) => line !== 'write memory');
          expect(text).toContain(`\n${kept.join('\n')}\n`);
          if (resolved.text.includes('write memory')) expect(text).toMatch(/\nwrite memory\n$/);
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
      if (/\.(ps1|md)$/.test(path)) expect(text.replaceAll('\r\n', ''), path).not.toMatch(/[\r\n]/);
      else expect(text, path).not.toContain('\r');
    }
  });

  it('adds nothing to the author’s commands but comments and the frame that runs them', async () => {
    for (const path of paths.filter((name) => /\.(ps1|ios)$/.test(name))) {
      const mapped = manifest.sourceMap.filter(({ script }) => script === path);
      const added = textOf(path)
        .split(/\r?\n/)
        .filter(
          (_line, index) => !mapped.some(({ lines: [first, last] }) => first <= index + 1 && index < last),
        )
        .filter((line) => line !== '' && !/^(?:!|#(?!Requires))/.test(line));
      if (/[23]-.*\.ios$/.test(path)) {
        expect(
          added.filter((line) => !/^(?:show |terminal )/.test(line)),
          path,
        ).toEqual([]);
      } else if (path.endsWith('.ps1'))
        await expect(`${added.join('\n')}\n`).toMatchFileSnapshot(
          join(import.meta.dirname, 'frames', path.split('/').at(-1)!),
        );
    }
  });

  it('has scripts in which its own checker finds nothing wrong', () => {
    for (const { script, platform } of scripts) {
      const file = createSourceFile(script, textOf(script));
      const found = engine.checkScript(sliceOf(file), platform).diagnostics;
      // A reload is for somebody who is watching; the script says so (below).
      const wrong = found.filter(({ rule }) => rule !== 'ios/needs-reload');
      expect(
        wrong.map(({ rule, message }) => `${rule} ${message}`),
        script,
      ).toEqual([]);
    }
  });

  it('runs the blocks of a device in the order of its steps', () => {
    for (const { script } of scripts) {
      const steps = manifest.sourceMap.filter((entry) => entry.script === script).map(({ step }) => step);
      if (!/precheck|backup|undo/.test(script)) expect(steps.length, script).toBeGreaterThan(0);
      const order = manifest.parts.flatMap((part) => part.steps);
      expect(steps, script).toEqual(steps.toSorted((a, b) => order.indexOf(a!) - order.indexOf(b!)));
    }
  });

  it('says in a script what must be done before a step, and what by hand', () => {
    expect(textOf('switches/sw1/2-change.ios')).toMatch(/^! Not in this script: reload\n/m);
    expect(textOf('hosts/smb1/apply.ps1')).toContain('#     Before this: sw1, step 2:1; sw1, step 2:3.\r\n');
    expect(textOf('README.md')).toMatch(
      /1\. sw1, step 2:1: .*\r\n {3}- not in the script, see below: `reload`\r\n2\. smb1, step 2:2, by hand: .*\r\n {3}- not in the script, see below: `Rename-NetAdapter .*`\r\n3\. sw1, step 2:3: /,
    );
  });

  it('stops at the first error, and refuses a parameter it does not have', () => {
    const apply = textOf('hosts/smb1/apply.ps1');
    expect(apply).toContain("\r\n$ErrorActionPreference = 'Stop'\r\n");
    // Commands of modules do not see the line above; without this one a script goes on after they fail.
    expect(apply).toContain("\r\n$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }\r\n");
    expect(apply).toContain('\r\n[CmdletBinding()]\r\n');
    expect(textOf('hosts/smb1/verify.ps1')).not.toContain("'Stop'");
  });
});

describe('prose for scripts', () => {
  it('is spelt in ASCII', () => {
    expect(toAscii('“Déjà vu” – it’s a…\u00A0ß\u202Ex→y 日')).toBe('"Deja vu" - it\'s a... ssx->y ?');
  });
});
