import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** A text as it lies on the disk, with what must be preserved when it is written back. */
export interface TextFile {
  /** Without its byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly mark: boolean;
}

/** Something about a file that the user must know; not a fault of the tool. */
export interface FileProblem {
  readonly problem: string;
}

/** Bytes of a text. What is checked has limits of its own far below; the facts of a whole machine come nearest. It keeps a device or a disk image out of memory. */
const mostBytes = 2 ** 26;

/** Text in UTF-8, or in UTF-16 with a byte order mark, of a path or of an open file such as standard input. */
export function readText(source: string | number): TextFile | FileProblem {
  try {
    const bytes = typeof source === 'number' ? readBytes(source) : readPath(source);
    return bytes
      ? decodeText(bytes)
      : {
          problem: `it has more than ${String(mostBytes)} bytes, which no text here needs; split it into parts`,
        };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

function readPath(path: string): Uint8Array | undefined {
  const file = openSync(path, 'r');
  try {
    return readBytes(file);
  } finally {
    closeSync(file);
  }
}

/** All that a file has; undefined where that is too much. A device or a pipe does not say beforehand how much it has. */
function readBytes(file: number): Uint8Array | undefined {
  const { size } = fstatSync(file);
  if (size > mostBytes) return undefined;
  // With room for one more, so that the end of what is as long as it says is found in the same place.
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.max(2 * length, 2 ** 16));
    const count = readSync(file, bytes, { offset: length });
    if (count === 0) return bytes.subarray(0, length);
    length += count;
    if (length > mostBytes) return undefined;
  }
}

export function decodeText(bytes: Uint8Array): TextFile | FileProblem {
  const encoding: Encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? { name: 'utf-16le', mark: true }
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? { name: 'utf-16be', mark: true }
        : { name: 'utf-8', mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
  if (isWideWithoutMark(bytes))
    return { problem: 'it looks like UTF-16 without a byte order mark, or UTF-32; save it as UTF-8' };
  try {
    return { text: new TextDecoder(encoding.name, { fatal: true }).decode(bytes), encoding };
  } catch {
    return { problem: `it is not ${encoding.name.toUpperCase()} text; save it as UTF-8` };
  }
}

/** Of the first characters, which in any text that people write stand on one page of Unicode, every other byte would be zero. */
function isWideWithoutMark(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false;
  const [a, b, c, d] = bytes;
  const isUtf32 = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe);
  return isUtf32 || (a !== 0 && b === 0 && c !== 0 && d === 0) || (a === 0 && b !== 0 && c === 0 && d !== 0);
}

export function encodeText({ text, encoding }: TextFile): Uint8Array {
  const marked = encoding.mark ? `\uFEFF${text}` : text;
  if (encoding.name === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding.name === 'utf-16be' ? bytes.swap16() : bytes;
}

export function kindOfPath(path: string): 'file' | 'folder' | FileProblem {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** What the disk refused, in words that end a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read or written by this user';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ELOOP') return 'it is a link that leads to itself';
  return message;
}
