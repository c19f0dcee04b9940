import type { Properties } from 'hast';
import type { Nodes, Root, RootContent } from 'mdast';
import { find, html } from 'property-information';
import type { SourceFile } from '../../source/source-file.ts';
import type { Report } from '../component-props.ts';
import { readProps } from '../component-props.ts';
import type { HtmlElement } from './html-element.ts';

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
        const element: HtmlElement = {
          type: 'htmlElement',
          tagName: name,
          properties: propertiesOf(readProps(file, node, name, report).props),
          children: node.children,
          ...(position && { position }),
        };
        children[index] = element;
      }
      open.push(children[index]!);
    }
  }
}

function propertiesOf(props: Readonly<Record<string, string | number | boolean>>): Properties {
  return Object.fromEntries(Object.entries(props).map(([name, value]) => [find(html, name).property, value]));
}
