// Which Node runs this project. Plain JavaScript that parses on any Node in use: it is asked before anything else.

/**
 * True of a Node that runs TypeScript as it is: without a flag from 22.18 and 23.6 on (https://nodejs.org/api/typescript.html); Astro
 * needs no newer one. A build without the part that strips types, one that was started without it, and a nightly build of 24 from
 * before it was there say so themselves.
 *
 * @param {string} version as in `process.versions.node`: `24.21.0`, `25.0.0-nightly20250901abcdef`
 * @param {unknown} typescript `process.features.typescript`: undefined before 22.10, false where there is none
 */
export function runsTypeScript(version, typescript) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const strips = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  return strips && Boolean(typescript);
}
