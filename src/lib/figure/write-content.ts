import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** Stands where an id begins: a code point that XML cannot have in it, so that no drawing brings one. */
const mark = '\uFFFF';

/** What a sanitised drawing holds, as text that XML and HTML read alike, cut wherever an id or a reference to one begins. */
export function writeContent({ children }: Element): string[] {
  const html = toHtml(
    { type: 'root', children: children.map((child) => (child.type === 'element' ? marked(child) : child)) },
    { space: 'svg', closeEmptyElements: true },
  );
  // What ends a CDATA section cannot stand in XML, and HTML does not mind.
  return html.replaceAll(']]>', () => ']]&#x3E;').split(mark);
}

function marked(element: Element): Element {
  return {
    ...element,
    properties: Object.fromEntries(
      Object.entries(element.properties).map(([name, value]) => [name, markedValue(name, String(value))]),
    ),
    children: element.children.map((child) => (child.type === 'element' ? marked(child) : child)),
  };
}

function markedValue(name: string, value: string): string {
  if (name === 'id') return mark + value;
  if (name === 'href') return value.replace(/^#/, () => `#${mark}`);
  return value.replace(/url\(\s*["']?#/gi, (opening) => opening + mark);
}
