import { describe, expect, it, vi } from 'vitest';
import type { SiteIdentity } from '../../src/lib/identity/schema.ts';
import type { Post, SiteCorpus } from '../../src/site/corpus.ts';
import * as paths from '../../src/site/paths.ts';
import type { ComparisonView } from '../../src/site/types/comparison.ts';
import type { FigureView } from '../../src/site/types/figure.ts';
import type { LabView } from '../../src/site/types/lab.ts';
import {
  allegory,
  comparisonOf,
  comparisonReference,
  corpusOf,
  countOf,
  debugFile,
  fieldNotes,
  figureOf,
  figureReference,
  labOf,
  labworkSummary,
  labworksPart,
  pictureOf,
  postOf,
  site,
} from './fixtures.ts';

const content = vi.hoisted(() => ({ corpus: undefined as SiteCorpus | undefined }));
vi.mock('../../src/site/corpus.ts', async (original) => ({
  ...(await original<object>()),
  getCorpus: () => content.corpus,
}));

interface Content {
  readonly posts: Readonly<Record<string, Post>>;
  readonly lab: LabView;
  readonly comparison: ComparisonView;
  readonly figure: FigureView;
  readonly zip: string;
  readonly site: SiteIdentity;
}

const start: Content = {
  posts: {
    part: postOf(labworksPart(1, { date: '2014-03-01' }), { counts: [countOf('7:1')] }),
    notes: postOf(fieldNotes('notes', { date: '2014-02-01', lab: 'closet', tags: ['SAN'] }), {
      references: [comparisonReference('times')],
    }),
    tale: postOf(allegory('tale', { date: '2014-01-01', tags: ['SAN'] }), {
      references: [figureReference('rack')],
    }),
  },
  lab: labOf(),
  comparison: comparisonOf('times'),
  figure: figureOf('rack'),
  zip: 'zip',
  site,
};

/** The keys of every page of the site, by its path. */
function keysOf({ posts, lab, comparison, figure, zip, site: identity }: Content): Map<string, string> {
  content.corpus = corpusOf(Object.values(posts), {
    labs: [lab],
    comparisons: [comparison],
    figures: [figure],
    // What was released lies there as it is, and has no route.
    labworks: [labworkSummary({ digest: zip, bundle: { ...labworkSummary().bundle, date: undefined } })],
    rules: [],
    site: identity,
  });
  const routes = {
    post: paths.postPaths(),
    kind: paths.kindPaths(),
    tag: paths.tagPaths(),
    labwork: paths.labworkPaths(),
    bundle: paths.bundlePaths(),
    lab: paths.labPaths(),
    csv: paths.comparisonCsvPaths(),
    json: paths.comparisonJsonPaths(),
    figure: paths.figurePaths(),
  };
  return new Map(
    Object.entries(routes).flatMap(([route, pages]) =>
      pages.map(({ params, cacheKey }): [string, string] => [
        [route, ...Object.values<string>(params)].join(' '),
        cacheKey,
      ]),
    ),
  );
}

/** The pages that are made anew, or come to be, after a change. */
function changedBy(change: (content: Content) => Content): string[] {
  const before = keysOf(start);
  return [...keysOf(change(start))].filter(([page, key]) => before.get(page) !== key).map(([page]) => page);
}

const withPost = (name: string, change: (post: Post) => Post) => (all: Content) => ({
  ...all,
  posts: { ...all.posts, [name]: change(all.posts[name]!) },
});
const labworkPages = ['post labworks part-1', 'kind labworks', 'labwork 7'];

