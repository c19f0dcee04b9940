import { createHash } from 'node:crypto';
import Ajv from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/lib/bundle/manifest.ts';
import { manifestJsonSchema } from '../../../src/lib/bundle/manifest.ts';
import { contentOf, unpackBundle } from '../../../src/lib/bundle/read-bundle.ts';
import { platforms } from '../../../src/lib/platforms/platforms.ts';
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
        'hosts/smb1/Invoke-Labwork.ps1',
        'hosts/smb1/Labwork.Tests.ps1',
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

  it('holds every block where the manifest says, with parameters in the place of values', () => {
    const { runs } = contentOf(unpackBundle(bundle.zip)!);
    const texts = labwork.tracks.flatMap((track) => track.blocks).map(({ resolved }) => resolved.text);
    expect(manifest.sourceMap.length).toBeGreaterThan(10);
    for (const { role, text } of runs) if (role !== 'by hand') expect(texts).toContain(text);
    const written = manifest.sourceMap.flatMap(({ script, lines, inserted = [] }) =>
      inserted.map(({ start, end }) =>
        textOf(script)
          .split(/\r?\n/)
          .slice(lines[0] - 1, lines[1])
          .join('\n')
          .slice(start, end),
      ),
    );
    expect(written.length).toBeGreaterThan(10);
    for (const text of written)
      expect(text).toMatch(/^(?:\$\w+|\('.*' -f \$\w+(?:, \$\w+)*\)|".*\$\{\w+\}.*")$/);
  });

  it('leaves no block out but the examples, which the README lists', () => {
    const { runs } = contentOf(unpackBundle(bundle.zip)!);
    for (const { device, platform, blocks } of labwork.tracks) {
      const own = runs.filter((run) => run.device === `${device.name} on ${platforms[platform].title}`);
      for (const { block, resolved } of blocks) {
        if (block.role === 'example') expect(textOf('README.md')).toContain(toAscii(block.because ?? ''));
        else {
          // A switch file has all of a block but what saves, which is in a file of its own.
          const kept = (text: string) =>
            text
              .split('\n')
              .filter((line) => line !== 'write memory')
              .join('\n');
          const texts = own.filter(({ role }) => role === block.role).map(({ text }) => kept(text));
          expect(texts).toContain(kept(resolved.text));
        }
      }
    }
  });

  it('has no curly quote, prompt or placeholder, and the line ends of its reader', () => {
    for (const path of paths) {
      // Ansible has placeholders of its own.
      const text = textOf(path).replaceAll(
        path.endsWith('.yml') ? /\{\{ (?:labwork|item|playbook|inventory|not |\[)/g : /(?!)/g,
        '',
      );
      expect(text, path).not.toMatch(
        /[\u2018-\u201F\u2013\u2014\u00A0\u200B]|\{\{\s*[a-z][\w.-]*\s*\}\}|PS [A-Z]:\\|\w+(?:\(config[^)]*\))?#(?:\s|`|$)/m,
      );
      if (/\.(ps1|md)$/.test(path)) expect(text.replaceAll('\r\n', ''), path).not.toMatch(/[\r\n]/);
      else expect(text, path).not.toContain('\r');
    }
  });

  it('adds nothing to what changes a switch, or looks at it, but comments and looks', () => {
    for (const path of paths.filter((name) => /[23]-.*\.ios$/.test(name))) {
      const mapped = manifest.sourceMap.filter(({ script }) => script === path);
      const added = textOf(path)
        .split('\n')
        .filter(
          (_line, index) => !mapped.some(({ lines: [first, last] }) => first <= index + 1 && index < last),
        );
      expect(
        added.filter((line) => line !== '' && !/^(?:!|show |terminal )/.test(line)),
        path,
      ).toEqual([]);
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
      const own = manifest.sourceMap.filter((entry) => entry.script === script);
      if (!/precheck|backup|undo|Tests/.test(script)) expect(own.length, script).toBeGreaterThan(0);
      const steps = own.filter(({ role }) => role === own[0]?.role).map(({ step }) => step);
      const order = manifest.parts.flatMap((part) => part.steps);
      expect(steps, script).toEqual(steps.toSorted((a, b) => order.indexOf(a!) - order.indexOf(b!)));
    }
  });

  it('says in a script what must be done before a step, and what by hand', () => {
    expect(textOf('switches/sw1/2-change.ios')).toMatch(/^! Not in this script: reload\n/m);
    expect(textOf('hosts/smb1/Invoke-Labwork.ps1')).toContain(
      '  #     Before this: sw1, step 2:1; sw1, step 2:3.\r\n',
    );
    expect(textOf('README.md')).toMatch(
      /1\. sw1, step 2:1: .*\r\n {3}- not in the script, see below: `reload`\r\n(?: {3}- .*\r\n)*2\. smb1, step 2:2, by hand: .*\r\n {3}- not in the script, see below: `Rename-NetAdapter .*`\r\n3\. sw1, step 2:3: /,
    );
  });

  it('stops at the first error, and refuses a parameter it does not have', () => {
    const script = textOf('hosts/smb1/Invoke-Labwork.ps1');
    expect(script).toContain("\r\n$ErrorActionPreference = 'Stop'\r\n");
    // Commands of modules do not see the line above; without this one a script goes on after they fail.
    expect(script).toContain("\r\n$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }\r\n");
    expect(script).toContain('\r\n[CmdletBinding(');
  });
});

describe('prose for scripts', () => {
  it('is spelt in ASCII', () => {
    expect(toAscii('“Déjà vu” – it’s a…\u00A0ß\u202Ex→y 日')).toBe('"Deja vu" - it\'s a... ssx->y ?');
  });
});
