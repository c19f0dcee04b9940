import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, createSourceFile } from '../../../src/lib/engine.ts';
import type { Lab } from '../../../src/lib/lab/lab.ts';
import { accuracyView } from '../../../src/site/posts/accuracy-view.ts';
import { comparisonView } from '../../../src/site/posts/comparison-view.ts';
import { compatibilitySummary } from '../../../src/site/posts/compatibility-summary.ts';
import { labView } from '../../../src/site/posts/lab-view.ts';
import { makeInstructions } from '../../../src/site/posts/make-instructions.ts';
import { makePosts } from '../../../src/site/posts/make-posts.ts';
import { publishedSchemas } from '../../../src/site/posts/published-schemas.ts';
import { loadCatalogue } from '../../../src/workspace/facts.ts';

const engine = createEngine({ catalogue: loadCatalogue() });

function labOf(yaml: string): Lab {
  const { value, diagnostics } = engine.readLab(createSourceFile('src/content/labs/closet.yaml', yaml));
  expect(diagnostics).toEqual([]);
  return value!;
}

const lab = labOf(`title: The closet
summary: One host on one switch.
devices:
  - name: hv1
    title: The host
    class: host
    platform: windows-server-2016
    ports:
      - { name: Ethernet 1, speedMbps: 1000, role: lm }
  - name: sw1
    title: The switch
    class: switch
    platform: catalyst-2960s
    alternatives: [sg300]
    ports:
      - { name: GigabitEthernet1/0/1, speedMbps: 1000, role: trunk }
  - name: box
    title: The box
    class: storage
links:
  - { from: hv1/Ethernet 1, to: sw1/GigabitEthernet1/0/1 }
networks:
  - { id: lm, name: LM, vlan: 15, subnet: 192.168.15.0/24, purpose: Moving machines, cable: magenta }
values:
  - { name: channel, type: integer, value: 3, title: number of the channel }
`);

