import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Pagefind from 'pagefind';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIndexer } from '../../src/build/search-indexer.ts';
import { wordsApart } from '../../src/build/words-apart.ts';

// Pagefind itself is asked: a volume has the pages that it is written with.

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'volumes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (path: string, text: string) => ({
  path,
  html: `<html lang="en"><head><title>${path}</title></head><body><main data-pagefind-body>${text}</main></body></html>`,
});
const pageCount = (volume: number) => {
  const entry = JSON.parse(readFileSync(join(folder, String(volume), 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  return entry.languages['en']?.page_count;
};

describe('the indexer', () => {
  it('ends in silence where nothing of what was added is written', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const indexer = createIndexer(folder);
    // Its process is there, and has been given more than the pipe to it takes.
    await indexer.write(0, [page('a/index.html', 'trunk')]);
    const text = 'trunk channel stack '.repeat(5_000);
    for (let number = 0; number < 40; number++) indexer.prefill(0, page(`${number}/index.html`, text));
    await new Promise((done) => setTimeout(done, 50));
    await indexer.end();
    // What Pagefind says of its pipes comes later.
    await new Promise((done) => setTimeout(done, 50));
    expect(told.mock.calls).toEqual([]);
    told.mockRestore();
  });

  it('writes volumes of the pages that were added, with two processes', async () => {
    const indexer = createIndexer(folder);
    const pages = [page('a/index.html', 'trunk'), page('b/index.html', 'channel')];
    for (const one of pages) indexer.add(0, one);
    indexer.add(1, page('c/index.html', 'stack'));
    await Promise.all([indexer.write(0, pages), indexer.write(1, [page('c/index.html', 'stack')])]);
    await indexer.end();
    expect([0, 1].map(pageCount)).toEqual([2, 1]);
    // What searches all volumes stands in the first.
    expect(readdirSync(join(folder, '0'))).toContain('pagefind.js');
    expect(readdirSync(join(folder, '1'))).not.toContain('pagefind.js');
    expect(readdirSync(join(folder, '1'))).not.toContain('pagefind-ui.js');
  });

  it('makes a volume again when a prefilled page has changed', async () => {
    const indexer = createIndexer(folder);
    indexer.prefill(0, page('a/index.html', 'old'));
    indexer.prefill(0, page('b/index.html', 'gone'));
    indexer.add(0, page('a/index.html', 'new'));
    await indexer.write(0, [page('a/index.html', 'new')]);
    await indexer.end();
    expect(pageCount(0)).toBe(1);
  });

  it('leaves out what is not to be in the volume', async () => {
    const indexer = createIndexer(folder);
    indexer.prefill(0, page('a/index.html', 'one'));
    indexer.prefill(0, page('b/index.html', 'gone'));
    await indexer.write(0, [page('a/index.html', 'one'), page('c/index.html', 'two')]);
    await indexer.end();
    expect(pageCount(0)).toBe(2);
  });

  it.each(['', '<h1>The closet</h1>'])(
    'finds what Pagefind finds in the page with its words apart, though the rest and marks of its look are left out %s',
    async (title) => {
      const line = (text: string) => `<span class="line" data-prompt="PS C:\\>">${text}\n</span>`;
      const html = `<html lang="en"><head><title>Trunks</title></head><body>
      <header><a href="/">The closet</a>${title}</header><nav><article>Another one</article></nav>
      <article class="x" data-pagefind-body data-pagefind-meta="kind:Labworks 2">
        <h1>Trunks</h1><p>A <strong>native</strong>VLAN, <em>un<code>tagged</code></em>, is <code>1</code>;
        <span class="aside" data-pagefind-ignore>not <em>this</em></span> <strong id="kept">kept</strong>.</p>
        <h2 id="ports">The <code>Gi1/0/1</code> port</h2>
        <pre><code data-payload>${line('<span class="tk-command">Set-VMNetworkAdapterVlan</span> -Access')}${line('&lt;b&gt; two')}</code></pre>
        <p><span>1 &gt; 0</span><span class="led lit" aria-hidden="true">on</span></p>
      <article>within</article></article><footer>and <article>this</article></footer></body></html>`;
      const indexer = createIndexer(folder);
      await indexer.write(0, [{ path: 'a/index.html', html }]);
      await indexer.end();
      const fragments = join(folder, '0', 'fragment');
      const mine = readdirSync(fragments).map((name) => fragmentIn(readFileSync(join(fragments, name))));

      const { index } = await Pagefind.createIndex({});
      await index!.addHTMLFile({ sourcePath: 'a/index.html', content: wordsApart(html) });
      const { files } = await index!.getFiles();
      await Pagefind.close();
      const whole = files
        .filter(({ path }) => path.startsWith('fragment'))
        .map(({ content }) => fragmentIn(content));
      expect(whole).toHaveLength(1);
      expect(mine).toEqual(whole);
    },
  );

  it('keeps words apart that stand in different cells, terms, captions, links and buttons', async () => {
    const indexer = createIndexer(folder);
    const text =
      '<h1>T</h1><header>Head</header><figure><pre><code>vlan 10</code></pre><figcaption>Listing</figcaption></figure>before' +
      '<table><caption>Costs</caption><tr><th>Speed</th><th scope="row">Price</th></tr><tr><td>{one}</td><td>two</td></tr></table>' +
      '<dl><dt>term</dt><dd>meaning</dd><dt>more</dt></dl><details><summary>Old</summary>text</details>' +
      '<button>left</button><button>right</button><ul><li>first;</li><li>second;</li></ul>' +
      '<a href="/a/">here</a><a href="/b/">there</a><blockquote>said</blockquote>after<hr>line<img src="a.png" alt="">end';
    await indexer.write(0, [page('a/index.html', text)]);
    await indexer.end();
    const fragments = join(folder, '0', 'fragment');
    const [fragment = ''] = readdirSync(fragments).map((name) =>
      fragmentIn(readFileSync(join(fragments, name))),
    );
    const [, content = ''] = /"content":"([^"]*)"/.exec(fragment) ?? [];
    expect(
      content
        .replace(/[.{};]/g, '')
        .split(' ')
        .slice(1)
        .join(' '),
    ).toBe(
      'Head vlan 10 Listing before Costs Speed Price one two term meaning more Old text left right first second ' +
        'here there said after line end',
    );
  });

  it('puts no space into running text', () => {
    const running =
      '<p>A <a href="/a/">link</a>, <em>un</em>tagged, <code><span>Get</span><span>-VM</span></code>, on <time>2014</time>.</p>';
    expect(wordsApart(running)).toBe(running);
  });
});

