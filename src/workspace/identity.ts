import manifest from '../../package.json' with { type: 'json' };

/** Where the site is published, without a slash at the end. */
export const siteUrl = manifest.homepage.replace(/\/$/, '');

/** Of the project, which is also what `labworks --version` prints. */
export const version = manifest.version;
