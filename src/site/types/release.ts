import type { VersionState } from '../../lib/ledger/releases/status.ts';

/** A release of a labwork's bundle, and what became of it. */
export interface ReleaseSummary extends Pick<VersionState, 'status' | 'date' | 'sha256'> {
  readonly version: string;
  /** The newest release, where that is another one. */
  readonly by: string | undefined;
  /** Why it was yanked, and the slug of the Debug File that explains it. */
  readonly reason: string | undefined;
  readonly debug: string | undefined;
  /** What those have to do who ran it. */
  readonly remedy: string | undefined;
  /** Of the zip: its name, its address on the site, its bytes. */
  readonly name: string;
  readonly url: string;
  readonly size: number;
  /** What changed in it, a sentence each. */
  readonly changes: readonly string[];
}

/** A release as the page of its labwork shows it. */
export interface ReleaseView extends Omit<ReleaseSummary, 'debug'> {
  /** The page that explains why it was yanked. */
  readonly explanation: { readonly url: string; readonly title: string } | undefined;
}
