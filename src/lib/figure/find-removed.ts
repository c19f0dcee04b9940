import type { Element } from 'hast';
import { elementsOf } from './count-drawn.ts';

/** What the sanitiser took away. */
export interface Removal {
  /** The element, or the one that had the attribute. */
  readonly element: Element;
  /** By its name in XML; undefined where the whole element went. */
  readonly attribute: string | undefined;
}

/** The difference of a tree before and after; of an element that went, nothing within is listed. */
export function findRemoved(before: Element, after: Element | undefined): Removal[] {
  const kept = new Map(
    after && elementsOf(after).map((element) => [element.position?.start.offset, element]),
  );
  const removals: Removal[] = [];
  const compare = (element: Element): void => {
    const left = kept.get(element.position?.start.offset);
    if (!left) {
      removals.push({ element, attribute: undefined });
      return;
    }
    for (const attribute of Object.keys(element.properties))
      if (!Object.hasOwn(left.properties, attribute)) removals.push({ element, attribute });
    for (const child of element.children) if (child.type === 'element') compare(child);
  };
  compare(before);
  return removals;
}
