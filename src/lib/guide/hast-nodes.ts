import type { Element, ElementContent, Properties } from 'hast';
import type { ComponentCall } from './guide.ts';

/** A component call inside the HTML tree. */
export interface CallNode {
  type: 'call';
  component: ComponentCall['component'];
  props: ComponentCall['props'];
  children: ElementContent[];
}

/** The place where the excerpt ends. */
export interface MarkNode {
  type: 'excerptMark';
}

declare module 'hast' {
  interface ElementContentMap {
    call: CallNode;
    excerptMark: MarkNode;
  }
  interface RootContentMap {
    call: CallNode;
    excerptMark: MarkNode;
  }
}

export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

export function call(
  component: ComponentCall['component'],
  props: ComponentCall['props'],
  children: ElementContent[] = [],
): CallNode {
  return { type: 'call', component, props, children };
}

/** Characters of a cell that is read as a sentence, and must not be squeezed to a word a line. */
const longCell = 30;

/** `align` is no HTML any more: a class says it, as it says that a cell is long. Heads say that they are of columns. */
export function settleCells(node: Element): void {
  const { align } = node.properties;
  delete node.properties['align'];
  const isLong = node.tagName === 'td' && lengthOf(node) > longCell;
  const classes = [typeof align === 'string' ? `align-${align}` : [], isLong ? 'long' : []].flat();
  if (classes.length > 0) node.properties['className'] = classes;
  if (node.tagName === 'th') node.properties['scope'] ??= 'col';
  for (const child of node.children) {
    if (child.type === 'element' && /^(?:thead|tbody|tr|th|td)$/.test(child.tagName)) settleCells(child);
  }
}

/** Characters of an element's text. */
function lengthOf({ children }: Element): number {
  return children.reduce(
    (sum, child) =>
      sum + (child.type === 'text' ? child.value.length : child.type === 'element' ? lengthOf(child) : 0),
    0,
  );
}
