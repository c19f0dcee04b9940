import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FieldPlaces } from '../diagnostics/yaml-places.ts';
import type { DialectId } from '../platforms/dialects.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import type { Slice } from '../source/slice.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import type { PostData } from './front-matter.ts';
import type { ListingMeta } from './listing.ts';

/** A post, parsed once. Page, copy payload, checks, bundle and feeds are made from this value. */
export interface Guide {
  readonly file: SourceFile;
  /** Undefined where the front matter does not fit its schema; the diagnostics say why. */
  readonly data: PostData | undefined;
  /** Where the fields of the front matter stand; empty where there is none or the kind is not known. `field-ranges.ts` reads them. */
  readonly fields: FieldPlaces;
  readonly steps: readonly Step[];
  readonly blocks: readonly Block[];
  readonly outputs: readonly Output[];
  readonly headings: readonly Heading[];
  /** `<Correction>` passages of the post, in order. */
  readonly passages: readonly Passage[];
  /** What the post's components name outside the post, in document order. */
  readonly references: readonly Reference[];
  /** The links of the body, in document order; a link by name stands where the name is defined. */
  readonly links: readonly GuideLink[];
  /** The ids that the page of the post has of its body; undefined where the body cannot be read. */
  readonly anchors: readonly string[] | undefined;
  readonly body: readonly Segment[];
  /** The body up to the excerpt mark; undefined where the post has none. */
  readonly excerpt: readonly Segment[] | undefined;
  /** The body as `projectTree` makes lines of it; undefined where it cannot be read. Values of the lab are not filled in. */
  readonly projection: readonly string[] | undefined;
  /** Words of the prose, for the reading time. */
  readonly words: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Step {
  /** `2:6` */
  readonly id: string;
  readonly labwork: number;
  readonly number: number;
  /** The heading without its number. */
  readonly title: string;
  /** The anchor on the page: `step-2-6`. */
  readonly anchor: string;
  /** Of the heading's `N:M`. */
  readonly range: Range;
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly anchor: string;
  readonly step?: string;
}

/** What a block is for. `apply` changes the device, and has no word in the fence. */
export const roles = ['apply', 'verify', 'undo', 'example'] as const;
export type Role = (typeof roles)[number];

/** One fenced code block of commands. */
export interface Block {
  /** Unique in its post: `block-1`, in document order. */
  readonly id: string;
  readonly dialect: DialectId;
  /** As written in `on=`; undefined where it was left out. */
  readonly on: string | undefined;
  /** `platform=`: a variant for readers whose device is an alternative of the lab. */
  readonly platform: PlatformId | undefined;
  readonly role: Role;
  /** Why an example is not bundled. */
  readonly because: string | undefined;
  readonly cannotUndo: string | undefined;
  /** `allow=`: rules that are not told of it. */
  readonly allow: readonly Allowance[];
  /** The step it stands in; undefined before the first one. */
  readonly step: string | undefined;
  /** Its lines, joined by LF, without a line break at the end; values not yet filled in. */
  readonly code: Slice;
  /** Of the opening fence's info string (language and meta). */
  readonly fence: Range;
  /** Ranges of the meta words, for diagnostics. */
  readonly meta: Readonly<Record<string, Range>>;
  /** How the page shows it. */
  readonly listing: ListingMeta;
}

/** A rule whose findings the author lets stand, for a reason that readers see. */
export interface Allowance {
  readonly rule: string;
  readonly why: string;
  /** Of the rule's name in the fence; in front matter of the reason. */
  readonly range: Range;
}

/** An `output` block: what the device prints for the block before it. */
export interface Output {
  readonly block: string;
  readonly code: Slice;
  readonly captured: string | undefined;
  /** `after=reload`: printed once the device has been restarted, which nobody scripts. */
  readonly after: 'reload' | undefined;
  /** `partner=silent`: printed while the devices at the other ends of the cables take no part in a channel yet. */
  readonly partner: 'silent' | undefined;
  readonly fence: Range;
}

/** The passage a correction is about. */
export interface Passage {
  /** `of`: slug of the Debug File. */
  readonly of: string;
  /** `id` of the change in that Debug File. */
  readonly id: string;
  /** `code`: it holds a block of commands, of output or of anything else, be it among words; `picture`: pictures, and no words. */
  readonly kind: 'words' | 'code' | 'picture';
  /**
   * What it says: words in one line; of `code` each line of code as it stands, and each paragraph as a line; of a picture what is to be seen.
   * `{{path}}` stands for a value of the lab. Empty where something was taken away.
   */
  readonly text: string;
  /** What begins a comment in the language of its first block of commands. */
  readonly comment?: string;
  /** Of one with pictures, what may be said of it instead of all its words: what is to be seen, their captions, and their files. */
  readonly names: readonly string[];
  readonly range: Range;
}

/**
 * A name that must be found elsewhere: `value` in the lab (`Value of`), `device` (`PortMap device`) and `network` (each word of
 * `NetworkTable networks`) in the lab, `figure` among the pictures of the content, by the key that `resolvePicture` makes,
 * `comparison` in src/content/comparisons.
 */
export interface Reference {
  readonly kind: 'value' | 'device' | 'network' | 'figure' | 'comparison';
  readonly name: string;
  /** Of the name in the prop. */
  readonly range: Range;
  /** Of a figure that is named by a path to something else: what is wrong, and the path that may be meant. */
  readonly astray?: {
    readonly problem: string;
    readonly hint: string;
    readonly path: string;
    /** Whether the range is that of the path, letter by letter, and not all of the picture. */
    readonly isPath: boolean;
  };
}

/** A link, and where it is written in the file: its address where that stands there letter by letter, else all of the link. */
export interface GuideLink {
  readonly url: string;
  /** Offsets. */
  readonly start: number;
  readonly end: number;
}

/** The body as data: strings of HTML and calls of known components. HTML strings need not be balanced on their own. */
export type Segment = string | ComponentCall;

export interface ComponentCall {
  readonly component: ComponentName;
  /** Checked against the component's schema; only literals. */
  readonly props: Readonly<Record<string, string | number | boolean>>;
  readonly children: readonly Segment[];
}

/** Components an author may call, and those the parser makes of Markdown (from `CommandBlock` on). */
export const componentNames = [
  'Value',
  'Figure',
  'Video',
  'Aside',
  'SyncTabs',
  'Tab',
  'NetworkTable',
  'Topology',
  'PortMap',
  'Comparison',
  'ReadingList',
  'Correction',
  'BundleDownload',
  'CommandBlock',
  'StaticBlock',
  'Picture',
  'Note',
  'Table',
  'Formula',
] as const;
export type ComponentName = (typeof componentNames)[number];
