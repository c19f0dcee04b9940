import { z } from 'zod';
import { singleLine } from '../diagnostics/single-line.ts';
import { day, kinds, slug } from '../guide/front-matter.ts';

/** Of the lines that projections are made of; raised where `guide/project-tree.ts` or `projections.ts` write anything otherwise. */
export const projectionFormat = 1;

/** What the ledger has revisions of, beside posts. */
export const dataKinds = ['labs', 'comparisons'] as const;

/** The first part of a subject; `site` has the entries that are about all of them. */
export const subjectKinds = [...kinds, ...dataKinds, 'site'] as const;

/** The one subject of entries about the program: what it shows otherwise though nobody has written anything otherwise. */
export const siteSubject = 'site/program';

/** What a revision was made for. `publication` is the first of each subject; `program` is the site's. */
export const revisionClasses = [
  'publication',
  'correction',
  'clarification',
  'update',
  'editorial',
  'withdrawal',
  'program',
] as const;
export type RevisionClass = (typeof revisionClasses)[number];

/** How much harm is done by having read a post before its correction. */
export const severities = ['cosmetic', 'factual', 'harmful'] as const;
export type CorrectionSeverity = (typeof severities)[number];

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in small hexadecimal digits');

/** A post as `kind/slug`, a lab or comparison as `labs/id`. */
const subject = z
  .string()
  .regex(new RegExp(`^(?:${subjectKinds.join('|')})/[^/\\s]+$`), 'what the revision is of, as kind/name');

/** What a subject said when it was recorded. */
export const projectionDigests = z.strictObject({
  /** Of `lines`, joined by LF. */
  source: digest,
  /** Of what the program showed of them. */
  rendered: digest,
});

export const revisionSchema = z.strictObject({
  /** `projectionFormat` when it was written. */
  format: z.int().positive(),
  subject,
  /** 1, 2, 3 … */
  number: z.int().positive(),
  date: day,
  class: z.enum(revisionClasses),
  /** Of a correction. */
  severity: z.enum(severities).optional(),
  /** What changelogs say. */
  summary: singleLine,
  reporter: z.strictObject({ name: singleLine, role: singleLine.optional() }).optional(),
  /** Slug of the Debug File. */
  debug: z.string().optional(),
  /** Of a labwork's part: the release of the bundle that carries it. */
  release: z.string().optional(),
  ...projectionDigests.shape,
  /** What it shows that lies in files of its own, as `figures/overlay`, `comparisons/x`, `labs/rack`, each with its SHA-256. */
  uses: z.record(z.string(), digest),
  lines: z.array(z.string()),
  /** Of `site/program`: what the program shows now of the revision of each subject named. */
  shows: z.record(z.string(), z.strictObject({ number: z.int().positive(), rendered: digest })).optional(),
  /** The digest of the revision before; null for the first. */
  previous: digest.nullable(),
});

/** What is said of why a revision is made, as somebody has typed it. */
export const reasonSchema = revisionSchema
  .pick({ class: true, severity: true, date: true, summary: true, reporter: true })
  .extend({ debug: slug.optional(), release: revisionSchema.shape.release });

/** One entry of the ledger: what a subject said from a day on, and why it says something else than before. */
export type Revision = z.output<typeof revisionSchema>;

/** A revision without its text, which few need. */
export type RevisionHead = Omit<Revision, 'lines'>;

/** A revision as it lies in the ledger. */
export interface Recorded {
  readonly revision: RevisionHead;
  /** SHA-256 of `canonicalText`, in hexadecimal digits. */
  readonly digest: string;
  /** Of its file, as diagnostics name it. */
  readonly path: string;
}

/** What a revision's digest is taken of: the same text whatever the order of keys and the line ends of its file. */
export function canonicalText(revision: Revision): string {
  return JSON.stringify(sorted(revision));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]),
  );
}

/** The name of a revision's file: its content says it, so that a file that is there by its name is as it was. */
export function fileNameOf({ number }: Pick<Revision, 'number'>, digestOfRevision: string): string {
  return `${number}-${digestOfRevision.slice(0, 16)}.json`;
}

/** Where the revisions of a subject lie, from the content folder: `ledger/field-notes/two-switches`. */
export function folderOf(subjectOfRevision: string): string {
  return `ledger/${subjectOfRevision}`;
}
