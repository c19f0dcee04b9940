import { describe, expect, it } from 'vitest';
import type { Part } from '../../src/site/labwork-view.ts';
import { labworkView, partSummary } from '../../src/site/labwork-view.ts';
import type { BlockCount } from '../../src/site/posts/records.ts';
import { corpusOf, countOf, labOf, labworkSummary, labworksPart, postOf, stepOf } from './fixtures.ts';

const requires = (licences: string[], hardware: string[]) => ({ platforms: [], licences, hardware });

/** A labwork of two parts; the second is the older post, and its blocks are given. */
function labworkOf(counts: readonly BlockCount[] = []) {
  const first = postOf(
    labworksPart(1, {
      date: '2014-06-02',
      series: 'The series',
      requires: requires(['Datacenter'], ['NIC']),
    }),
    { steps: [stepOf('7:1')], counts: [countOf('7:1')], platforms: ['Windows Server 2016'] },
  );
  const second = postOf(
    labworksPart(2, {
      date: '2014-06-01',
      requires: requires(['Datacenter', 'Backup'], ['Switch']),
      steps: '7:2-7:3',
    }),
    {
      steps: [stepOf('7:2'), stepOf('7:3')],
      counts: [...counts],
      platforms: ['Windows Server 2016', 'Catalyst 2960-S'],
    },
  );
  const other = postOf(labworksPart(1, { slug: 'other', labwork: 8, requires: requires(['Other'], []) }), {
    counts: [countOf('8:1')],
  });
  return corpusOf([second, other, first], { labs: [labOf()] });
}

const viewOf = (counts: readonly BlockCount[] = [], summary = labworkSummary()) =>
  labworkView(labworkOf(counts), summary)!;

describe('a labwork', () => {
  it('requires what any of its parts requires, each once', () => {
    expect(viewOf().requires).toEqual({
      platforms: ['Windows Server 2016', 'Catalyst 2960-S'],
      licences: ['Datacenter', 'Backup'],
      hardware: ['NIC', 'Switch'],
    });
  });

  it('has its own parts in their order, whenever they were published', () => {
    const { parts, title, url } = viewOf();
    expect({ title, url }).toEqual({ title: 'The series', url: '/labworks/7/' });
    expect(parts.map(({ part, stepsLabel, label }) => [part, stepsLabel, label])).toEqual([
      [1, '7:1 to 7:1', 'Labworks 7, part 1'],
      [2, '7:2 to 7:3', 'Labworks 7, part 2'],
    ]);
  });

  it('is not there while its lab or all of its parts are missing', () => {
    const { posts } = labworkOf();
    expect(labworkView(corpusOf(posts), labworkSummary())).toBeUndefined();
    expect(labworkView(labworkOf(), labworkSummary({ number: 9 }))).toBeUndefined();
  });

  it('names the devices that something runs on, with the number of their blocks', () => {
    const { devices } = viewOf([
      countOf('7:2', { devices: ['sw1'], platform: 'catalyst-2960s' }),
      countOf('7:2', { devices: ['sw1', 'hv1'], platform: 'sg300' }),
      countOf('7:3', { devices: ['hv1'], role: 'example' }),
      countOf('7:3', { devices: ['box'] }),
    ]);
    expect(devices.map(({ name, blocks }) => [name, blocks])).toEqual([
      ['hv1', 2],
      ['sw1', 2],
    ]);
    expect(devices[1]).toMatchObject({ platform: 'Catalyst 2960-S', alternatives: ['SG300'] });
  });
});

