import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from '../../tools/copy-project.ts';
import type { Sight } from './content-cases.ts';
import { contentCases, fixtureContent } from './content-cases.ts';
import { temporaryFolder } from './temporary-folder.ts';

// A labwork of two parts, written in every way that a disk and an editor know. What is built from nothing, what is built after something
// else, what the check says and what the command line bundles must be of one content: what one of them sees, all see.

const folder = temporaryFolder();
const copy = join(folder, 'project');
const sights = new Map<string, Sight>();

beforeAll(() => {
  copyProject(copy);
  const content = join(copy, 'src/content');
  for (const name of readdirSync(content)) rmSync(join(content, name), { recursive: true });
  cpSync(fixtureContent, content, { recursive: true });
  const cases = join(folder, 'cases.json');
  writeFileSync(cases, JSON.stringify(contentCases));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'see-content.ts'), cases],
    {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  );
  expect(status, stderr).toBe(0);
  for (const sight of JSON.parse(stdout) as Sight[]) sights.set(sight.name, sight);
}, 600_000);

const sumsOf = ({ cold }: Sight) =>
  cold.bundles
    .filter((line) => line.startsWith('labworks-7-') && line.includes(' false '))
    .map((line) => line.split(' ').at(-1));
const whole = () => sumsOf(sights.get('UTF-8, LF, ["---","---"]')!);

describe.each(contentCases)('$name', ({ name, isWhole, isSound, isNoted }) => {
  it('is one content for all who read it', () => {
    const sight = sights.get(name)!;
    const { cold, incremental, check, bundle } = sight;
    // While something is broken nothing is published, and a site that is served shows the bundle before.
    const bundles = cold.errors > 0 ? cold.bundles : incremental.bundles;
    expect({ ...incremental, bundles }).toEqual(cold);
    expect(check).toEqual({ code: cold.errors > 0 ? 1 : 0, diagnostics: cold.diagnostics });
    if (cold.errors === 0) expect(sumsOf(sight)).toEqual(/^\d$/.test(bundle) ? [] : [bundle]);
  });

  it(isWhole ? 'makes the whole bundle, and nothing is wrong' : isSound ? 'is right' : 'is told', () => {
    const sight = sights.get(name)!;
    // That nothing is recorded or released yet is no fault of what is written.
    const told = sight.cold.diagnostics.filter((text) => !/^info\[(?:ledger|release)\//.test(text));
    if (isWhole || isSound) expect(told).toEqual([]);
    else expect(told).not.toEqual([]);
    if (isWhole) expect(sumsOf(sight)).toEqual(whole());
    if (isNoted) {
      expect(sight.cold.errors).toBe(0);
      expect(sumsOf(sight)).toEqual(sumsOf(sights.get('no second part')!));
    }
  });
});
