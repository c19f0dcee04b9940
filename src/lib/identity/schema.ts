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

/** How a reader answers a post or reports an error in it: one way at least. */
const reply = z
  .strictObject({
    /** `me@example.org` */
    mail: z
      .string()
      .regex(/^[\w.!+-]+@[\w-]+(?:\.[\w-]+)+$/, 'expected an address of mail, for example me@example.org')
      .optional(),
    /** `@me@example.social` */
    mastodon: z
      .string()
      .regex(/^@\w+@[\w-]+(?:\.[\w-]+)+$/, 'expected an account, for example @me@example.social')
      .optional(),
    github: z
      .strictObject({
        /** `owner/name` */
        repository: z.string().regex(/^[\w-]+\/[\w.-]+$/, 'expected a repository, for example owner/name'),
        /** The category of discussions, as its address writes it, in which answers begin one; without it, an answer is an issue. */
        discussions: z
          .string()
          .regex(/^[\w-]+$/, 'expected a category as its address writes it, for example general')
          .optional(),
      })
      .optional(),
  })
  .refine((ways) => Object.values(ways).some((way) => way !== undefined), {
    error: 'expected mail, mastodon or github',
    // A key that is none is told by itself.
    when: ({ issues }) => issues.length === 0,
  });

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
  /** Nothing of it is shown where it is not given. */
  reply: reply.optional(),
});

/** Who the site is, as its file says. */
export type SiteIdentity = z.output<typeof siteSchema>;

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin;
}
