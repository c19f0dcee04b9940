import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/lib/engine.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import { contentFolder } from '../../src/workspace/paths.ts';
import { readText } from '../../src/workspace/text-file.ts';
import { kindOfPost } from '../../src/lib/guide/membership.ts';
import { findPictures } from '../../src/workspace/find-pictures.ts';
import { enginePath, openWorkspace, rootsOf } from '../../src/workspace/workspace.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const engine = createEngine({ catalogue: loadCatalogue() });
const read = (path: string) => {
  const file = readText(path);
  return 'problem' in file ? undefined : file.text;
};
describe('what a post can name', () => {
  const root = temporaryFolder();
  const posts = join(root, 'labworks');
  writeFiles(root, {
    'labs/mine.yaml': 'devices: 7\n',
    'comparisons/speed.yml': '',
    'comparisons/notes.txt': '',
    'figures/rack.svg': '',
    'labworks/labs/near.yaml': '- no lab\n',
  });

  it('lies beside its folder, in its folder, then in the project’s own content', () => {
    expect(rootsOf(posts)).toEqual([root, posts, contentFolder]);
    expect(rootsOf(join(contentFolder, 'labworks'))).toEqual([
      contentFolder,
      join(contentFolder, 'labworks'),
    ]);
  });

  it('is found by its name: labs that hold, labs that do not, comparisons, figures', () => {
    const { labs, brokenLabs, comparisons } = openWorkspace([root, posts], engine, read);
    expect(labs.size).toBe(0);
    expect([...brokenLabs.keys()]).toEqual(['mine', 'near']);
    expect(brokenLabs.get('mine')).toMatchObject({ path: join(root, 'labs/mine.yaml'), commands: [] });
    expect(brokenLabs.get('mine')!.diagnostics.length).toBeGreaterThan(0);
    expect([...comparisons]).toEqual(['speed']);
    expect([...findPictures([], [root, posts])]).toEqual([['rack', join(root, 'figures/rack.svg')]]);
  });

  it('is the nearest of two of one name, whether it holds or not', () => {
    const other = temporaryFolder();
    const sound = join(import.meta.dirname, '../fixtures/other-site/content/labs/attic.yaml');
    writeFiles(other, { 'labs/attic.yaml': read(sound)! });
    writeFiles(root, { 'labs/attic.yaml': '- no lab\n' });
    const near = openWorkspace([root, other], engine, read);
    expect(near.labs.size).toBe(0);
    expect(near.brokenLabs.get('attic')?.path).toBe(join(root, 'labs/attic.yaml'));
    const turned = openWorkspace([other, root], engine, read);
    expect(turned.labs.get('attic')?.title).toBe('The attic');
    expect(turned.brokenLabs.has('attic')).toBe(false);
  });

  it('is passed over where it cannot be read', () => {
    expect(openWorkspace([root], engine, () => undefined)).toMatchObject({
      labs: new Map(),
      brokenLabs: new Map(),
    });
  });
});

describe('the kind of a post', () => {
  const front = (yaml: string) => `---\n${yaml}\n---\nlabwork: 2\n`;

  it('is the name of its folder', () => {
    expect(kindOfPost('x/debug/a.mdx', front('labwork: 2'))).toBe('debug');
  });

  it.each([
    ['labwork: 2', 'labworks'],
    ['requires:', 'labworks'],
    ['corrects:', 'debug'],
    ['system: x', 'fail-files'],
    ['conditions: x', 'field-notes'],
    ['title: x', 'allegories'],
  ])('elsewhere is the one whose front matter it has: %s', (yaml, kind) => {
    expect(kindOfPost('x/drafts/a.mdx', front(yaml))).toBe(kind);
  });

  it('is in the path by which the engine knows it, with a name that may stand in an address', () => {
    expect(enginePath(join('x', 'debug', 'A b.mdx'), '')).toBe(join('x', 'debug', 'A b.mdx'));
    expect(enginePath(join('x', 'My – Draft 2.mdx'), front('system: x'))).toBe(
      join('x', 'fail-files', 'my-draft-2.mdx'),
    );
    expect(enginePath(join('x', '!.mdx'), '')).toBe(join('x', 'allegories', 'post.mdx'));
  });
});
