import { describe, expect, it } from 'vitest';
import { groupPosts } from '../../src/jobs/post-groups.ts';
import type { PostSummary } from '../../src/site/posts/records.ts';

const post = (path: string, frontMatter: string, body = 'Text.') => ({
  path: `src/content/${path}.mdx`,
  text: `---\n${frontMatter}\n---\n${body}\n`,
});
const sources = [
  post('labworks/one', 'labwork: 2\nlab: daisetta'),
  post('labworks/two', 'labwork: 2\nlab: daisetta'),
  post('field-notes/alone', 'lab: daisetta'),
  post('debug/other', 'title: x'),
];
const labs = new Map([['daisetta', 'digest of the lab']]);
const digests = (
  posts = sources,
  context: { tools?: string; labs?: ReadonlyMap<string, string>; today?: string | undefined } = {},
  previous: Readonly<Record<string, PostSummary>> = {},
) =>
  Object.fromEntries(
    groupPosts(posts, { tools: 'tools', labs, previous, ...context })
      .flatMap((group) => group.posts)
      .map(({ path, digest }) => [/(\w+)\.mdx$/.exec(path)?.[1], digest]),
  );
const changed = (after: ReturnType<typeof digests>) => {
  const before = digests();
  return Object.keys(after).filter((name) => after[name] !== before[name]);
};

describe('posts that are checked together', () => {
  it('are the parts of a labwork; every other post is alone', () => {
    const groups = groupPosts(sources, { tools: 'tools', labs, previous: {} });
    expect(groups.map(({ posts }) => posts.length)).toEqual([2, 1, 1]);
  });

  it('have new digests when one of them, their lab, or the tools change', () => {
    const [one, two, ...others] = sources;
    const edited = { ...two!, text: `${two!.text}More.\n` };
    expect(changed(digests([one!, edited, ...others]))).toEqual(['one', 'two']);
    expect(changed(digests(sources, { labs: new Map([['daisetta', 'edited']]) }))).toEqual([
      'one',
      'two',
      'alone',
    ]);
    expect(changed(digests(sources, { tools: 'newer' }))).toHaveLength(4);
  });

  it('have new digests when a lab comes while theirs is missing', () => {
    const lost = [post('debug/lost', 'lab: nowhere')];
    expect(digests(lost)).not.toEqual(digests(lost, { labs: new Map([...labs, ['elsewhere', 'x']]) }));
  });

  it('have new digests on the day that one of them is published, where a bundle is made of them', () => {
    const [one, two, ...others] = sources;
    const waiting = (source: (typeof sources)[number]) => ({
      ...source,
      text: source.text.replace('---\n', '---\ndate: 2014-05-01\n'),
    });
    const posts = [one!, waiting(two!), ...others.map(waiting)];
    const on = (today: string | undefined) => digests(posts, { today });
    expect(on('2014-05-01')).toEqual(on(undefined));
    expect(on('2014-04-29')).toEqual(on('2014-04-30'));
    const [before, after] = [on('2014-04-30'), on('2014-05-01')];
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['one', 'two']);
  });

  it('are found from the last update where their text is the same', () => {
    const [group] = groupPosts([sources[3]!], { tools: 'tools', labs, previous: {} });
    const { path, textDigest } = group!.posts[0]!;
    const known = {
      [path]: { textDigest, membership: { lab: 'daisetta' } } as unknown as PostSummary,
    };
    expect(digests([sources[3]!], {}, known)).not.toEqual(digests([sources[3]!]));
  });
});