describe('a lab as pages show it', () => {
  const view = labView(lab);

  it('has titles for the platforms of its devices', () => {
    expect(view.devices.map(({ name, platform, alternatives }) => [name, platform, alternatives])).toEqual([
      ['hv1', 'Windows Server 2016', []],
      ['sw1', 'Catalyst 2960-S', ['SG300']],
      ['box', undefined, []],
    ]);
  });

  it('has every value as text, in the colour of its network', () => {
    expect(view.texts['networks.lm.vlan']).toEqual({ text: '15', cable: 'magenta' });
    expect(view.texts['networks.lm.mask']).toEqual({ text: '255.255.255.0', cable: 'magenta' });
    expect(view.texts['channel']).toEqual({ text: '3', cable: undefined });
    expect(view.values).toEqual([{ name: 'channel', value: '3', title: 'number of the channel' }]);
  });

  it('has its drawings, and says them in words', () => {
    expect(view.topology.boxes.map(({ name, accent }) => [name, accent])).toEqual([
      ['hv1', 'host'],
      ['box', undefined],
      ['sw1', 'switch'],
    ]);
    expect(view.topology.description).toMatch(/^The lab The closet\. hv1 is The host\./);
    expect(view.devices[1]?.portMap.notes).toEqual([
      { port: 'Gi1/0/1', role: 'trunk', peer: { device: 'hv1', port: 'Ethernet 1' } },
    ]);
    expect(view.devices[0]?.portMap.notes[0]?.peer).toEqual({ device: 'sw1', port: 'Gi1/0/1' });
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});

describe('a comparison as pages show it', () => {
  const comparison = engine.readComparison(
    createSourceFile(
      'src/content/comparisons/times.yaml',
      `title: Times
summary: One is faster.
form: measurement
rowTitle: Way
columns: [{ id: copy, title: Copy, unit: s, better: lower }, { id: move, title: Move, unit: s }]
rows:
  - { id: slow, title: Slow, cells: { copy: 9, move: { from: 1, to: 2 } } }
  - { id: fast, title: Fast, note: once, cells: { copy: { about: 3 }, move: { absent: nobody tried } } }
source: A stopwatch.
`,
    ),
  ).value!;
  let view: Awaited<ReturnType<typeof comparisonView>>;
  beforeAll(async () => {
    view = await comparisonView({ ...comparison, digest: 'digest-of-the-file' });
  });

  it('has its cells in words, the best of a column marked', () => {
    const cells = view.rows.map((row) => row.cells.map(({ text, kind, best }) => [text, kind, best]));
    expect(cells).toEqual([
      [
        ['9\u00a0s', 'exact', false],
        ['1 to 2\u00a0s', 'range', false],
      ],
      [
        ['about 3\u00a0s', 'about', true],
        ['none: nobody tried', 'absent', false],
      ],
    ]);
    expect(view.rows.map(({ note }) => note)).toEqual([undefined, 'once']);
  });

  it('has its chart, and its data as files', () => {
    expect(view.chart?.groups.map(({ title }) => title)).toEqual(['Copy', 'Move']);
    expect(view.csv.split('\r\n')[0]).toBe('Way,Copy (s),Copy: kind,Move (s),Move: kind,note');
    expect(JSON.parse(view.json)).toMatchObject({ version: 1, id: 'times', digest: 'digest-of-the-file' });
  });
});

describe('a report of accuracy as its page shows it', () => {
  const report = {
    title: 'Parser',
    date: '2026-01-02',
    engine: null,
    method: 'Asked.',
    figures: [
      { name: 'same', value: 1990, of: 2000, required: 'at least 99.5 %' },
      { name: 'read', value: 3, of: null, required: null },
    ],
    texts: ['a guide'],
    causes: [],
  };
  it('has its figures in words', () => {
    const { id, figures } = accuracyView('powershell-parser', report);
    expect(id).toBe('powershell-parser');
    expect(figures).toEqual([
      { name: 'same', count: '1,990 of 2,000', share: '99.5\u00a0%', required: 'at least 99.5\u00a0%' },
      { name: 'read', count: '3', share: '', required: undefined },
    ]);
  });
});

it('a compatibility is reported with the years of the servers', () => {
  const cell = { platform: 'windows-server-2012-r2' as const, verdict: 'warning' as const, commands: 2 };
  const summary = compatibilitySummary({
    platforms: ['windows-server-2012-r2', 'windows-server-2016'],
    writtenFor: ['windows-server-2016'],
    steps: [{ step: '7:1', title: 'One', cells: [{ ...cell, notes: [1] }] }],
    notes: [],
    leftOut: ['The switch'],
  });
  expect(summary).toEqual({
    servers: [
      { year: '2012 R2', own: false },
      { year: '2016', own: true },
    ],
    steps: [{ step: '7:1', title: 'One', cells: [{ verdict: 'warning', notes: [1] }] }],
    notes: [],
    leftOut: ['The switch'],
  });
});

it('the schema of the manifest names its own address', () => {
  const [schema] = publishedSchemas('https://blog.example');
  expect(schema?.id).toBe('manifest-1');
  expect(JSON.parse(schema!.text)).toMatchObject({ $id: 'https://blog.example/schemas/manifest-1.json' });
});

describe('a made post', async () => {
  const text = `---
title: Wiring the closet
date: 2014-06-01
summary: How it is wired.
lab: closet
labwork: 7
part: 1
series: The closet
steps: 7:1-7:1
release: 1.0.0
requires: { platforms: [windows-server-2016, catalyst-2960s] }
---

## 7:1 Wire it

\`\`\`powershell on=hv1
Get-NetAdapter
\`\`\`

\`\`\`ios on=sw1
configure terminal
vlan {{networks.lm.vlan}}
 name LM
\`\`\`

\`\`\`ios on=sw1 platform=sg300
configure terminal
vlan database
\`\`\`

\`\`\`powershell on=hv1 example because="it shows"
Get-VM
\`\`\`

\`\`\`bash
ls
\`\`\`

\`\`\`yaml
a: b
\`\`\`
`;
  const membership = { lab: 'closet', labwork: 7 };
  const path = 'src/content/labworks/wiring.mdx';
  const source = { path, text, digest: 'made', textDigest: 'text', membership };
  const { posts } = await makePosts({ posts: [source] }, new Map([['closet', lab]]), engine);
  const { summary, body } = posts[0]!;
  const blocks = Object.values(body.blocks);

  it('says of each block where it is typed', () => {
    expect(blocks.map(({ device, context, variant, role }) => [device, context, variant, role])).toEqual([
      ['hv1', 'PowerShell 5.1', false, 'apply'],
      ['sw1', 'Catalyst 2960-S · priv-exec', false, 'apply'],
      ['sw1', 'SG300 · priv-exec', true, 'apply'],
      ['hv1', 'PowerShell 5.1', false, 'example'],
    ]);
  });

  it('has the copy payload with the lab’s values, which are marked in the lines', () => {
    expect(blocks[1]?.text).toBe('configure terminal\nvlan 15\n name LM');
    expect(blocks[1]?.html).toContain(
      '<span class="value" data-value="networks.lm.vlan" data-cable="magenta">',
    );
  });

  it('has listings of commands wrapped, and others not', () => {
    const listings = body.body.flatMap((segment) =>
      typeof segment !== 'string' && segment.component === 'StaticBlock' ? [segment.props] : [],
    );
    expect(listings.map(({ lang, wraps }) => [lang, wraps])).toEqual([
      ['bash', true],
      ['yaml', false],
    ]);
    expect(listings[1]?.['html']).toContain('tk-');
  });

  it('is summed up with titles and counts', () => {
    expect(summary.platforms).toEqual(['Windows Server 2016', 'Catalyst 2960-S']);
    expect(
      summary.counts.map(({ role, devices, commands, bound }) => [role, devices, commands, bound]),
    ).toEqual([
      ['apply', ['hv1'], 1, 1],
      ['apply', ['sw1'], 3, 3],
      ['apply', ['sw1'], 2, 2],
      ['example', ['hv1'], 1, 1],
    ]);
  });

  it('has no counts where no page shows them', async () => {
    const notes = text.replace(/^(?:labwork|part|series|steps|release|requires): .*\n/gm, '');
    const other = { ...source, path: 'src/content/field-notes/wiring.mdx', text: notes };
    const made = await makePosts({ posts: [other] }, new Map([['closet', lab]]), engine);
    expect(Object.keys(made.posts[0]!.body.blocks)).toHaveLength(4);
    expect(made.posts[0]!.summary.counts).toEqual([]);
  });
});

describe('how a bundle is run, on the page of its labwork', () => {
  it('is its Markdown, a level deeper, with lines to be typed as listings', async () => {
    const segments = await makeInstructions(
      '## Order\n\n1. sw1: `reload`\n\n## Running them\n\nType:\n\n    a <b>\n',
    );
    expect(segments).toEqual([
      '<h3 id="order">Order</h3>',
      expect.stringMatching(/^<ol>\s*<li>sw1: <code>reload<\/code><\/li>\s*<\/ol>$/),
      '<h3 id="running-them">Running them</h3>',
      '<p>Type:</p>',
      {
        component: 'StaticBlock',
        props: { lang: 'text', code: 'a <b>', html: 'a &#60;b&#62;', wraps: false },
        children: [],
      },
    ]);
  });

  it('has the apostrophes of a text, but for those of code and of addresses', async () => {
    const text = "The device's `a'b` is [here](https://example.com/a'b) and 'there'.";
    expect(await makeInstructions(`${text}\n`)).toEqual([
      expect.stringMatching(
        /^<p>The device’s <code>a'b<\/code> is <a href="[^"’]*"[^>]*>here<\/a> and 'there'\.<\/p>$/,
      ),
    ]);
  });
});
