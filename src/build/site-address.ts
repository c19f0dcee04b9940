import type { AstroIntegration } from 'astro';
import { siteUrl } from '../workspace/identity.ts';

/**
 * What to say of an address that nobody can have, where a site is built under it; undefined for any other. Names that are kept for
 * examples, tests and the machine itself: RFC 2606, RFC 6761.
 */
export function placeholderWarning(address: string): string | undefined {
  const { hostname } = new URL(address);
  if (!/(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/.test(hostname)) return undefined;
  return (
    `The site’s address is the placeholder ${address}: feeds, sitemap and bundles carry it, and lead nowhere. ` +
    'Write your own as `address` in src/site.yaml before you publish.'
  );
}

/** Says, once a build, where the site has no address of its own yet. */
export function siteAddress(address = siteUrl()): AstroIntegration {
  return {
    name: 'site-address',
    hooks: {
      'astro:build:done'({ logger }) {
        const warning = placeholderWarning(address);
        if (warning !== undefined) logger.warn(warning);
      },
    },
  };
}
