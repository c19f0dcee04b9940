import { addAttribute, escapeHTML } from 'astro/runtime/server/index.js';
import { describe, expect, it, vi } from 'vitest';
import { attribute, content, frameOf, inFrame } from '../../src/build/history-files.ts';
import { changesDescription, changesHtml, changesTitle } from '../../src/site/changes-html.ts';
import type { SiteCorpus } from '../../src/site/corpus.ts';
import type { HistoryProps } from '../../src/site/paths.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { corpusOf } from '../site/fixtures.ts';

const known = vi.hoisted(() => ({ corpus: undefined as SiteCorpus | undefined }));
vi.mock('../../src/site/corpus.ts', async (original) => ({
  ...(await original<object>()),
  getCorpus: () => known.corpus,
}));
vi.mock('../../src/site/histories.ts', async (original) => ({
  ...(await original<object>()),
  getComparisonsOf: () => [],
}));
known.corpus = corpusOf([]);

const revision = (number: number, summary: string) => ({
  number,
  date: '2014-02-01',
  class: number === 1 ? ('publication' as const) : ('update' as const),
  severity: undefined,
  summary,
  reportedBy: undefined,
  release: undefined,
  url: undefined,
  changes: undefined,
});

const historyOf = (id: string, title: string): HistoryProps => ({
  id,
  history: {
    url: `/${id}/`,
    title,
    label: 'Field notes',
    revisions: [revision(2, title), revision(1, 'First published.')],
    withdrawal: undefined,
    digest: title,
    pack: 'pack',
  },
});

/** As the layout of all pages has it. */
function rendered({ id, history }: HistoryProps): string {
  const title = changesTitle(history);
  const description = addAttribute(changesDescription(history), 'content').toString();
  const address = `https://closet.example/${id}/changes/`;
  return [
    `<head><title>${escapeHTML(title)} — Closet</title><meta name="description"${description}>`,
    `<link rel="canonical"${addAttribute(address, 'href').toString()}><script src="x.js"></script>`,
    `<meta property="og:title"${addAttribute(title, 'content').toString()}><meta property="og:description"${description}>`,
    `<meta property="og:url"${addAttribute(address, 'content').toString()}></head>`,
    `<main>${changesHtml(history, [])}</main>`,
  ].join('');
}

describe('the frame of a page of changes', () => {
  const one = historyOf('field-notes/one', 'One & "two" <three> \'four\'');

  it('with what another subject has in it is the page that would be rendered for that', () => {
    const frame = frameOf(rendered(one), one);
    expect(inFrame(frame, one)).toBe(rendered(one));
    for (const text of hostileTexts(300)) {
      const other = historyOf('labs/other', text);
      expect(inFrame(frame, other)).toBe(rendered(other));
    }
  });

  it('is not guessed where a page is not as it is expected', () => {
    const without = rendered(one).replace(/<link rel="canonical"[^>]*>/, '');
    expect(() => frameOf(without, one)).toThrow('see ARCHITECTURE.md, Building');
    expect(() => frameOf(rendered(one) + changesHtml(one.history, []), one)).toThrow(
      '2 times, expected once',
    );
  });

  it('has texts as Astro writes them', () => {
    for (const text of hostileTexts(300)) {
      expect(content(text)).toBe(escapeHTML(text));
      expect(` title="${attribute(text)}"`).toBe(addAttribute(text, 'title').toString());
    }
  });
});
