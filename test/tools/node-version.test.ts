import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runsTypeScript } from '../../tools/node-version.mjs';

const root = resolve(import.meta.dirname, '../..');

type Version = readonly [version: string, typescript: string | false | undefined, runs: boolean];

/** Released versions, with what `process.features.typescript` says there, and whether they run TypeScript as it is. */
const released: readonly Version[] = [
  ['18.20.8', undefined, false],
  ['20.20.2', undefined, false],
  ['21.7.3', undefined, false],
  ['22.0.0', undefined, false],
  ['22.11.0', false, false],
  ['22.12.0', false, false],
  ['22.17.1', false, false],
  ['22.18.0', 'strip', true],
  ['22.23.2', 'strip', true],
  ['23.0.0', false, false],
  ['23.5.0', false, false],
  ['23.6.0', 'strip', true],
  ['23.11.1', 'strip', true],
  ['24.0.0', 'strip', true],
  ['24.21.0', 'transform', true],
  ['26.10.0', 'strip', true],
  ['100.0.0', 'strip', true],
];

const others: readonly Version[] = [
  ['22.18.0-rc.1', 'strip', true],
  ['24.0.0-nightly20241101a1b2c3', false, false],
  ['25.0.0-nightly20250901a1b2c3', 'strip', true],
  // Built or started without it.
  ['24.21.0', false, false],
  // Started with a flag, which threads of ours that have flags of their own do not get.
  ['22.12.0', 'strip', false],
];

describe('a Node', () => {
  it.each([...released, ...others])('%s with TypeScript %s: %s', (version, typescript, runs) => {
    expect(runsTypeScript(version, typescript)).toBe(runs);
  });

  it('that runs this test will do', () => {
    expect(runsTypeScript(process.versions.node, process.features.typescript)).toBe(true);
  });
});

describe('the Node that the project brings along', () => {
  const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
  const { engines, optionalDependencies } = json('tools/packaged-node/package.json');

  it('is of one version for all systems, and will do', () => {
    const all = new Set(Object.values(optionalDependencies));
    expect(all.size).toBe(1);
    expect(runsTypeScript([...all][0]!, 'strip')).toBe(true);
  });

  it('is locked for Linux, macOS and Windows', () => {
    const { packages } = json('package-lock.json');
    for (const name of Object.keys(optionalDependencies))
      expect(packages[`node_modules/${name}`]).toMatchObject({
        version: optionalDependencies[name],
        optional: true,
        integrity: expect.stringMatching(/^sha512-/) as string,
      });
    expect(Object.keys(optionalDependencies).map((name) => name.replace(/^node-(?:bin-)?/, ''))).toEqual([
      'darwin-arm64',
      'darwin-x64',
      'linux-arm64',
      'linux-x64',
      'win-x64',
    ]);
  });

  // npm leaves an optional package out where its engines do not fit.
  it('is for those that will not do, and for no other', () => {
    const isFor = (version: string) => engines.node.split('||').some((range) => isIn(version, range));
    expect(released.filter(([version]) => isFor(version))).toEqual(released.filter(([, , runs]) => !runs));
  });
});

interface Manifest {
  readonly engines: { readonly node: string };
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly packages: Readonly<Record<string, object>>;
}

/** Of ranges with `<` and `>=` alone. */
function isIn(version: string, range: string): boolean {
  const compare = (other: string) => version.localeCompare(other, 'en', { numeric: true });
  return range
    .trim()
    .split(' ')
    .every((part) => (part.startsWith('<') ? compare(part.slice(1)) < 0 : compare(part.slice(2)) >= 0));
}
