import { join } from 'node:path';
import { projectRoot } from './paths.ts';

/** The file that says who the site is. */
export const siteFile = join(projectRoot, 'src/site.yaml');

/** The file as diagnostics name it. */
export const siteName = 'src/site.yaml';
