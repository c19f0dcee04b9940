import type { Properties } from 'hast';
import type { RootContent } from 'mdast';
import type { Position } from 'unist';

/** An element of HTML among the nodes of Markdown, from either format. */
export interface HtmlElement {
  type: 'htmlElement';
  /** In small letters. */
  tagName: string;
  /** By the names of hast: `colSpan`. */
  properties: Properties;
  children: RootContent[];
  /** Of `<pre>`: its text, and what it is in. */
  listing?: { readonly lang: string; readonly code: string };
  /** Whether it was written as HTML in Markdown, where nobody holds its author to close it. */
  isParsed?: boolean;
  position?: Position | undefined;
  /** Undefined, for the nodes of mdast have such a field. */
  data?: undefined;
}

declare module 'mdast' {
  interface RootContentMap {
    htmlElement: HtmlElement;
  }
  interface PhrasingContentMap {
    htmlElement: HtmlElement;
  }
}
