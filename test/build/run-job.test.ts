import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { bodyFile } from '../../src/workspace/paths.ts';
import { runJob } from '../../src/build/run-job.ts';

// Enough posts for several threads, which share them out among themselves.

const posts = Array.from({ length: 60 }, (_, number) => ({
  path: `src/content/field-notes/run-job-${number}.mdx`,
  text: `---\ntitle: Number ${number}\ndate: 2020-01-01\nsummary: One of many.\n---\nText of ${number}.\n`,
  digest: `test-of-run-job-${number}`,
  textDigest: `text-${number}`,
  membership: { lab: undefined, labwork: undefined },
}));
const groups = posts.map((post) => ({ posts: [post] }));
const rules = ['one', 'two'].map((name) => ({
  path: `src/content/rules/nowhere/${name}.md`,
  text: 'no front matter',
  digest: name,
}));

afterAll(() => {
  for (const { digest } of posts) rmSync(bodyFile(digest), { force: true });
});

const address = 'https://closet.example';

describe('a job for several threads', () => {
  it('makes every post and rule once, and reports how far it is', async () => {
    const reported: number[] = [];
    const made = await runJob({ address, asOf: undefined, labs: [], groups, rules }, (done, total) => {
      expect(total).toBe(60);
      reported.push(done);
    });
    const paths = (list: readonly { readonly path: string }[]) => list.map(({ path }) => path).sort();
    expect(paths(made.posts)).toEqual(paths(posts));
    expect(paths(made.rules)).toEqual(paths(rules));
    expect(reported.at(-1)).toBe(60);
    expect(reported).toEqual([...new Set(reported)].sort((a, b) => a - b));
  }, 60_000);

  it('ends with the error of the thread that fails', async () => {
    const broken = { posts: [{ ...posts[0]!, text: undefined as unknown as string }] };
    await expect(
      runJob({ address, asOf: undefined, labs: [], groups: [broken, ...groups], rules: [] }),
    ).rejects.toThrow(/Cannot read properties of undefined/);
  }, 60_000);
});
