import { describe, expect, it, vi } from 'vitest';
import type { ComponentCall, Segment } from '../../src/lib/guide/guide.ts';
import { feedContent } from '../../src/site/feed-content.ts';
import { labworkView } from '../../src/site/labwork-view.ts';
import type { CorrectionView } from '../../src/site/types/correction.ts';
import type { PostView } from '../../src/site/types/post.ts';
import {
  figureOf,
  pictureOf,
  allegory,
  blockOf,
  comparisonOf,
  corpusOf,
  debugFile,
  failFile,
  fieldNotes,
  labOf,
  labworkSummary,
  labworksPart,
  postOf,
  site,
  viewOf,
} from './fixtures.ts';

vi.mock('../../src/site/corpus.ts', async (original) => ({
  ...(await original<object>()),
  getCorpus: () => corpusOf([]),
}));

const call = (
  component: ComponentCall['component'],
  props: ComponentCall['props'] = {},
  children: readonly Segment[] = [],
): Segment => ({ component, props, children });

/** A post that is nothing but this. */
const feedOf = (body: readonly Segment[], rest: Partial<PostView> = {}) =>
  feedContent(viewOf(allegory('tale'), { body, ...rest }));

const correction: CorrectionView = {
  slug: 'found',
  url: '/debug/found/',
  title: 'Found & mended',
  date: '2014-06-01',
  class: 'correction',
  severity: 'factual',
  reportedBy: { name: 'A. Reader' },
  entry: 'It was <another> cable.',
  changes: [
    {
      id: 'cable',
      was: 'The blue cable.',
      now: 'The grey cable.',
      code: false,
      comment: undefined,
      anchor: undefined,
    },
  ],
  revision: 2,
  subject: { url: '/fail-files/san-down/', title: 'SAN down', date: '2014-01-01' },
};

const part = postOf(
  labworksPart(1, { requires: { platforms: [], licences: ['Datacenter'], hardware: ['NIC'] } }),
  { platforms: ['Windows Server 2016'] },
);
const labwork = labworkView(corpusOf([part], { labs: [labOf()] }), labworkSummary());

describe('a post in a feed', () => {
  it.each([
    ['/debug/x/', `${site.address}/debug/x/`],
    ['#step-7-1', `${site.address}/allegories/tale/#step-7-1`],
    ['../other/', `${site.address}/allegories/other/`],
    ['https://elsewhere.example/a', 'https://elsewhere.example/a'],
    ['mailto:me@elsewhere.example', 'mailto:me@elsewhere.example'],
    ['//[', '//['],
  ])('completes the address %s', (link, full) => {
    expect(feedOf([`<a href="${link}">x</a><img src="${link}">`])).toBe(
      `<a href="${full}">x</a><img src="${full}">`,
    );
  });

  it('leaves out what only the site itself understands', () => {
    expect(
      feedOf([
        '<pre class="a" tabindex="0" data-lang="b" id="c"><code class="d">class="e"</code></pre>',
        '<code><span class="word">New-VM</span> <span class="long word">x-y</span></code>',
      ]),
    ).toBe('<pre id="c"><code>class="e"</code></pre><code>New-VM x-y</code>');
  });

  it('begins with what was corrected in it', () => {
    expect(feedOf(['<p>Text</p>'], { corrections: [correction] })).toBe(
      '<blockquote><p><strong>Corrected on 2014-06-01:</strong> It was &#60;another&#62; cable. ' +
        `<a href="${site.address}/debug/found/">Found &#38; mended</a></p></blockquote><p>Text</p>`,
    );
  });

  it('that corrects another is not itself corrected', () => {
    const data = debugFile('found', 'fail-files/san-down', { reportedBy: { name: 'A', role: 'a reader' } });
    expect(feedContent(viewOf(data, { corrections: [correction] }))).toBe(
      `<p>Corrects <a href="${site.address}/fail-files/san-down/">SAN down</a>.</p>` +
        '<dl><dt>Found by</dt><dd>A, a reader</dd><dt>It said</dt><dd>The blue cable.</dd>' +
        '<dt>It says</dt><dd>The grey cable.</dd></dl>',
    );
  });
});

