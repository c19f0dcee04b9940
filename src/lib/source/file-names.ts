/**
 * Whether Windows takes a file's or folder's name for one of its devices, whatever its case and extension: nothing of such a name can be
 * unpacked, checked out or written there. Source: Microsoft Learn, “Naming Files, Paths, and Namespaces”.
 */
export function isWindowsDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|(?:com|lpt)[1-9¹²³])[ ]*(?:[.:]|$)/i.test(name);
}
