import { isWindowsDevice } from '../source/file-names.ts';

/** Of a part of an address, in UTF-8: it is also the name of a folder, for which file systems have 255. */
const mostBytes = 200;

/**
 * Why a name cannot be a part of an address of the site, and so the name of a file or folder in `dist/`; undefined where it can. Ends
 * a sentence that begins with the name.
 */
export function addressProblem(name: string): string | undefined {
  if (new TextEncoder().encode(name).length > mostBytes) return `is longer than ${mostBytes} bytes`;
  if (isWindowsDevice(name)) return 'is kept by Windows for a device';
  return undefined;
}
