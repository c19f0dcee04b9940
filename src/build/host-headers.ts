import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/**
 * Headers of every answer, in the format that Netlify and Cloudflare Pages read. What a page may load and run stands in each page
 * (`layouts/content-security-policy.ts`); here is what a page cannot say of itself.
 */
const headers = `/*
  Content-Security-Policy: frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()
  Cross-Origin-Opener-Policy: same-origin
  Strict-Transport-Security: max-age=31536000

/_astro/*
  Cache-Control: public, max-age=31536000, immutable

/fonts/*
  Cache-Control: public, max-age=31536000

/bundles/*
  Cache-Control: public, max-age=3600
  Content-Disposition: attachment
`;

export function hostHeaders(): AstroIntegration {
  return {
    name: 'host-headers',
    hooks: {
      'astro:build:done': ({ dir }) => writeFile(new URL('_headers', dir), headers),
    },
  };
}