describe('the tally of a labwork', () => {
  const agreed = (date: string) => ({ engine: '7.6.9', date });
  const { tally } = viewOf([
    countOf('7:2', { commands: 3, bound: 2, evidence: 'parsed', agreed: agreed('2026-01-02') }),
    countOf('7:2', {
      commands: 5,
      bound: 5,
      modelled: 5,
      evidence: 'modelled',
      agreed: agreed('2026-03-04'),
    }),
    countOf('7:2', { commands: 7, bound: 7, role: 'example', agreed: agreed('2026-03-04') }),
    countOf('7:3', {
      commands: 2,
      bound: 2,
      modelled: 2,
      evidence: 'modelled',
      agreed: agreed('2026-01-02'),
    }),
  ]);

  it('adds up the commands that are run, and counts examples apart', () => {
    expect(tally).toMatchObject({ commands: 14, bound: 13, unknown: 1, modelled: 7, examples: 1 });
  });

  it('says of a step what can be said of all its blocks', () => {
    expect(tally.steps).toEqual([
      { step: '7:1', commands: 4, bound: 4, evidence: 'bound' },
      { step: '7:2', commands: 8, bound: 7, evidence: 'parsed' },
      { step: '7:3', commands: 2, bound: 2, evidence: 'modelled' },
    ]);
    const mixed = viewOf([countOf('7:2'), countOf('7:2', { evidence: 'modelled' })]).tally.steps;
    expect(mixed[1]!.evidence).toBe('bound');
    expect(mixed[2]).toEqual({ step: '7:3', commands: 0, bound: 0, evidence: 'parsed' });
  });

  it('counts what the engine agreed with by version and day, the newest first', () => {
    expect(tally.agreed).toEqual([
      { engine: '7.6.9', date: '2026-03-04', commands: 5 },
      { engine: '7.6.9', date: '2026-01-02', commands: 5 },
    ]);
  });
});

describe('the compatibility of a labwork', () => {
  const cells = [
    { verdict: 'ok' as const, notes: [] },
    { verdict: 'warning' as const, notes: [1] },
  ];
  const note = { number: 1, step: '7:2', verdict: 'warning' as const, why: undefined, hint: undefined };
  const compatibility = {
    servers: [
      { year: '2016', own: true },
      { year: '2019', own: true },
      { year: '2022', own: false },
    ],
    steps: [{ step: '7:2', title: 'Step 7:2', cells }],
    notes: [
      { ...note, servers: 'Windows Server 2022', rule: 'powershell/deprecated', message: 'Old.' },
      { ...note, servers: 'Windows Server 2022', rule: undefined, message: 'Silent.' },
    ],
    leftOut: ['Switch', 'Other', 'Third'],
  };
  const view = viewOf([], labworkSummary({ compatibility })).compatibility;

  it('leads to the steps on their pages and to the rules', () => {
    expect(view.steps).toEqual([{ ...compatibility.steps[0], url: '/labworks/part-2/#step-7-2' }]);
    expect(view.notes.map(({ url, rule }) => [url, rule])).toEqual([
      ['/labworks/part-2/#step-7-2', { id: 'powershell/deprecated', url: '/rules/powershell/deprecated/' }],
      ['/labworks/part-2/#step-7-2', undefined],
    ]);
  });

  it('says what the table is of, and what it leaves out', () => {
    expect(view.about).toContain('The lab has 2016 and 2019, and the posts are written for that.');
    expect(view.about).toContain('What runs on Switch, Other and Third is not part of the table');
    expect(view.about).not.toContain('silent');
    expect(viewOf().compatibility.about).toBe(
      'The PowerShell of every step, bound again as if the host were of each version of Windows Server.',
    );
  });

  it('says that facts are silent where a cell is', () => {
    const silent = [{ step: '7:2', title: '', cells: [{ verdict: 'unknown' as const, notes: [] }] }];
    const summary = labworkSummary({ compatibility: { ...compatibility, steps: silent } });
    expect(viewOf([], summary).compatibility.about).toMatch(/they are silent, and say neither yes nor no\.$/);
  });
});

describe('a part of a labwork in short', () => {
  const corpus = labworkOf([countOf('7:2', { devices: ['sw1'] }), countOf('7:3', { commands: 6, bound: 1 })]);
  const part = corpus.byRef.get('labworks/part-2') as Part;
  const labwork = labworkView(corpus, labworkSummary())!;

  it('has the devices of its own blocks and the commands of its own steps', () => {
    expect(partSummary(part, new Set(['sw1']), labwork)).toMatchObject({
      range: '7:2 – 7:3',
      devices: [{ name: 'sw1' }],
      platforms: ['Windows Server 2016', 'Catalyst 2960-S'],
      commands: 10,
      bound: 5,
      steps: [{ step: '7:2' }, { step: '7:3' }],
    });
  });

  it('is shown while the labwork is incomplete, too', () => {
    expect(partSummary(part, new Set(['sw1']), undefined)).toMatchObject({
      devices: [],
      commands: 0,
      steps: [],
    });
  });
});
