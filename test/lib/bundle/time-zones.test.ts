import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labworkBundle } from './labwork.ts';

describe('a bundle', () => {
  it.each(['UTC', 'Asia/Tokyo', 'America/New_York'])(
    'has the same bytes in the time zone %s',
    (zone) => {
      const digest = execFileSync(process.execPath, [join(import.meta.dirname, 'print-digest.ts')], {
        env: { ...process.env, TZ: zone, LC_ALL: 'C', NODE_OPTIONS: '' },
        encoding: 'utf8',
      });
      expect(digest).toBe(labworkBundle().sha256);
    },
    120_000,
  );
});
