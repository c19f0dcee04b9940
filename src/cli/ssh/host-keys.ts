import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ssh2 from 'ssh2';

const { parseKey } = ssh2.utils;

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
    const made = makeHostKey(type);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, made, { mode: 0o600 });
    chmodSync(path, 0o600);
    return made;
  });
  return { keys, fingerprint: fingerprintOf(keys[0]!) };
}

/** How often a key is made before something else must be wrong. */
const mostTries = 20;

/**
 * A new key. One of 256 that ssh2 1.17 makes for Ed25519 cannot be read, by itself neither: it leaves out a zero that the public half begins
 * with. Throws where none can be read.
 */
export function makeHostKey(type: 'ed25519' | 'rsa'): string {
  const { generateKeyPairSync } = ssh2.utils;
  for (let tries = 0; tries < mostTries; tries++) {
    const { private: made } =
      type === 'rsa' ? generateKeyPairSync('rsa', { bits: 2048 }) : generateKeyPairSync('ed25519');
    if (!(parseKey(made) instanceof Error)) return made;
  }
  throw new Error(`No host key of type ${type} could be made.`);
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
