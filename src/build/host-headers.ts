import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listPaths } from '../workspace/list-files.ts';

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

/pictures/*
  Cache-Control: public, max-age=31536000, immutable

/fonts/*
  Cache-Control: public, max-age=31536000

/bundles/*
  Cache-Control: public, max-age=3600
  Content-Disposition: attachment
`;

/** What a file that is no page may do where somebody opens it by itself. Hosts send it beside what holds for every answer; both count. */
const policies = {
  /** Scripts, one of which searches in a thread of its own, by WebAssembly. */
  scripts: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  /** A drawing brings its colours and pictures along, and runs nothing. */
  drawing: "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
  /** A film that is opened by itself is shown by a page that the browser makes of it. */
  film: "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
  data: "default-src 'none'; sandbox",
} as const;

/**
 * The rules of all files that are no pages, `files` being paths from the folder of the site with `/`: one for a folder without a page,
 * else one for each file.
 */
export function filePolicies(files: readonly string[]): string {
  const withPages = new Set(files.filter(isPage).map(folderOf));
  const groups = new Map<string, string[]>();
  for (const file of files.toSorted()) {
    if (isPage(file) || file === '_headers' || file === '_redirects') continue;
    const folder = folderOf(file);
    const path = folder === '' || withPages.has(folder) ? `/${encodeURI(file)}` : `/${folder}/*`;
    const group = groups.get(path);
    if (group) group.push(file);
    else groups.set(path, [file]);
  }
  return [...groups]
    .map(([path, group]) => `\n${path}\n  Content-Security-Policy: ${policyOf(group)}\n`)
    .join('');
}

/** The first folder of a path; empty where it lies in none. */
function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.indexOf('/')));
}

function isPage(file: string): boolean {
  return file.endsWith('.html');
}

function policyOf(files: readonly string[]): string {
  if (files.some((file) => file.endsWith('.js'))) return policies.scripts;
  if (files.some((file) => /\.(?:mp4|webm)$/.test(file))) return policies.film;
  return files.some((file) => file.endsWith('.svg')) ? policies.drawing : policies.data;
}

/** Stands after everything else that writes files to the site's folder. */
export function hostHeaders(): AstroIntegration {
  return {
    name: 'host-headers',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const paths = listPaths(fileURLToPath(dir), { folders: 'all', links: 'followed' });
        return writeFile(new URL('_headers', dir), headers + filePolicies(paths));
      },
    },
  };
}
