import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ssh2 from 'ssh2';

const { generateKeyPairSync, parseKey } = ssh2.utils;

export interface HostKeys {
  readonly keys: readonly string[];
  /** As `ssh` shows it when it meets a host for the first time: `SHA256:…`. */
  readonly fingerprint: string;
}

/**
 * The keys by which an SSH client knows the switch again: those of `folder`, made there where they are not, readable by their owner alone.
 * RSA is for clients that know nothing newer.
 */
export function hostKeysIn(folder: string): HostKeys {
  const keys = (['ed25519', 'rsa'] as const).map((type) => {
    const path = join(folder, `host-key-${type}`);
    const kept = readKey(path);
    if (kept !== undefined) return kept;
    const { private: made } =
      type === 'rsa' ? generateKeyPairSync('rsa', { bits: 2048 }) : generateKeyPairSync('ed25519');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, made, { mode: 0o600 });
    chmodSync(path, 0o600);
    return made;
  });
  return { keys, fingerprint: fingerprintOf(keys[0]!) };
}

function readKey(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return parseKey(text) instanceof Error ? undefined : text;
  } catch {
    return undefined;
  }
}

function fingerprintOf(key: string): string {
  const parsed = parseKey(key);
  if (parsed instanceof Error) throw parsed;
  const digest = createHash('sha256').update(parsed.getPublicSSH()).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}
