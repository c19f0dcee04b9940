import type { Element, ElementContent } from 'hast';
import type { CallNode } from '../hast-nodes.ts';
import { call, element, settleCells } from '../hast-nodes.ts';
import type { HtmlElement } from './html-element.ts';

/** An element on the page. What Markdown shows by a component, as a table or a picture with its caption, HTML does too. */
export function renderElement(
  { tagName, properties, listing }: HtmlElement,
  children: ElementContent[],
): ElementContent {
  if (listing) return call('StaticBlock', { lang: listing.lang, code: listing.code });
  const shown = element(tagName, properties, children);
  if (tagName === 'figure') return pictureOf(shown) ?? shown;
  if (tagName !== 'table') return shown;
  settleCells(shown);
  return call('Table', {}, [shown]);
}

/** A picture and the words below it. */
function pictureOf({ children }: Element): CallNode | undefined {
  const [picture, caption, ...more] = children.filter((node) => node.type !== 'text' || node.value.trim());
  if (more.length > 0 || picture?.type !== 'call') return undefined;
  if (picture.component !== 'Figure' && picture.component !== 'Picture') return undefined;
  const { src = '', alt = '', caption: own, title } = picture.props;
  const words = caption === undefined ? (own ?? title) : textOf(caption);
  if (words === undefined && caption !== undefined) return undefined;
  return call('Figure', { src, alt, ...(words === undefined ? {} : { caption: words }) });
}

/** The words of a caption that has nothing else. */
function textOf(node: ElementContent): string | undefined {
  if (node.type !== 'element' || node.tagName !== 'figcaption') return undefined;
  const texts = node.children.map((child) => (child.type === 'text' ? child.value : undefined));
  if (texts.includes(undefined)) return undefined;
  return texts.join('').replace(/\s+/g, ' ').trim() || undefined;
}