describe('the key of a page', () => {
  it('is the same for the same content', () => {
    expect(changedBy((all) => structuredClone(all))).toEqual([]);
    expect(keysOf(start).size).toBe(3 + 5 + 1 + 1 + 1 + 1 + 2 + 1);
  });

  it('changes with the body of the post, on its own page only', () => {
    expect(changedBy(withPost('tale', (post) => ({ ...post, digest: 'other' })))).toEqual([
      'post allegories tale',
    ]);
  });

  it('changes with the title of a post wherever the post is named', () => {
    const retitled = withPost('tale', (post) => ({ ...post, data: { ...post.data, title: 'Other' } }));
    // The post itself is another by its digest, which its text has a part in; its older neighbour names it.
    expect(changedBy(retitled)).toEqual(['post field-notes notes', 'kind allegories', 'tag san']);
  });

  it('changes with a value of the lab on every page of a post in it', () => {
    const texts = { 'networks.lm.vlan': { text: '16', cable: undefined } };
    expect(changedBy((all) => ({ ...all, lab: labOf({ texts }) })).sort()).toEqual([
      'lab closet',
      'post field-notes notes',
      'post labworks part-1',
    ]);
  });

  it('changes with the devices of the lab on the pages of its labworks, too', () => {
    const [host, ...rest] = labOf().devices;
    const lab = labOf({ devices: [{ ...host!, title: 'Another host' }, ...rest] });
    expect(changedBy((all) => ({ ...all, lab })).sort()).toEqual(
      [...labworkPages, 'lab closet', 'post field-notes notes'].sort(),
    );
  });

  it('changes with a comparison on the pages that show it', () => {
    expect(changedBy((all) => ({ ...all, comparison: comparisonOf('times', { title: 'Other' }) }))).toEqual([
      'post field-notes notes',
    ]);
    const files = comparisonOf('times', { csv: 'a\r\n', json: '[]\n' });
    expect(changedBy((all) => ({ ...all, comparison: files }))).toEqual([
      'post field-notes notes',
      'csv times',
      'json times',
    ]);
  });

  it('changes with a figure on the pages that show it, and as a file', () => {
    expect(changedBy((all) => ({ ...all, figure: figureOf('rack', { content: ['<rect />'] }) }))).toEqual([
      'post allegories tale',
      'figure rack',
    ]);
  });

  it('changes with how far the commands of a labwork were checked', () => {
    const unbound = withPost('part', (post) => ({ ...post, counts: [countOf('7:1', { bound: 3 })] }));
    expect(changedBy(unbound).sort()).toEqual([...labworkPages].sort());
  });

  it('changes with a correction on the corrected page, where the Debug File is new', () => {
    const debug = postOf(debugFile('found', 'allegories/tale', { date: '2013-01-01' }));
    const changed = changedBy((all) => ({ ...all, posts: { ...all.posts, debug } }));
    // Lists say that the post was corrected.
    expect(changed).toEqual([
      'post allegories tale',
      'post debug found',
      'kind allegories',
      'kind debug',
      'tag san',
    ]);
  });

  it('changes with who the site is, on every page', () => {
    expect(changedBy((all) => ({ ...all, site: { ...site, tagline: 'Other' } }))).toHaveLength(
      keysOf(start).size,
    );
  });

  it('changes with the zip of a bundle', () => {
    expect(changedBy((all) => ({ ...all, zip: 'other' }))).toEqual(['bundle labworks-7-1.0.0']);
  });
});

describe('the pages', () => {
  it('of labworks come with the archive of their kind only', () => {
    keysOf(start);
    const withContents = paths.kindPaths().filter(({ props }) => props.labworks.length > 0);
    expect(withContents.map(({ params }) => params.kind)).toEqual(['labworks']);
  });

  it('of rules are in a folder for each room', () => {
    const rule = { path: '', digest: '', title: '', summary: '', fixable: false, body: [], diagnostics: [] };
    content.corpus = corpusOf([], { rules: [{ ...rule, id: 'ios/not-saved', severity: 'warning' }] });
    expect(paths.rulePaths()[0]?.params).toEqual({ room: 'ios', name: 'not-saved' });
  });

  it('of comparisons as data are their texts', () => {
    keysOf(start);
    expect(paths.comparisonCsvPaths()[0]?.props).toEqual({ text: 'Way,Copy\r\n' });
    expect(paths.comparisonJsonPaths()[0]?.props).toEqual({ text: '{}\n' });
  });
});

describe('the files of pictures', () => {
  const filesOf = (posts: readonly Post[]) => {
    content.corpus = corpusOf([...posts], {
      figures: [pictureOf('rack'), pictureOf('desk'), figureOf('lab')],
    });
    return paths.picturePaths().map(({ params }) => params.file);
  };

  it('are published where a post that is shown shows the picture, and each once', () => {
    const showing = (...names: string[]) => ({ references: names.map(figureReference) });
    const tale = postOf(allegory('tale'), showing('rack', 'lab'));
    const other = postOf(allegory('other'), showing('rack'));
    const draft = postOf(allegory('draft', { draft: true }), showing('desk'));
    expect(filesOf([tale, other, draft])).toEqual([
      'p-rack-400.avif',
      'p-rack-1600.avif',
      'p-rack-1200.jpg',
      'p-rack-1600.png',
    ]);
    expect(filesOf([])).toEqual([]);
  });
});
