import type { Comparison } from '../lib/comparison/comparison.ts';
import type { DialectId } from '../lib/platforms/platforms.ts';
import type { Heading, Role, Segment, Step } from '../lib/guide/guide.ts';
import type { Kind, PostData, PostDataOf } from '../lib/guide/front-matter.ts';
import type { Lab } from '../lib/lab/lab.ts';
import type { Verdict } from '../lib/check/compatibility.ts';
import type { EngineAgreement } from '../lib/check/engine-records.ts';
import type { Evidence } from '../lib/check/labwork.ts';

// The view models: everything a page or component needs, made once by site/ from the engine's values. Pages and components
// import these shapes and no decision is left to them. All are plain data.

/** A post as its page shows it. */
export interface PostView<K extends Kind = Kind> {
  readonly data: PostDataOf<K>;
  /** `/labworks/converged-switching-part-2/` */
  readonly url: string;
  readonly minutes: number;
  readonly steps: readonly Step[];
  readonly headings: readonly Heading[];
  readonly body: readonly Segment[];
  /** Up to the excerpt mark; undefined where the post has none. */
  readonly excerpt: readonly Segment[] | undefined;
  /** By block id; what `<CommandBlock block="…">` shows. */
  readonly blocks: Readonly<Record<string, BlockView>>;
  readonly lab: Lab | undefined;
  /** By id, those that the post's components or front matter name. */
  readonly comparisons: Readonly<Record<string, Comparison>>;
  /** What was corrected in this post, newest first; of a Debug File, the correction it is about. */
  readonly corrections: readonly CorrectionView[];
  /** Revisions, newest first; the first publication is the last one. */
  readonly changelog: readonly RevisionView[];
  readonly labwork: LabworkView | undefined;
  /** Its tags, in its own order. */
  readonly tags: readonly Pick<TagView, 'name' | 'url'>[];
  readonly older: PostLink | undefined;
  readonly newer: PostLink | undefined;
  /** Digest of everything the page is made from; the key of incremental builds. */
  readonly digest: string;
}

/** A post in a list. */
export interface PostLink {
  readonly url: string;
  readonly kind: Kind;
  readonly title: string;
  readonly date: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly minutes: number;
  /** `Labworks 2, part 1`, `Fail File 1`, `Allegory`. */
  readonly label: string;
  /** Present where the post has an excerpt cut: its segments, ended by “Continue reading” in lists. */
  readonly excerpt: readonly Segment[] | undefined;
}

/** A command block with everything it shows. */
export interface BlockView {
  readonly id: string;
  readonly dialect: DialectId;
  readonly device: string;
  readonly deviceTitle: string;
  readonly deviceClass: 'host' | 'switch' | 'storage';
  /** `Windows Server 2012 R2`, `SG300`. */
  readonly platform: string;
  /** True for a block written for an alternative of the lab's own device. */
  readonly variant: boolean;
  /** `PowerShell 4.0`, `config-if`. */
  readonly context: string;
  readonly role: Role;
  readonly because: string | undefined;
  readonly step: string | undefined;
  readonly evidence: Evidence;
  readonly agreed: EngineAgreement | undefined;
  /** The copy payload: the filled-in code, lines joined by LF, no line break at the end. */
  readonly text: string;
  readonly lines: readonly LineView[];
  readonly output: OutputView | undefined;
}

export interface LineView {
  readonly prompt: string;
  /** Escaped and highlighted with classes `tk-…`; values are `<span class="value" data-value="networks.lm.vlan" data-cable="magenta">`. */
  readonly html: string;
}

export interface OutputView {
  readonly text: string;
  /** When and where it was captured, or the model and what it takes for given. */
  readonly source: string;
}

