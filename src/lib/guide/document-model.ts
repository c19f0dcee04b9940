import type { Code, Definition, FootnoteDefinition, Heading, Nodes } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { JsxElement } from './component-props.ts';
import type { TabGroup } from './extensions/tabs.ts';
import type { Block, Heading as HeadingEntry, GuideLink, Output, Passage, Reference, Step } from './guide.ts';
import type { CodeBlock } from './read-code.ts';
import type { MarkdownImage, ShownPicture } from './read-picture.ts';
import type { Tag } from './read-component.ts';

/** Everything found on one walk through the tree, in the order of the text; the page is made from the same tree and these. */
export interface DocumentModel {
  readonly steps: readonly Step[];
  readonly blocks: readonly Block[];
  readonly outputs: readonly Output[];
  readonly headings: readonly HeadingEntry[];
  readonly passages: readonly Passage[];
  /** The passages, by what marks them. */
  readonly corrected: ReadonlyMap<JsxElement, Passage>;
  readonly references: readonly Reference[];
  readonly links: readonly GuideLink[];
  readonly codes: ReadonlyMap<Code, CodeBlock>;
  readonly tags: ReadonlyMap<JsxElement, Tag>;
  /** Groups of tabs, by themselves and by each of their tabs. */
  readonly tabs: ReadonlyMap<JsxElement, TabGroup>;
  /** Images of Markdown that are of the content. */
  readonly pictures: ReadonlyMap<MarkdownImage, ShownPicture>;
  readonly anchors: ReadonlyMap<Heading, HeadingEntry>;
  /** That the post gives to its elements, with the prefix of its own. */
  readonly ids: ReadonlySet<string>;
  /** By identifier, as all further ones: the first of several holds. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly excerptMark: Nodes | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
