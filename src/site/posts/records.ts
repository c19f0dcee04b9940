import type { Plan } from '../../lib/plan/plan.ts';
import type { Diagnostic, Severity } from '../../lib/diagnostics/diagnostic.ts';
import type { FieldPlaces } from '../../lib/diagnostics/yaml-places.ts';
import type { PlatformId } from '../../lib/platforms/platforms.ts';
import type { PostData } from '../../lib/guide/front-matter.ts';
import type { Publication } from '../../lib/guide/publication.ts';
import type { Membership } from '../../lib/guide/membership.ts';
import type { Heading, GuideLink, Passage, Reference, Role, Segment, Step } from '../../lib/guide/guide.ts';
import type { CompatibilityNote, StepCompatibility, Verdict } from '../../lib/check/compatibility.ts';
import type { EngineAgreement } from '../../lib/check/engine-records.ts';
import type { Evidence } from '../../lib/check/labwork.ts';
import type { ProjectionDigests } from '../../workspace/projection-digests.ts';
import type { RevisionHead } from '../../lib/ledger/revision.ts';
import type { BlockView } from '../types/block.ts';
import type { ReleaseComparison } from '../../lib/ledger/releases/check-releases.ts';
import type { BundleView, PlannedStep, ProofView } from '../types/labwork.ts';
import type { PostTag } from '../types/post-tag.ts';
import type { ReleaseSummary } from '../types/release.ts';

// What is cached of a post between builds. The summary is small and is read whole; the body is a file of its own.

/** What a post belongs to, as it is grouped by. */
export type PostMembership = Pick<Membership, 'lab' | 'labwork'> & Partial<Pick<Membership, 'date'>>;

/** Enough of a post for lists, cross-checks and keys. */
export interface PostSummary {
  /** From the project's root, with `/`: `src/content/labworks/x.mdx`. */
  readonly path: string;
  /** Of the file's own text. */
  readonly textDigest: string;
  /** Of everything the body was made from; names the body's file. */
  readonly digest: string;
  readonly membership: PostMembership;
  /** Undefined where the front matter does not fit; the diagnostics say why. */
  readonly data: PostData | undefined;
  /** Where the fields of the front matter stand. */
  readonly fields: FieldPlaces;
  readonly tags: readonly PostTag[];
  /** The addresses that it had before, each with a slash at its end. */
  readonly aliases: readonly string[];
  readonly words: number;
  readonly steps: readonly Step[];
  readonly excerpt: readonly Segment[] | undefined;
  readonly references: readonly Reference[];
  readonly passages: readonly Passage[];
  readonly links: readonly GuideLink[];
  readonly anchors: readonly string[] | undefined;
  /** What its revisions are told apart by; undefined where it cannot be read. */
  readonly projection: ProjectionDigests | undefined;
  /** Of a part of a labwork, block by block. */
  readonly counts: readonly BlockCount[];
  /** Of a part of a labwork: titles of the platforms that it requires. */
  readonly platforms: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A post with what the day makes of it, which is nothing to keep. */
export interface DatedPost extends PostSummary {
  readonly publication: Publication;
  /** What is to be run where the post, while the site is served, is not what its last revision says. */
  readonly unrecorded?: string;
  /** Whether readers are shown it: it is published, or scheduled and shown before its day all the same (`--future`). */
  readonly shown: boolean;
}

/** How far one block was checked. */
export interface BlockCount {
  readonly step: string | undefined;
  readonly role: Role;
  /** All that it runs on: a block may be for a group. */
  readonly devices: readonly string[];
  readonly platform: PlatformId;
  readonly evidence: Evidence;
  readonly commands: number;
  readonly bound: number;
  /** All of them where the block is modelled, none elsewhere. */
  readonly modelled: number;
  readonly agreed: EngineAgreement | undefined;
}

/** What the page of a post shows, beyond its summary. */
export interface PostBody {
  readonly headings: readonly Heading[];
  readonly body: readonly Segment[];
  readonly blocks: Readonly<Record<string, BlockView>>;
}

/** A labwork as a whole; its zip is a file named by the digest. */
export interface LabworkSummary {
  readonly number: number;
  /** True of one that has parts which readers are not shown, drafts and those of days to come: it stands beside the one of the published parts, and takes its place where all is shown. */
  readonly draft: boolean;
  /** Of the zip. */
  readonly digest: string;
  /** What is offered: the newest release, or what the posts make where there is none. */
  readonly bundle: BundleView;
  /** The newest first; none where it was never released. */
  readonly releases: readonly ReleaseSummary[];
  /** How what the posts make relates to the newest release; undefined where there is none, and of drafts. */
  readonly comparison: ReleaseComparison | undefined;
  readonly compatibility: CompatibilitySummary;
  readonly plan: PlanSummary;
  readonly proof: ProofView;
}

/** What the steps of a labwork make of its devices, in words. */
export interface PlanSummary extends Pick<Plan, 'counts' | 'complete'> {
  readonly devices: readonly {
    /** `smb1` */
    readonly device: string;
    readonly title: string;
    /** `Windows Server 2012 R2` */
    readonly platform: string;
    readonly steps: readonly PlannedStep[];
  }[];
}

/** A labwork's PowerShell on every version of Windows Server, with titles for ids. */
export interface CompatibilitySummary {
  /** `2012 R2`; `own` where the lab's host is of it. */
  readonly servers: readonly { readonly year: string; readonly own: boolean }[];
  readonly steps: readonly (Pick<StepCompatibility, 'step' | 'title'> & {
    readonly cells: readonly { readonly verdict: Verdict; readonly notes: readonly number[] }[];
  })[];
  readonly notes: readonly (Pick<
    CompatibilityNote,
    'number' | 'step' | 'verdict' | 'rule' | 'message' | 'why' | 'hint'
  > & {
    /** `Windows Server 2022 and 2025` */
    readonly servers: string;
  })[];
  /** Titles of the devices that are not part of it. */
  readonly leftOut: readonly string[];
}

/** A revision as it is told, without what it is proved by. */
export type RecordedRevision = Pick<
  RevisionHead,
  'number' | 'date' | 'class' | 'severity' | 'summary' | 'reporter' | 'debug' | 'release'
>;

/** What the ledger has of a post, lab or comparison. */
export interface SubjectHistory {
  /** `field-notes/two-switches`, `labs/rack` */
  readonly id: string;
  /** Oldest first. */
  readonly revisions: readonly RecordedRevision[];
  /** Of what changed between them; undefined of a subject with one revision. */
  readonly digest: string | undefined;
  /** Names the file where that lies, with what changed in others; undefined where `digest` is. */
  readonly pack: string | undefined;
}

/** A page about a diagnostic rule. */
export interface RuleSummary {
  /** `powershell/unknown-parameter` */
  readonly id: string;
  readonly path: string;
  readonly digest: string;
  readonly title: string;
  readonly summary: string;
  readonly fixable: boolean;
  /** Undefined for a page without a rule, which the diagnostics report. */
  readonly severity: Severity | undefined;
  readonly body: readonly Segment[];
  readonly diagnostics: readonly Diagnostic[];
}
