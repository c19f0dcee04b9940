import manifest from '../../package.json' with { type: 'json' };
import { rulePath } from '../lib/diagnostics/rule-table.ts';

/** Where the site is published, without a slash at the end. */
export const siteUrl = manifest.homepage.replace(/\/$/, '');

export function docsUrl(rule: string): string {
  return siteUrl + rulePath(rule);
}

export const toolVersion = manifest.version;
