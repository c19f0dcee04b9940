import { afterEach, describe, expect, it } from 'vitest';
import { contentChanged, liveContent } from '../../src/build/live-content.ts';

afterEach(() => (contentChanged.value = undefined));

describe('content that changes while the site is served', () => {
  it('is announced to every environment on the server, and then to the browsers', () => {
    const sent: unknown[] = [];
    const environment = (name: string) => ({
      hot: { send: (...message: unknown[]) => void sent.push([name, ...message]) },
    });
    const environments = {
      client: environment('client'),
      ssr: environment('ssr'),
      prerender: environment('prerender'),
    };
    const setUp = liveContent().hooks['astro:server:setup'] as (options: object) => void;
    expect(contentChanged.value).toBeUndefined();
    setUp({ server: { environments } });
    contentChanged.value!();
    expect(sent).toEqual([
      ['ssr', 'astro:content-changed', {}],
      ['prerender', 'astro:content-changed', {}],
      ['client', { type: 'full-reload', path: '*' }],
    ]);
  });
});
