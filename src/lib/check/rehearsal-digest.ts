import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256, in hexadecimal, of a host script but for what a release writes into it: the comment above its first statement, its version and
 * its title. All else is part of it, comments too.
 */
export function rehearsalDigest(script: string): string {
  const text = script.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const from = text.indexOf('\n#Requires ');
  const own = text
    .slice(from + 1)
    .split('\n')
    .filter((line) => !/^\$script:Labwork(?:Version|Title) = '/.test(line));
  return bytesToHex(sha256(utf8ToBytes(own.join('\n'))));
}
