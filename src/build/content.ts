import type { SiteIdentity } from '../lib/identity/schema.ts';
import type { DatedPost, LabworkSummary, RuleSummary, SubjectHistory } from '../site/posts/records.ts';
import type { ShownValues } from '../site/posts/shown-values.ts';
import type { FigureView } from '../site/types/figure.ts';
import type { ShareImage } from '../site/types/share-image.ts';

/** The whole content, up to date: every body is on the disk under its digest. */
export interface Content extends ShownValues {
  /** Undefined where `src/site.yaml` does not hold. */
  readonly site: SiteIdentity | undefined;
  readonly posts: readonly DatedPost[];
  readonly labworks: readonly LabworkSummary[];
  readonly rules: readonly RuleSummary[];
  readonly figures: readonly FigureView[];
  readonly shareImages: readonly ShareImage[];
  /** What the ledger has of posts, labs and comparisons. */
  readonly histories: readonly SubjectHistory[];
  /** The files of labs, comparisons and figures, by id. */
  readonly paths: Readonly<Record<'labs' | 'comparisons' | 'figures', Readonly<Record<string, string>>>>;
  /** Files of the pages, by path from the folder of the site, whose posts were made anew in this update. */
  readonly changed: readonly string[];
  /** Diagnostics as text, each with the author's own line. */
  readonly errors: DiagnosticSummary;
  readonly warnings: DiagnosticSummary;
  /** What is worth knowing and nothing to mend. */
  readonly notes: DiagnosticSummary;
}

/** What is told of an update; the content itself is on the disk. */
export type ContentReport = Pick<Content, 'changed' | 'errors' | 'warnings' | 'notes'>;

/** A value with the digest of the file that it was read from. */
export type Digested<Value> = Value & { readonly digest: string };

export interface DiagnosticSummary {
  readonly count: number;
  /** Empty where there is nothing to report. */
  readonly text: string;
  /** The first of them; undefined where there is none, or what happened is none of the content. */
  readonly first?: DiagnosticView | undefined;
}

/** A diagnostic as a browser shows it. */
export interface DiagnosticView {
  readonly rule: string;
  /** Of the rule, on the site: `/rules/lab/schema/`. */
  readonly page: string;
  readonly message: string;
  readonly hint: string | undefined;
  /** From the project's folder. */
  readonly file: string;
  /** From 1, as the column. */
  readonly line: number;
  readonly column: number;
  /** The author's line with what is wrong underlined, and related places of the same file; empty where the file is. */
  readonly frame: string;
}

/** What the thread of the content loader is asked for. */
export interface UpdateRequest {
  /** While a site is served, what is broken now is still shown in its last good state, so nothing old is removed. */
  readonly serving: boolean;
  /** Whether posts are shown before the day that they are dated. */
  readonly future?: boolean;
}
