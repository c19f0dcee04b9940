import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { PlatformId } from '../platforms/platforms.ts';
import { day } from '../guide/front-matter.ts';

/** When PowerShell's own engine read and bound a block and had nothing against it. */
export interface EngineAgreement {
  /** Its version: `7.6.9`. */
  readonly engine: string;
  /** The day it was asked. */
  readonly date: string;
}

/** By `blockDigest`. A block that was changed since has another digest, and so no record. */
export type EngineRecords = ReadonlyMap<string, EngineAgreement>;

/** The file of records, written by whoever asks the engine: `{ "<blockDigest>": { "engine": "7.6.9", "date": "2026-11-25" } }`. */
export const engineRecordsSchema = z.record(
  z.string().regex(/^[0-9a-f]{64}$/, 'a digest of 64 hexadecimal digits'),
  z.strictObject({ engine: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 7.6.9'), date: day }),
);

/** SHA-256, in hexadecimal, of what the engine was asked: a platform's id, a line feed, and the code with its values filled in. */
export function blockDigest(platform: PlatformId, code: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${platform}\n${code}`)));
}
