import { z } from 'zod';
import { singleLine } from '../diagnostics/single-line.ts';

/** `/about/`, or an address elsewhere. */
const target = z
  .string()
  .regex(
    /^(?:\/(?!\/)\S*|https?:\/\/[^\s/]\S*|mailto:\S+@\S+)$/,
    'expected a path of this site that begins with /, or an address with https:// or mailto:',
  );
const link = z.strictObject({ title: singleLine, to: target });

/**
 * Where the site is published. A site that lies in a folder of its host would need another path in every link, so there is none. Given
 * without a slash at its end.
 */
const address = z
  .string()
  .refine(
    isOrigin,
    'expected an address with https:// and without a path, for example https://blog.example.org',
  )
  .transform((text) => text.replace(/\/$/, ''));

/** The site's YAML file, `src/site.yaml`. */
export const siteSchema = z.strictObject({
  name: singleLine,
  /** A few words, the first heading of the front page. */
  tagline: singleLine,
  /** One or two sentences, for feeds and search engines. */
  description: singleLine,
  /** What the page about the site begins with. */
  about: singleLine,
  authors: z.array(z.strictObject({ name: singleLine, url: target.optional() })).min(1),
  address,
  /** Of the posts (BCP 47): `en-GB`. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'expected a language tag, for example en-GB'),
  /** The links at the head of every page, and those at its foot. */
  navigation: z.array(link).min(1),
  more: z.array(link).default([]),
  feeds: z
    .strictObject({
      /** So many of the newest posts. */
      posts: z.int().min(1).max(1000).default(30),
      rights: singleLine.optional(),
    })
    .prefault({}),
});

/** Who the site is, as its file says. */
export type SiteIdentity = z.output<typeof siteSchema>;

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin;
}
