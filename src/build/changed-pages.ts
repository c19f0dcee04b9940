import { sharedValue } from './shared-value.ts';

/** Files of the pages, by path from the folder of the site, whose posts the latest update of the content made anew. */
export const changedPages = sharedValue<readonly string[]>('changed-pages');
