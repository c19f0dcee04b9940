import { digestOf } from './digest.ts';

// What is kept between builds is trusted only where it is what was written. A line before it says how long it is and what its digest
// is; the name is in the digest, so that a file which lies where another one belongs is none.

const lineFeed = 0x0a;
/** No such line is longer. */
const maxLine = 80;

/** `content` after its checksum line. */
export function addChecksum(name: string, content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return Buffer.concat([Buffer.from(`${checksumOf(name, bytes)}\n`), bytes]);
}

/** The content that `addChecksum` was given under this name; undefined where the bytes are any others. */
export function removeChecksum(name: string, bytes: Buffer): Buffer | undefined {
  const end = bytes.subarray(0, maxLine).indexOf(lineFeed);
  if (end === -1) return undefined;
  const content = bytes.subarray(end + 1);
  return bytes.toString('latin1', 0, end) === checksumOf(name, content) ? content : undefined;
}

function checksumOf(name: string, content: Uint8Array): string {
  return `${content.length} ${digestOf(name, content)}`;
}