describe('the head of a post in a feed', () => {
  it('has the rows of a Fail File that it has', () => {
    expect(feedContent(viewOf(failFile('x', { stillUp: 'The <lights>' })))).toBe(
      '<dl><dt>System</dt><dd>SAN</dd><dt>Impact</dt><dd>All of it.</dd><dt>Still up</dt><dd>The &#60;lights&#62;</dd>' +
        '<dt>Cause</dt><dd>A cable.</dd><dt>Lesson</dt><dd>Look at the cable.</dd></dl>',
    );
  });

  it('has the conditions of field notes, and nothing where there are none', () => {
    expect(feedContent(viewOf(fieldNotes('x', { conditions: [{ name: 'Link', value: '1 Gb/s' }] })))).toBe(
      '<dl><dt>Link</dt><dd>1 Gb/s</dd></dl>',
    );
    expect(feedContent(viewOf(fieldNotes('x')))).toBe('');
  });

  it('has the requirements of the whole labwork', () => {
    expect(feedContent(viewOf(labworksPart(1), { labwork }))).toBe(
      '<dl><dt>Platform</dt><dd>Windows Server 2016</dd><dt>Licence</dt><dd>Datacenter</dd>' +
        '<dt>Hardware</dt><dd>NIC</dd></dl>',
    );
    expect(feedContent(viewOf(labworksPart(1)))).toBe('');
  });
});

