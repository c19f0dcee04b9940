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

/** `align` is no HTML any more: a class says it. Heads say that they are of columns. */
export function settleCells(node: Element): void {
  const { align } = node.properties;
  if (typeof align === 'string') {
    delete node.properties['align'];
    node.properties['className'] = [`align-${align}`];
  }
  if (node.tagName === 'th') node.properties['scope'] ??= 'col';
  for (const child of node.children) {
    if (child.type === 'element' && /^(?:thead|tbody|tr|th|td)$/.test(child.tagName)) settleCells(child);
  }
}
