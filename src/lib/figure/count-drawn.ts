import type { Element } from 'hast';
import { limits } from './limits.ts';

/** What is wrong with the references of a drawing, and at which element. */
export interface ReferenceProblem {
  readonly element: Element;
  readonly kind: 'circle' | 'too-much';
}

/**
 * Goes through a drawing as a browser draws it, what stands behind a reference at every reference: a small file can stand for more than
 * any machine draws. Each element is looked at once.
 */
export function findReferenceProblem(root: Element): ReferenceProblem | undefined {
  const byId = new Map<string, Element>();
  for (const element of elementsOf(root)) {
    const { id } = element.properties;
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, element);
  }
  const counted = new Map<Element, number>();
  const open = new Set<Element>();
  let problem: ReferenceProblem | undefined;
  const count = (element: Element, references: number): number => {
    const known = counted.get(element);
    if (known !== undefined || problem) return known ?? 0;
    if (open.has(element) || references > limits.references) {
      problem = { element, kind: open.has(element) ? 'circle' : 'too-much' };
      return 0;
    }
    open.add(element);
    let drawn = 1;
    for (const child of element.children) if (child.type === 'element') drawn += count(child, references);
    for (const id of referencesOf(element)) {
      const target = byId.get(id);
      if (target) drawn += count(target, references + 1);
    }
    open.delete(element);
    counted.set(element, drawn);
    if (drawn > limits.drawn) problem ??= { element, kind: 'too-much' };
    return drawn;
  };
  count(root, 0);
  return problem;
}

/** The element and all that it holds. */
export function elementsOf(root: Element): Element[] {
  return [root, ...root.children.flatMap((child) => (child.type === 'element' ? elementsOf(child) : []))];
}

/** The ids that an element names in its attributes. */
function referencesOf({ properties }: Element): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const text = String(value);
    if (name === 'href') return text.startsWith('#') ? [text.slice(1)] : [];
    return [...text.matchAll(/url\(\s*["']?#([^"'\s)]+)/gi)].map((match) => match[1]!);
  });
}