describe('in a feed', () => {
  it('a value of the lab is its text, and a path that nothing stands behind is itself', () => {
    const values = [call('Value', { of: 'networks.lm.vlan' }), call('Value', { of: '<none>' })];
    expect(feedOf(values, { lab: labOf() })).toBe('<strong>15</strong><strong>&#60;none&#62;</strong>');
  });

  it('a command block is its own bytes with where they run', () => {
    const code = 'Get-VM | Where-Object { $_.State -eq &#34;Off&#34; }';
    const blocks = {
      b1: blockOf(),
      b2: blockOf({
        role: 'verify',
        because: 'It <differs>',
        output: { folded: undefined, text: 'a < b', source: 'the model' },
      }),
    };
    expect(feedOf([call('CommandBlock', { block: 'b1' })], { blocks })).toBe(
      `<p><small>Host, Windows Server 2016</small></p><pre><code>${code}</code></pre>`,
    );
    expect(feedOf([call('CommandBlock', { block: 'b2' })], { blocks })).toBe(
      '<p><small>Host, Windows Server 2016 (verify). Shown, not bundled: It &#60;differs&#62;</small></p>' +
        `<pre><code>${code}</code></pre><p>prints</p><pre><samp>a &#60; b</samp></pre>` +
        '<p><small>Source: the model</small></p>',
    );
    const allowed = [{ rule: 'powershell/casing', url: '/rules/powershell/casing/', why: 'So it <is>' }];
    expect(feedOf([call('CommandBlock', { block: 'b' })], { blocks: { b: blockOf({ allowed }) } })).toContain(
      'Windows Server 2016. Allowed here: powershell/casing: So it &#60;is&#62;</small>',
    );
    expect(feedOf([call('CommandBlock', { block: 'gone' })], { blocks })).toBe('');
  });

  it('a bundle is a link to it', () => {
    expect(feedOf([call('BundleDownload')], { labwork })).toBe(
      `<p><a href="${site.address}/bundles/labworks-7-1.0.0.zip">Download the script bundle, version 1.0.0</a></p>`,
    );
    expect(feedOf([call('BundleDownload')])).toBe('');
  });

  it('a listing is its text', () => {
    expect(feedOf([call('StaticBlock', { lang: 'yaml', code: 'a: <b>', html: '<i>' })])).toBe(
      '<pre><code>a: &#60;b&#62;</code></pre>',
    );
  });

  it('a comparison is a table that says what is best', () => {
    expect(
      feedOf([call('Comparison', { id: 'times' })], { comparisons: { times: comparisonOf('times') } }),
    ).toBe(
      '<p>One is faster.</p><table><thead><tr><th>Way</th><th>Copy</th></tr></thead><tbody>' +
        '<tr><td>Slow &#38; steady</td><td>9 s</td></tr><tr><td>Fast</td><td>3 s (best)</td></tr></tbody></table>',
    );
  });

  it.each([
    [undefined, ['Live migration', 'Outside']],
    ['lm', ['Live migration']],
    ['wan lm', ['Live migration', 'Outside']],
    // As on the page.
    ['wan, lm', ['Live migration', 'Outside']],
    ['none', []],
  ])('networks are those that %j names', (networks, names) => {
    const html = feedOf([call('NetworkTable', networks === undefined ? {} : { networks })], { lab: labOf() });
    expect([...html.matchAll(/<tr><td>([^<]*)/g)].map((match) => match[1])).toEqual(names);
  });

  it('networks have their purposes as text', () => {
    const html = feedOf([call('NetworkTable', { networks: 'wan' })], { lab: labOf() });
    expect(html).toContain('<td>Outside</td><td>20</td><td></td><td>Everything &#60;else&#62;</td>');
  });

  it('what is drawn on the site is a link to it', () => {
    const drawings = [
      call('Topology'),
      call('PortMap', { device: 'sw1' }),
      call('Topology', { caption: 'All & more' }),
    ];
    const link = (words: string) =>
      `<p><a href="${site.address}/allegories/tale/">${words} (a drawing on the site)</a></p>`;
    expect(feedOf(drawings)).toBe(link('The topology') + link('The ports of sw1') + link('All &#38; more'));
  });

  it('a figure is a picture with its words', () => {
    const figures = { rack: figureOf('rack') };
    expect(feedOf([call('Figure', { src: 'rack', alt: 'A "rack"', caption: 'Ours' })], { figures })).toBe(
      `<figure><img src="${site.address}/figures/rack.svg" alt="A &#34;rack&#34;"><figcaption>Ours</figcaption></figure>`,
    );
  });

  it('a picture made of pixels is of middling width, with its size, and nothing in it moves', () => {
    const figures = { rack: pictureOf('rack') };
    const image = `<img src="${site.address}/pictures/p-rack-1200.jpg" alt="A" width="1200" height="675">`;
    expect(feedOf([call('Picture', { src: 'rack', alt: 'A' })], { figures })).toBe(image);
    expect(feedOf([call('Figure', { src: 'rack', alt: 'A', transcript: 'a < b' })], { figures })).toBe(
      `<figure>${image}<details><summary>Text of the picture</summary><pre>a &#60; b</pre></details></figure>`,
    );
    const moving = pictureOf('rack', { animation: { url: '/pictures/p-m.webp', width: 800 } });
    expect(feedOf([call('Picture', { src: 'rack', alt: 'A' })], { figures: { rack: moving } })).toBe(
      `<a href="${site.address}/pictures/p-rack-1600.png">${image}</a>`,
    );
  });

  it('what holds text is that text', () => {
    expect(feedOf([call('Aside', { title: 'Mind' }, ['<p>a</p>']), call('Aside', {}, ['<p>b</p>'])])).toBe(
      '<blockquote><p><strong>Mind</strong></p><p>a</p></blockquote><blockquote><p>b</p></blockquote>',
    );
    expect(feedOf([call('Aside', { kind: 'tip', label: 'Tip', title: 'Mind' }, ['a'])])).toBe(
      '<blockquote><p><strong>Tip: Mind</strong></p>a</blockquote>',
    );
    const tab = (label: string) =>
      call('Tab', { label, group: 'tabs-1', first: label === 'A' }, [`<p>${label} is it</p>`]);
    expect(feedOf([call('SyncTabs', { labels: 'A, B' }, [tab('A'), tab('B')])])).toBe(
      '<p><strong>A</strong></p><p>A is it</p><p><strong>B</strong></p><p>B is it</p>',
    );
    expect(feedOf([call('Formula', { tex: 'a < b^2', display: false, mathml: '<math></math>' })])).toBe(
      '<code>a &#60; b^2</code>',
    );
    expect(feedOf([call('Correction', { block: true }, ['a']), call('Correction', {}, ['b'])])).toBe(
      '<div>a</div>b',
    );
    expect(feedOf([call('Table', {}, [call('Value', { of: 'x' })])])).toBe('<strong>x</strong>');
    expect(feedOf([call('Note', { id: 'note-1', number: 1 }, ['n'])])).toBe(
      '<blockquote id="note-1"><p>Note 1</p>n</blockquote>',
    );
  });

  it('required reading is a list', () => {
    const reading = [
      { resource: 'A & B', author: 'C', summary: 'D.', url: 'https://books.example/' },
      { resource: 'E', author: 'F', summary: 'G.' },
    ];
    const body = [call('ReadingList')];
    expect(feedContent(viewOf(labworksPart(1, { reading }), { body }))).toBe(
      '<p><strong>Required reading</strong></p><ul><li><a href="https://books.example/">A &#38; B</a>, C: D.</li>' +
        '<li>E, F: G.</li></ul>',
    );
    expect(feedContent(viewOf(labworksPart(1), { body }))).toBe('');
    expect(feedOf(body)).toBe('');
  });
});
