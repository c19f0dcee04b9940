import { siteUrl } from '../workspace/identity.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** The site itself, in words. */
export const site = {
  title: 'Agnostic Computing',
  description: packageJson.description,
  /** Without a slash at the end. */
  origin: siteUrl,
  language: 'en-GB',
} as const;

/** `/labworks/2/` as a full address. */
export function absolute(path: string): string {
  return new URL(path, `${site.origin}/`).href;
}