describe('Pagefind', () => {
  const no = (what: string) => `Pagefind no longer ${what}; see ARCHITECTURE.md, Building`;

  it('starts a process for each copy of its module', async () => {
    const copyOf = async (id: string) =>
      (await import(`${import.meta.resolve('pagefind')}?${id}`)) as typeof Pagefind;
    const [one, other] = [await copyOf('one'), await copyOf('other')];
    expect(one.createIndex, no('is loaded twice under two names')).not.toBe(other.createIndex);
    await one.createIndex({});
    const { index } = await other.createIndex({});
    await one.close();
    const { path, html } = page('a/index.html', 'trunk');
    const added = index!.addHTMLFile({ sourcePath: path, content: html });
    const ended = new Promise((done) => setTimeout(done, 10_000, 'no answer').unref());
    expect(
      await Promise.race([added, ended]).catch((error: unknown) => error),
      no('has a process of its own for each copy of its module'),
    ).toMatchObject({ errors: [] });
    await other.close();
  });

  it('writes the files that an index is made of by the names that src/build/search-indexer.ts knows', async () => {
    const indexer = createIndexer(folder);
    const html = page('a/index.html', '<h1 data-pagefind-filter="kind:Rule">trunk</h1>').html;
    for (const volume of [0, 1]) await indexer.write(volume, [{ path: 'a/index.html', html }]);
    await indexer.end();
    const namesIn = (volume: string) =>
      readdirSync(join(folder, volume))
        .map((name) => name.replace(/\.en_\w+/, ''))
        .sort();
    const parts = ['filter', 'fragment', 'index', 'pagefind-entry.json', 'pagefind.pf_meta'];
    const client = ['pagefind-worker.js', 'pagefind.js', 'wasm.en.pagefind', 'wasm.unknown.pagefind'];
    expect(namesIn('1'), no('names the parts of an index as before')).toEqual(parts);
    expect(namesIn('0'), no('names the program that searches an index as before')).toEqual(
      [...parts, ...client].sort(),
    );
  });
});

const fragmentIn = (bytes: Uint8Array) => gunzipSync(bytes).toString();
