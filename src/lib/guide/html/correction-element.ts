import type { SourceFile } from '../../source/source-file.ts';
import type { JsxElement } from '../component-props.ts';
import { isPhrasing } from './content-model.ts';
import { placeOfAttribute } from './attribute-place.ts';
import type { HtmlElement } from './html-element.ts';

/** `<Correction>` as a parser of HTML gives it: in Markdown it is written as in MDX, for any post can have been wrong. */
export const correctionTag = 'correction';

/** The component that an element in Markdown stands for. */
export function correctionOf(file: SourceFile, node: HtmlElement): JsxElement {
  const { properties, children, position } = node;
  const attributes = Object.entries(properties).map(([name, value]) => {
    const place = placeOfAttribute(file, node, name)?.range;
    return {
      type: 'mdxJsxAttribute' as const,
      name,
      value: value === undefined || value === null ? null : String(value),
      ...(place ? { position: place } : position && { position }),
    };
  });
  return {
    // Around words alone it stands in their line.
    type: children.every(isPhrasing) ? 'mdxJsxTextElement' : 'mdxJsxFlowElement',
    name: 'Correction',
    attributes,
    children,
    ...(position && { position }),
  } as JsxElement;
}
