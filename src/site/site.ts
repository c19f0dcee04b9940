import packageJson from '../../package.json' with { type: 'json' };
import type { Kind } from '../lib/guide/front-matter.ts';
import { siteUrl } from '../workspace/identity.ts';

/** The site itself, in words. */
export const site = {
  title: 'Agnostic Computing',
  description: packageJson.description,
  /** Without a slash at the end. */
  origin: siteUrl,
  language: 'en-GB',
} as const;

/** What posts of a kind are called: one of them, and all. */
export const kindTitles: Readonly<Record<Kind, { readonly one: string; readonly all: string }>> = {
  allegories: { one: 'Allegory', all: 'Allegories' },
  'fail-files': { one: 'Fail File', all: 'Fail Files' },
  labworks: { one: 'Labworks', all: 'Labworks' },
  debug: { one: 'Debug File', all: 'Debug Files' },
  'field-notes': { one: 'Field notes', all: 'Field Notes' },
};

/** `/labworks/2/` as a full address. */
export function absolute(path: string): string {
  return new URL(path, `${site.origin}/`).href;
}
