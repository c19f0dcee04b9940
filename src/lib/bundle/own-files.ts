/** What the files are that no manifest can describe: the manifest itself, and the checksums of all others. */
export const aboutOwnFiles = {
  'manifest.json': 'the same for programs',
  SHA256SUMS: 'checksums of every other file',
} as const;
