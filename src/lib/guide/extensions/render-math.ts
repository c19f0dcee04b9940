import type { XmlElement, XmlNode } from '@rgrove/parse-xml';
import { parseXml } from '@rgrove/parse-xml';
import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import temml from 'temml';

/** A formula as MathML, or why there is none. `at`: the offset in the formula, where it is known. */
export type RenderedMath =
  | { readonly html: string; readonly problem?: never }
  | { readonly html?: never; readonly problem: string; readonly at?: number | undefined };

/** Longer ones are no formulas. */
const maxLength = 2000;

/**
 * What TeX says as MathML that every browser draws alike (MathML Core), and that the pages' Content-Security-Policy lets through: its
 * styles become classes, and what would need more is a problem.
 */
export function renderMath(tex: string, display: boolean): RenderedMath {
  if (tex.trim() === '') return { problem: 'it is empty' };
  if (tex.length > maxLength) return { problem: `it has more than ${maxLength} characters` };
  let xml: string;
  try {
    xml = temml.renderToString(tex, { displayMode: display, throwOnError: true, maxExpand: 200 });
  } catch (error) {
    return explainRefusal(error);
  }
  const missing: string[] = [];
  const { root } = parseXml(xml);
  const tree = root && elementOf(root, (what) => missing.push(what));
  if (!tree || missing.length > 0)
    return { problem: `it needs ${missing[0] ?? 'more'}, which not every browser draws` };
  tree.properties['display'] = display ? 'block' : 'inline';
  return { html: toHtml(tree) };
}

/** Its message ends with the place, from 1, and the formula with marks below letters. */
function explainRefusal(error: unknown): RenderedMath {
  const message = error instanceof Error ? error.message : '';
  const [, reason = 'it cannot be read', at] = /^\s*(.*?)(?: at position (\d+):|\n|$)/.exec(message) ?? [];
  const start = reason.replace(/[.\s]+$/, '');
  return {
    problem: start.charAt(0).toLowerCase() + start.slice(1),
    at: at === undefined ? undefined : Number(at) - 1,
  };
}

/** MathML Core, but for what leads or loads. */
const elements: ReadonlySet<string> = new Set([
  ...[
    'math',
    'mrow',
    'mi',
    'mn',
    'mo',
    'mtext',
    'ms',
    'mspace',
    'mfrac',
    'msqrt',
    'mroot',
    'msub',
    'msup',
    'msubsup',
  ],
  ...[
    'munder',
    'mover',
    'munderover',
    'mmultiscripts',
    'mprescripts',
    'mtable',
    'mtr',
    'mtd',
    'mstyle',
    'mpadded',
    'mphantom',
  ],
]);
const attributes: ReadonlySet<string> = new Set([
  ...[
    'displaystyle',
    'scriptlevel',
    'stretchy',
    'fence',
    'form',
    'separator',
    'lspace',
    'rspace',
    'minsize',
    'maxsize',
  ],
  ...[
    'movablelimits',
    'accent',
    'accentunder',
    'largeop',
    'symmetric',
    'linethickness',
    'width',
    'height',
    'depth',
  ],
  ...['voffset', 'columnspan', 'rowspan', 'mathvariant'],
]);
/** Classes that the site's styles have; the library's others move things by a hair in its own fonts. */
const classes: ReadonlySet<string> = new Set(['tml-left', 'tml-right', 'tml-jot']);

function elementOf(
  { name, attributes: given, children }: XmlElement,
  report: (what: string) => void,
): Element {
  if (!elements.has(name)) report(name === 'menclose' ? 'a line or a frame around something' : `<${name}>`);
  const properties: Properties = {};
  let classNames: readonly string[] = [];
  for (const [key, value] of Object.entries(given)) {
    if (key === 'class')
      classNames = [...classNames, ...value.split(' ').filter((item) => classes.has(item))];
    else if (key === 'style') classNames = [...classNames, ...classesOf(value, report)];
    else if (attributes.has(key)) properties[key] = value;
  }
  if (classNames.length > 0) properties['className'] = [...classNames];
  return {
    type: 'element',
    tagName: name,
    properties,
    children: children.flatMap((child) => childOf(child, report)),
  };
}

function childOf(child: XmlNode, report: (what: string) => void): ElementContent[] {
  if (child.type === 'element') return [elementOf(child as XmlElement, report)];
  return child.type === 'text' ? [{ type: 'text', value: (child as unknown as { text: string }).text }] : [];
}

/** The classes that say what a style says: only how far the cells of a table stand apart can be said so. */
function classesOf(style: string, report: (what: string) => void): string[] {
  return style.split(';').flatMap((declaration) => {
    const [property = '', value = ''] = declaration.split(':').map((part) => part.trim());
    if (property === 'padding-left') return value === '0em' ? ['flush-start'] : [];
    if (property === 'padding-right') return value === '0em' ? ['flush-end'] : [];
    if (/^(?:color|background|border|padding)/.test(property) && !/^(?:undefined)?$/.test(value))
      report('colours or frames');
    return [];
  });
}
