import type { ComponentCall, Guide, Segment } from '../../src/lib/guide/guide.ts';

/** What is shown of a post, as far as the engine knows it: names of devices, drawings and the like are the site's. */
export function htmlOfBody({ body, blocks, outputs }: Guide): string {
  const write = (segments: readonly Segment[]): string =>
    segments.map((segment) => (typeof segment === 'string' ? segment : callHtml(segment))).join('');
  const callHtml = ({ component, props, children }: ComponentCall): string => {
    const text = (name: string) => escape(String(props[name] ?? ''));
    switch (component) {
      case 'CommandBlock': {
        const code = blocks.find(({ id }) => id === props['block'])?.code.text ?? '';
        const output = outputs.find(({ block }) => block === props['block'])?.code.text;
        return listing(code) + (output === undefined ? '' : listing(output));
      }
      case 'StaticBlock':
        return `<p>${text('title')}</p>${listing(String(props['code'] ?? ''))}`;
      case 'Figure':
        return `<figure><img alt="${text('alt')}"><figcaption>${text('caption')} ${text('transcript')}</figcaption></figure>`;
      case 'Picture':
        return `<img alt="${text('alt')}">`;
      case 'Note':
        return `<div id="${text('id')}">${write(children)}</div>`;
      default:
        return `<div>${text('title')} ${text('label')} ${text('labels')} ${write(children)}</div>`;
    }
  };
  return write(body);
}

function listing(code: string): string {
  return `<pre>${escape(code)}</pre>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
