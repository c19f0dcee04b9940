// All that is asked of bundles, loaded at once.
export { makeBundle } from './make-bundle.ts';
export { matchRelease } from './match-release.ts';
export { aboutOwnFiles } from './own-files.ts';
export { partDigests } from './part-digests.ts';
export { appliedBy, contentOf, instructionsOf, unpackBundle } from './read-bundle.ts';
export { bundleName } from './release.ts';
export { startFiles } from './start-files.ts';
