import manifest from '../../package.json' with { type: 'json' };
import type { RuleId } from '../lib/diagnostics/rules.ts';
import { rulePath } from '../lib/diagnostics/rules.ts';

/** Where the site is published, without a slash at the end. */
export const siteUrl = manifest.homepage.replace(/\/$/, '');

export function docsUrl(rule: RuleId): string {
  return siteUrl + rulePath(rule);
}

export const toolVersion = manifest.version;
