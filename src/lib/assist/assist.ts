import type { CheckedBlock, CheckedGuide, CheckedLabwork } from '../check/labwork.ts';
import type { Guide } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';
import { labOfPost } from './lab-names.ts';
import type { Range, SourceFile } from '../source/source-file.ts';

/** A post that is being written, and what there is that it may name. */
export interface WrittenPost {
  /** Its newest text, which need not hold. */
  readonly file: SourceFile;
  /** What was made of that text; undefined where it could not be checked. */
  readonly checked: CheckedGuide | undefined;
  readonly labwork: CheckedLabwork | undefined;
  readonly labs: ReadonlyMap<string, Lab>;
  /** Ids. */
  readonly comparisons: Iterable<string>;
  /** Names of figures. */
  readonly figures: Iterable<string>;
  readonly posts: readonly KnownPostName[];
  /** All rules, by name. */
  readonly rules: Iterable<string>;
}

/** A post of the content, as others name it. */
export interface KnownPostName {
  /** `field-notes/two-switches` */
  readonly ref: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** The changes of a Debug File. */
  readonly changes: readonly string[];
}

export type SuggestionKind =
  | 'command'
  | 'parameter'
  | 'value'
  | 'keyword'
  | 'lab-value'
  | 'component'
  | 'property'
  | 'device'
  | 'rule'
  | 'field'
  | 'file';

/** Something that may stand where an author types. */
export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  readonly detail: string;
  /** What is written, where that is not the label. */
  readonly text?: string;
}

export interface Suggestions {
  /** What of the text a suggestion takes the place of. */
  readonly range: Range;
  /** The nearest first. */
  readonly items: readonly Suggestion[];
  readonly isCut: boolean;
}

/** What is known of a place: lines of Markdown, each a paragraph or an item of a list. */
export interface PlaceNote {
  readonly range: Range;
  readonly lines: readonly string[];
}

/** Where something is written that a place names. */
export type NamedPlace =
  | {
      readonly kind: 'lab';
      readonly id: string;
      /** Of the YAML: `networks.0.vlan`. */ readonly field: string;
    }
  | { readonly kind: 'post'; readonly ref: string; readonly anchor?: string }
  | { readonly kind: 'comparison'; readonly id: string };

/** The lab that a post names, as far as it holds; while its front matter does not, the lab that its text names. */
export function labOf({ file, checked, labs }: WrittenPost): Lab | undefined {
  const id = checked?.guide.data?.lab ?? labOfPost(file.text);
  return id === undefined ? undefined : labs.get(id);
}

/** The block of commands whose words stand between two offsets, behind the backticks of its fence. */
export function blockAt(
  guide: Guide | undefined,
  { info, end }: { readonly info: number; readonly end: number },
): Guide['blocks'][number] | undefined {
  return guide?.blocks.find(({ fence: { start } }) => info <= start.offset && start.offset <= end);
}

/** A block as it was checked where the page shows it. */
export function checkedBlock(
  checked: CheckedGuide | undefined,
  block: Guide['blocks'][number] | undefined,
): CheckedBlock | undefined {
  return checked?.blocks.find((one) => one.block === block);
}
