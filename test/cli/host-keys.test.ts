import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { afterEach, expect, it, vi } from 'vitest';
import { hostKeysIn } from '../../src/cli/ssh/host-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'host-keys-'));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps no key that cannot be read, of which ssh2 makes some', () => {
  const made = vi.spyOn(ssh2.utils, 'generateKeyPairSync');
  made.mockImplementationOnce(() => ({ private: 'cut off', public: '' }));
  const { keys, fingerprint } = hostKeysIn(folder);
  expect(made).toHaveBeenCalledTimes(3);
  expect(fingerprint).toMatch(/^SHA256:/);
  for (const key of keys) expect(ssh2.utils.parseKey(key)).not.toBeInstanceOf(Error);
  expect(readFileSync(join(folder, 'host-key-ed25519'), 'utf8')).toBe(keys[0]);
  // And they are the switch's from then on.
  expect(hostKeysIn(folder)).toEqual({ keys, fingerprint });
});
