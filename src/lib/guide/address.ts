/** Names that Windows keeps for its devices, whatever their case: no file or folder there can have one. */
const keptByWindows = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** Of a part of an address, in UTF-8: it is also the name of a folder, for which file systems have 255. */
const mostBytes = 200;

/**
 * Why a name cannot be a part of an address of the site, and so the name of a file or folder in `dist/`; undefined where it can. Ends
 * a sentence that begins with the name.
 */
export function addressProblem(name: string): string | undefined {
  if (new TextEncoder().encode(name).length > mostBytes) return `is longer than ${mostBytes} bytes`;
  if (keptByWindows.test(name)) return 'is kept by Windows for a device';
  return undefined;
}
