import { readCacheBytes, required } from '../workspace/cache-files.ts';
import { zipFile } from '../workspace/paths.ts';

/** The bytes of a bundle that the loader made. */
export function readBundle(digest: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(required(zipFile(digest), readCacheBytes));
}
