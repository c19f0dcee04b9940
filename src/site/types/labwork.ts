import type { DescribedChange } from '../../lib/plan/describe-change.ts';
import type { StepPlan } from '../../lib/plan/plan.ts';
import type { Verdict } from '../../lib/check/compatibility.ts';
import type { RehearsedScript } from '../../lib/bundle/rehearsed-scripts.ts';
import type { EngineAgreement } from '../../lib/check/engine-records.ts';
import type { ReleaseMatch } from '../../lib/bundle/match-release.ts';
import type { Evidence } from '../../lib/check/labwork.ts';
import type { Segment, Step } from '../../lib/guide/guide.ts';
import type { LabDevice } from '../../lib/lab/lab.ts';
import type { RevisionView } from './correction.ts';
import type { PostLink } from './post-link.ts';
import type { ReleaseView } from './release.ts';
import type { ShareImage } from './share-image.ts';

/** A labwork as its own page shows it. */
export interface LabworkView {
  readonly number: number;
  /** `/labworks/2/` */
  readonly url: string;
  readonly title: string;
  /** For whoever is shown a link to it. */
  readonly shareImage: ShareImage | undefined;
  readonly lab: { readonly title: string; readonly url: string };
  readonly parts: readonly (PostLink & {
    readonly part: number;
    readonly steps: readonly Step[];
    readonly stepsLabel: string;
  })[];
  readonly devices: readonly LabworkDevice[];
  readonly requires: {
    readonly platforms: readonly string[];
    readonly licences: readonly string[];
    readonly hardware: readonly string[];
  };
  readonly tally: Tally;
  readonly compatibility: CompatibilityView;
  readonly plan: PlanView;
  readonly proof: ProofView;
  readonly bundle: BundleView;
  /** The newest first; none where it was never released. */
  readonly releases: readonly ReleaseView[];
  /** What of the posts is not in the newest release, while somebody is at work; undefined where nothing is. */
  readonly pending: ReleaseMatch | undefined;
  /** What was found wrong in its parts or changed in them since they were published, the newest first; not what is editorial. */
  readonly revisions: readonly PartRevision[];
  /** What took a part of it back; undefined of a labwork that stands. */
  readonly withdrawal: PartRevision | undefined;
}

/** A revision of a part of a labwork. */
export interface PartRevision extends RevisionView {
  readonly part: number;
  readonly post: Pick<PostLink, 'title' | 'url'>;
}

/** A device that blocks of a labwork run on. */
export interface LabworkDevice {
  readonly name: string;
  readonly title: string;
  readonly class: LabDevice['class'];
  /** `Windows Server 2012 R2` */
  readonly platform: string;
  readonly alternatives: readonly string[];
  /** How many run there, on whatever platform; examples do not count. */
  readonly blocks: number;
}

/** What the head of one part's page says of it. */
export interface PartSummary {
  /** `2:1 – 2:4` */
  readonly range: string;
  /** Those of the labwork's that its own blocks run on. */
  readonly devices: readonly LabworkDevice[];
  /** Titles of the platforms that it requires. */
  readonly platforms: readonly string[];
  readonly commands: number;
  readonly bound: number;
  readonly steps: Tally['steps'];
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

/** Who looks whether the steps of a labwork are done, and who takes them back; a step counts once a device that it changes. */
export interface ProofView {
  readonly steps: number;
  readonly verify: { readonly author: number; readonly model: number; readonly none: number };
  readonly undo: {
    readonly author: number;
    readonly model: number;
    readonly none: number;
    /** Of those that nobody takes back, as the author says. */
    readonly reasons: readonly { readonly step: string; readonly device: string; readonly why: string }[];
  };
  /** What the guide shows and no script has. */
  readonly excluded: readonly {
    readonly step: string | undefined;
    readonly device: string;
    /** `Catalyst 2960-S` */
    readonly platform: string;
    readonly because: string;
    readonly commands: readonly string[];
  }[];
}

/** What a step makes of a device. */
export interface PlannedStep extends Pick<StepPlan, 'step' | 'title' | 'offline' | 'lasts'> {
  readonly changes: readonly {
    readonly sign: DescribedChange['sign'];
    readonly kind: string;
    /** Of which all of it can be said alike. */
    readonly names: readonly string[];
    /** `minimum bandwidth Weight` */
    readonly facts: readonly string[];
  }[];
  /** Names of commands of which nobody knows what they change. */
  readonly unmodelled: readonly string[];
}

/** What the steps make of each device. */
export interface PlanView {
  /** How much it is, and whether all of it is seen, in sentences. */
  readonly about: string;
  readonly devices: readonly {
    /** By its name in the lab, and what it is: `sw1`, `Catalyst 9200`. */
    readonly device: string;
    readonly kind: string;
    readonly steps: readonly (PlannedStep & {
      /** `/labworks/wiring-a-rack-part-2/#step-2-6` */
      readonly url: string;
    })[];
  }[];
}

/** Every step on every Windows Server. */
export interface CompatibilityView {
  /** What the table shows and leaves out, in sentences. */
  readonly about: string;
  /** `2012 R2`; `own` where the lab's host is of it. */
  readonly servers: readonly { readonly year: string; readonly own: boolean }[];
  readonly steps: readonly {
    readonly step: string;
    readonly title: string;
    /** `/labworks/wiring-a-rack-part-2/#step-2-6` */
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
    readonly rule: { readonly id: string; readonly url: string } | undefined;
    readonly message: string;
    readonly why: string | undefined;
    readonly hint: string | undefined;
  }[];
}

export interface BundleView {
  /** `labworks-2-1.0.0.zip` */
  readonly name: string;
  /** `/bundles/labworks-2-1.0.0.zip` */
  readonly url: string;
  /** `0.0.0-unreleased` where it is no release. */
  readonly version: string;
  /** On which it was released; undefined where it is no release. */
  readonly date: string | undefined;
  /** Why it must not be used; undefined where it may. */
  readonly yanked: string | undefined;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Scripts that were run in PowerShell against stand-ins for Windows. */
  readonly rehearsed: readonly RehearsedScript[];
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    readonly sha256: string;
    readonly about: string;
  }[];
  /** How it is run, as its README says. */
  readonly instructions: readonly Segment[];
}