export interface LabworkView {
  readonly number: number;
  /** `/labworks/2/` */
  readonly url: string;
  readonly title: string;
  readonly lab: Lab;
  readonly parts: readonly (PostLink & {
    readonly part: number;
    readonly steps: readonly Step[];
    readonly stepsLabel: string;
  })[];
  readonly devices: readonly {
    readonly name: string;
    readonly title: string;
    readonly class: 'host' | 'switch' | 'storage';
    readonly platform: string;
    readonly alternatives: readonly string[];
    readonly blocks: number;
  }[];
  readonly requires: {
    readonly platforms: readonly string[];
    readonly licences: readonly string[];
    readonly hardware: readonly string[];
  };
  readonly tally: Tally;
  readonly compatibility: CompatibilityView;
  readonly bundle: BundleView;
}

/** How far the commands of a labwork were checked; `bound` and `unknown` add up to `commands`. */
export interface Tally {
  readonly commands: number;
  readonly bound: number;
  /** Commands in blocks whose every effect was simulated. */
  readonly modelled: number;
  readonly unknown: number;
  readonly examples: number;
  /** How many commands stand in blocks that PowerShell's own engine agreed with, by version and day; the newest first. */
  readonly agreed: readonly (EngineAgreement & { readonly commands: number })[];
  /** Per step, in order. */
  readonly steps: readonly {
    readonly step: string;
    readonly commands: number;
    readonly bound: number;
    readonly evidence: Evidence;
  }[];
}

/** Every step on every Windows Server. */
export interface CompatibilityView {
  /** `2012 R2`; `own` where the lab's host is of it. */
  readonly servers: readonly { readonly year: string; readonly own: boolean }[];
  readonly steps: readonly {
    readonly step: string;
    readonly title: string;
    /** `/labworks/converged-switching-part-2/#step-2-6` */
    readonly url: string;
    /** One a server; empty where nothing of the step runs on a Windows host. */
    readonly cells: readonly { readonly verdict: Verdict; readonly notes: readonly number[] }[];
  }[];
  readonly notes: readonly {
    readonly number: number;
    readonly step: string;
    readonly url: string;
    /** `Windows Server 2022 and 2025` */
    readonly servers: string;
    readonly verdict: Verdict;
    readonly rule: string | undefined;
    readonly message: string;
    readonly why: string | undefined;
    readonly hint: string | undefined;
  }[];
  /** Titles of the devices that are not part of it. */
  readonly leftOut: readonly string[];
}

export interface BundleView {
  /** `labworks-2-1.0.0.zip` */
  readonly name: string;
  /** `/bundles/labworks-2-1.0.0.zip` */
  readonly url: string;
  readonly version: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    readonly sha256: string;
    readonly about: string;
  }[];
}

/** A correction as the corrected post, `/corrections/` and the Debug File show it; all from the Debug File's record. */
export interface CorrectionView {
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly date: string;
  readonly class: PostDataOf<'debug'>['class'];
  readonly severity: PostDataOf<'debug'>['severity'];
  readonly reportedBy: PostDataOf<'debug'>['reportedBy'];
  readonly entry: string;
  readonly changes: PostDataOf<'debug'>['changes'];
  readonly revision: number;
  readonly post: { readonly url: string; readonly title: string; readonly date: string };
}

export interface RevisionView {
  readonly number: number;
  readonly date: string;
  readonly class: 'published' | PostDataOf<'debug'>['class'];
  readonly summary: string;
  readonly reportedBy: string | undefined;
  readonly url: string | undefined;
}

/** A tag with its posts, newest first. */
export interface TagView {
  /** `hyper-v` */
  readonly slug: string;
  /** As the newest post writes it. */
  readonly name: string;
  readonly url: string;
  readonly posts: readonly PostLink[];
}

export interface RuleView {
  /** `powershell/unknown-parameter` */
  readonly id: string;
  readonly title: string;
  /** One sentence: what the rule finds. */
  readonly summary: string;
  readonly severity: string;
  readonly fixable: boolean;
  readonly body: readonly Segment[];
}

export type AnyPost = PostData;
