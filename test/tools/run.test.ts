import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('starts tools that ask nobody elsewhere, for Astro would write down when it did and so restart a server beside it', () => {
  const { stdout } = spawnSync(
    process.execPath,
    ['tools/run.mjs', 'test/fixtures/tools/print-environment.mjs'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(JSON.parse(stdout)).toMatchObject({
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
    ASTRO_TELEMETRY_DISABLED: '1',
  });
});
