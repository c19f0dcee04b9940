import type { Properties } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { find, html } from 'property-information';
import type { SourceFile } from '../../source/source-file.ts';
import type { Report } from '../component-props.ts';
import type { PostFormat } from '../post-place.ts';
import { isAuthorComponent } from '../components.ts';
import { refuse, refuseAttribute, writtenName } from './explain-element.ts';
import type { HtmlElement } from './html-element.ts';
import { htmlSchema } from './html-schema.ts';

/** Names that HTML had before, and those it has for them now. */
const renamed: Readonly<Record<string, string>> = { acronym: 'abbr', strike: 's', tt: 'code' };

/**
 * What of an element is shown: the sanitiser's result, which decides by the one list. What it takes away is reported at its place.
 * `none`: neither the element nor what it holds; `content`: only what it holds.
 */
export type ShownElement = { readonly properties: Properties; readonly tagName: string } | 'none' | 'content';

export function readElement(
  file: SourceFile,
  node: HtmlElement,
  format: PostFormat,
  report: Report,
): ShownElement {
  const tagName = Object.hasOwn(renamed, node.tagName) ? renamed[node.tagName]! : node.tagName;
  const { properties } = node;
  const clean = sanitize({ type: 'element', tagName, properties, children: [] }, htmlSchema);
  // The text of what is preformatted in MDX has been read as Markdown: its lines are lost.
  if (
    clean.type !== 'element' ||
    (tagName === 'pre' && format === 'mdx') ||
    (format === 'md' && isAuthorComponent(writtenName(file, node)))
  ) {
    const { keepsContent, diagnostic } = refuse(file, node, format);
    report(diagnostic);
    return keepsContent ? 'content' : 'none';
  }
  for (const name of Object.keys(properties)) {
    if (Object.hasOwn(clean.properties, name) || isLanguageOfListing(tagName, name)) continue;
    report(refuseAttribute(file, node, find(html, name)));
  }
  return { tagName, properties: clean.properties };
}

/** `<pre class="brush: powershell">`: what a listing is in; it is shown with the colours of the site, or without. */
function isLanguageOfListing(tagName: string, name: string): boolean {
  return tagName === 'pre' && (name === 'className' || name === 'lang');
}
