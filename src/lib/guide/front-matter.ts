import { z } from 'zod';
import { singleLine } from '../diagnostics/single-line.ts';
import { platformIds } from '../platforms/platforms.ts';
import { isWindowsDevice } from '../source/file-names.ts';
import { addressProblem } from './address.ts';
import { alias } from './aliases.ts';
import { tagSlug } from './tag-slug.ts';

/** The five kinds of post; each is a collection, a folder of `src/content` and a path of the site. */
export const kinds = ['allegories', 'fail-files', 'labworks', 'debug', 'field-notes'] as const;
export type Kind = (typeof kinds)[number];

/** The last part of a post's path: `disk-full`. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
  .refine((text) => !isWindowsDevice(text), 'another name: Windows keeps this one for a device of its own');
/** A post as `kind/slug`. */
export const postRef = z
  .string()
  .regex(/^[a-z-]+\/[a-z0-9-]+$/, 'a post as kind/slug, for example field-notes/two-switches');
/**
 * A calendar day without a time zone, so that it is the same day everywhere: `2014-04-21`. From the year of the first web page
 * (https://www.w3.org/History.html) to the end of this century: what lies outside is a slip, and feed readers sort by it.
 */
export const day = z.iso.date().refine((text) => text >= '1990-01-01' && text <= '2099-12-31', {
  error: 'expected a day from 1990-01-01 to 2099-12-31',
});
/** What a post is about; its address is made of it. */
const tag = singleLine.superRefine((text, context) => {
  const slug = tagSlug(text);
  const problem = slug === undefined ? 'has no letter or digit to make an address of' : addressProblem(slug);
  if (problem) context.addIssue({ code: 'custom', message: `“${text}” ${problem}` });
});
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.0.0');

/** One row of a “Required reading” table. */
export const reading = z.strictObject({
  resource: singleLine,
  author: singleLine,
  summary: singleLine,
  url: z.url().optional(),
});

const common = {
  title: singleLine,
  /** Used in titles of windows and lists where the full one is too long. */
  shortTitle: singleLine.optional(),
  date: day,
  /** One or two sentences, under the title and in lists. */
  summary: singleLine.max(240),
  tags: z.array(tag).default([]),
  draft: z.boolean().default(false),
  /** Addresses that the post had before; each leads to it. */
  aliases: z.array(alias).default([]),
  /** The picture that the post begins with, by its path from the post or the name of a figure: once it is read, its key. */
  cover: singleLine.optional(),
  /** The lab whose devices and values the post may use. */
  lab: slug.optional(),
  /** Rules that are not told of its blocks of commands, each with the reason, which readers see. */
  allow: z.record(z.string(), singleLine).optional(),
};

/** Of a post whose commands stand for themselves. */
const unbundled = {
  ...common,
  /** What its commands run on, where neither their fences nor a lab say so. */
  platform: z.enum(platformIds).optional(),
};

export const allegory = z.strictObject(unbundled);

export const failFile = z.strictObject({
  ...unbundled,
  number: z.int().positive(),
  system: singleLine,
  impact: singleLine,
  stillUp: singleLine.optional(),
  cause: singleLine,
  evidence: singleLine.optional(),
  lesson: singleLine,
  comparisons: z.array(slug).default([]),
});

export const labworksPart = z.strictObject({
  ...common,
  lab: slug,
  labwork: z.int().positive(),
  part: z.int().positive(),
  /** What the whole labwork is called; the same in all parts. */
  series: singleLine,
  /** First and last step of this part, `2:1-2:4`. */
  steps: z.string().regex(/^\d+:\d+-\d+:\d+$/, 'first and last step, for example 2:1-2:4'),
  /** The release of the bundle that carries the part, which `npx labworks release` keeps true; it may be left out. */
  release: version.optional(),
  requires: z.strictObject({
    platforms: z.array(z.enum(platformIds)).min(1),
    licences: z.array(singleLine).default([]),
    hardware: z.array(singleLine).default([]),
  }),
  reading: z.array(reading).default([]),
});

/** Of a post; of a block of code, its lines, the first of which may be indented. */
const passage = z.string().transform((text) => text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd());

/** One passage that was wrong: what stood there, what stands there now; empty where there was nothing, or nothing is left. */
export const change = z
  .strictObject({
    id: slug,
    was: passage.default(''),
    now: passage.default(''),
  })
  .refine(
    ({ was, now }) => was !== '' || now !== '',
    'what stood there as `was`, or what stands there as `now`',
  );

export const debugFile = z.strictObject({
  ...unbundled,
  corrects: z.strictObject({ post: postRef, revision: z.int().min(2) }),
  class: z.enum(['correction', 'clarification', 'update', 'withdrawal']),
  severity: z.enum(['cosmetic', 'factual', 'harmful']),
  reportedBy: z.strictObject({ name: singleLine, role: singleLine.optional() }),
  /** What the changelog of the corrected post says, one sentence. */
  entry: singleLine,
  changes: z.array(change).min(1),
});

export const fieldNotes = z.strictObject({
  ...unbundled,
  comparisons: z.array(slug).default([]),
  /** The conditions of a measurement, shown as its sheet's head. */
  conditions: z.array(z.strictObject({ name: singleLine, value: singleLine })).default([]),
});

export const frontMatter = {
  allegories: allegory,
  'fail-files': failFile,
  labworks: labworksPart,
  debug: debugFile,
  'field-notes': fieldNotes,
} as const satisfies Record<Kind, z.ZodType>;

/** Front matter that fits its kind's schema, with the kind and slug taken from the path `src/content/<kind>/<slug>.mdx`. */
export type PostData = {
  [K in Kind]: { readonly kind: K; readonly slug: string } & z.output<(typeof frontMatter)[K]>;
}[Kind];

export type PostDataOf<K extends Kind> = Extract<PostData, { kind: K }>;
