import type { Properties } from 'hast';
import type { Nodes, Root, RootContent } from 'mdast';
import { find, html } from 'property-information';
import type { SourceFile } from '../../source/source-file.ts';
import type { JsxElement, Report } from '../component-props.ts';
import { readProps } from '../component-props.ts';
import type { HtmlElement } from './html-element.ts';
import { isAttributeOf } from './html-schema.ts';

/** Puts elements in the place of the tags of an MDX tree that are no components: those in small letters. */
export function elementsOfTags(file: SourceFile, root: Root, report: Report): void {
  const open: Nodes[] = [root];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    if (!('children' in parent)) continue;
    const children = parent.children as RootContent[];
    for (let index = 0; index < children.length; index++) {
      const node = children[index]!;
      const isTag = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
      if (isTag && node.name !== null && /^[a-z]/.test(node.name)) {
        const { position, name } = node;
        // What has no effect is told as that, whatever is written in it.
        const { props } = readProps(file, node, name, report, (prop) => !isAttributeOf(name, prop));
        const source = name === 'img' && !('src' in props) && node.attributes.find(isSource);
        const element: HtmlElement = {
          type: 'htmlElement',
          // Of a picture that a program names nothing else is said.
          tagName: source ? 'span' : name,
          properties: source ? {} : propertiesOf(props),
          children: node.children,
          ...(position && { position }),
        };
        children[index] = element;
      }
      open.push(children[index]!);
    }
  }
}

function isSource(attribute: JsxElement['attributes'][number]): boolean {
  return attribute.type === 'mdxJsxAttribute' && attribute.name === 'src';
}

function propertiesOf(props: Readonly<Record<string, string | number | boolean>>): Properties {
  return Object.fromEntries(Object.entries(props).map(([name, value]) => [find(html, name).property, value]));
}
