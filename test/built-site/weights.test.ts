import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isBuilt, readBuilt, templates } from './pages.ts';

const KiB = 1024;

interface Weight {
  readonly html: number;
  readonly css: number;
  readonly fonts: number;
  readonly script: number;
}

/** Bytes over the wire of a first visit: text gzipped, fonts as they are (woff2 is compressed already). */
function weigh(page: string): Weight {
  const html = readBuilt(page);
  const text = html.toString('utf8');
  const gzipped = (path: string) => gzipSync(readBuilt(path), { level: 9 }).length;
  const found = (pattern: RegExp) =>
    [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].filter((path) => isBuilt(path));
  const sheets = found(
    /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"|<link\b[^>]*\bhref="([^"]+\.css)"/g,
  );
  const scripts = found(/<script\b[^>]*\bsrc="([^"]+)"/g);
  const inline = [
    ...text.matchAll(/<script\b(?![^>]*\bsrc=)(?![^>]*application\/)[^>]*>([\s\S]*?)<\/script>/g),
  ];
  const fonts = found(/<link\b[^>]*\bhref="([^"]+\.woff2)"/g);
  return {
    html: gzipSync(html, { level: 9 }).length,
    css: sheets.reduce((sum, path) => sum + gzipped(path), 0),
    fonts: fonts.reduce((sum, path) => sum + readBuilt(path).length, 0),
    script:
      scripts.reduce((sum, path) => sum + gzipped(path), 0) +
      inline.reduce((sum, match) => sum + match[1]!.length, 0),
  };
}

describe('the weight of a page', () => {
  const pages = Object.entries(templates());

  it.each(pages)('of the template “%s” (%s) keeps to its budget', (_, page) => {
    const { html, css, fonts, script } = weigh(page);
    // A semibold and an italic may load on top of the three preloaded fonts, where a page uses them.
    expect({
      total: html + css + fonts + script,
      fits: html + css + fonts + script <= 64 * KiB,
    }).toMatchObject({ fits: true });
    expect({ next: html, fits: html <= 18 * KiB }).toMatchObject({ fits: true });
    expect({ script, fits: script <= 3 * KiB }).toMatchObject({ fits: true });
  });

  it('loads nothing from elsewhere', () => {
    for (const [, page] of pages) {
      const text = readBuilt(page).toString('utf8');
      const foreign = [
        ...text.matchAll(/<(?:script|link|img|source|iframe)\b[^>]*\b(?:src|href)="(https?:[^"]+)"[^>]*>/g),
      ]
        .filter(([tag]) => !/rel="(?:canonical|alternate|license|author|me)"/.test(tag))
        .map((match) => match[1]);
      expect(foreign).toEqual([]);
    }
  });
});
