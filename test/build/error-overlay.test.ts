import { afterEach, describe, expect, it } from 'vitest';
import { contentErrors, errorOverlay, overlayMessage } from '../../src/build/error-overlay.ts';

afterEach(() => (contentErrors.value = undefined));

const first = {
  rule: 'guide/heading',
  page: '/rules/guide/heading/',
  message: 'The heading “<img src=x onerror=alert(1)>” is too much.',
  hint: 'Write <b>less</b>.',
  file: 'src/content/a.mdx',
  line: 3,
  column: 4,
  frame: '3 | ## <img src=x>\n  |    ^^^',
};

describe('the overlay of the browser', () => {
  it('is sent to every page that connects, as long as something is wrong', () => {
    let connect: ((data: undefined, client: object) => void) | undefined;
    const setUp = errorOverlay().hooks['astro:server:setup'] as (options: object) => void;
    const hot = {
      on: (event: string, heard: typeof connect) => event === 'vite:client:connect' && (connect = heard),
    };
    setUp({ server: { environments: { client: { hot } } } });
    const sent: unknown[] = [];
    const client = { send: (message: unknown) => void sent.push(message) };
    connect!(undefined, client);
    contentErrors.value = { count: 1, text: 'wrong', first };
    connect!(undefined, client);
    contentErrors.value = undefined;
    connect!(undefined, client);
    expect(sent).toEqual([overlayMessage({ count: 1, text: 'wrong', first })]);
  });

  it('shows what a post says as text, and tells of all errors', () => {
    const { err } = overlayMessage({ count: 2, text: 'both', first });
    expect(err).toMatchObject({
      name: 'guide/heading',
      title: 'The content has 2 errors',
      docslink: '/rules/guide/heading/',
      stack: 'both',
    });
    for (const html of [err.message, err.hint, err.highlightedCode]) expect(html).not.toMatch(/<(?:img|b)\b/);
    expect(err.loc?.file).toMatch(/src.content.a\.mdx$/);
  });

  it('tells of what is no error of the content, too', () => {
    expect(overlayMessage({ count: 1, text: 'Error: no memory' }).err).toMatchObject({
      message: 'The content cannot be brought up to date.',
      stack: 'Error: no memory',
    });
  });
});
