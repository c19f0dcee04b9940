import type { Element, ElementContent } from 'hast';
import type { XmlElement, XmlNode } from '@rgrove/parse-xml';
import { limits } from './limits.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const xhtmlNamespace = 'http://www.w3.org/1999/xhtml';

/** By prefix. */
type Namespaces = ReadonlyMap<string, string>;

const knownNamespaces: Namespaces = new Map([
  ['xlink', xlinkNamespace],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

/**
 * The element as the sanitiser reads it, attributes by their names in XML, each element with the offset it begins at. Left out is
 * what no browser draws: comments, what editors note in namespaces of their own, and words about the drawing, in whose place its
 * `alt` stands. Undefined where elements lie too deep.
 */
export function svgTree(element: XmlElement): Element | undefined {
  return treeOf(element, knownNamespaces, 1);
}

function treeOf(element: XmlElement, outer: Namespaces, depth: number): Element | undefined {
  if (depth > limits.depth) return undefined;
  const namespaces = namespacesOf(element, outer);
  const children: ElementContent[] = [];
  for (const node of element.children) {
    if (isText(node)) children.push({ type: 'text', value: node.text });
    if (!isElement(node) || isNote(node.name, namespacesOf(node, namespaces))) continue;
    const child = treeOf(node, namespaces, depth + 1);
    if (!child) return undefined;
    // HTML reads what stands in these as HTML, so they hold text alone.
    if (element.name === 'title' || element.name === 'desc')
      child.tagName = `${element.name} ${child.tagName}`;
    children.push(child);
  }
  const at = { line: 1, column: 1, offset: element.start };
  return {
    type: 'element',
    tagName: element.name,
    properties: propertiesOf(element, namespaces),
    children,
    position: { start: at, end: at },
  };
}

/** What attributes say of prefixes; the one without stands for elements alone. */
function namespacesOf({ attributes }: XmlElement, outer: Namespaces): Namespaces {
  const declared = Object.entries(attributes).flatMap(([name, uri]) =>
    name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), uri] as const] : [],
  );
  return declared.length === 0 ? outer : new Map([...outer, ...declared]);
}

function propertiesOf({ attributes }: XmlElement, namespaces: Namespaces): Record<string, string> {
  const properties: Record<string, string> = {};
  const add = (name: string, value: string) =>
    Object.defineProperty(properties, name, { value, enumerable: true, configurable: true, writable: true });
  for (const [name, value] of Object.entries(attributes)) {
    const [prefix = '', local] = name.split(':');
    if (local === 'href' && namespaces.get(prefix) === xlinkNamespace) {
      // What SVG 1.1 writes; where both stand, the newer one counts.
      if (!Object.hasOwn(attributes, 'href')) add('href', value);
    } else if (name === 'xmlns' ? value !== svgNamespace : !isNoteOnDrawing(name, namespaces))
      add(name, value);
  }
  return properties;
}

/** An element that draws nothing: of an editor's own namespace, or data about the file. */
function isNote(name: string, namespaces: Namespaces): boolean {
  return name === 'metadata' || isForeign(name, namespaces);
}

function isNoteOnDrawing(name: string, namespaces: Namespaces): boolean {
  return (
    /^(?:xmlns:|data-|aria-)|^(?:role|version|baseProfile|focusable)$/.test(name) ||
    (name !== 'xml:space' && name !== 'xml:lang' && isForeign(name, namespaces))
  );
}

/** Of a declared namespace that browsers know nothing of. A prefix that stands for one they know is not left out in silence. */
function isForeign(name: string, namespaces: Namespaces): boolean {
  const [prefix = '', local] = name.split(':');
  const namespace = local === undefined ? undefined : namespaces.get(prefix);
  return namespace !== undefined && namespace !== svgNamespace && namespace !== xhtmlNamespace;
}

function isElement(node: XmlNode): node is XmlElement {
  return node.type === 'element';
}

function isText(node: XmlNode): node is XmlNode & { readonly text: string } {
  return node.type === 'text';
}
