import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { isPhrasing } from './content-model.ts';
import type { HtmlElement } from './html-element.ts';

/** An element as the nodes of Markdown that say the same, so that all that is done for those is done for it; else itself. */
export function markdownOf(node: HtmlElement): RootContent[] {
  const { tagName, properties, children, position } = node;
  const words = children as PhrasingContent[];
  const place = position && { position };
  const { id, ...others } = properties;
  const text = (name: string) => {
    const value = properties[name];
    return value === undefined || value === null ? undefined : String(value);
  };
  // What links lead to stays there.
  const mark: HtmlElement[] =
    id === undefined
      ? []
      : [{ type: 'htmlElement', tagName: 'span', properties: { id }, children: [], ...place }];
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [
        {
          type: 'heading',
          depth: Number(tagName[1]) as Heading['depth'],
          children: [...mark, ...words],
          ...place,
        },
      ];
    case 'p':
      if (!children.every(isPhrasing)) return children;
      if (Object.keys(others).length > 0) return [node];
      return children.length === 0 ? mark : [{ type: 'paragraph', children: [...mark, ...words], ...place }];
    case 'a':
      return properties['href'] === undefined
        ? [{ ...node, tagName: 'span' }]
        : [
            ...mark,
            {
              type: 'link',
              url: text('href') ?? '',
              title: text('title') ?? null,
              children: words,
              ...place,
            },
          ];
    case 'img':
      return [
        ...mark,
        {
          type: 'image',
          url: text('src') ?? '',
          alt: text('alt') ?? '',
          title: text('title') ?? null,
          ...place,
        },
      ];
    case 'br':
      return [...mark, { type: 'break', ...place }];
    case 'hr':
      return [{ type: 'thematicBreak', ...place }];
    default:
      return [node];
  }
}
