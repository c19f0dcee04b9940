import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findUnsound } from '../../src/build/check-output.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import { temporaryFolder, writeFiles } from '../workspace/temporary-folder.ts';

const folder = temporaryFolder();
let count = 0;
let root: string;
const sum = (text: string) => createHash('sha256').update(text).digest('hex');
const find = () =>
  findUnsound(join(root, 'dist'), {
    publicFolder: join(root, 'public'),
    bundles: new Map([['bundles/labworks-2-1.0.0.zip', sum('zip')]]),
  }).map((text) => text.replaceAll(`${shownPath(root)}/`, ''));

beforeEach(() => {
  root = join(folder, String((count += 1)));
  writeFiles(root, {
    'dist/index.html': '<html></html>',
    'dist/bundles/labworks-2-1.0.0.zip': 'zip',
    'public/share.png': 'x',
    'dist/share.png': 'x',
  });
});

describe('the files of a site', () => {
  it('are sound where nothing is empty and each bundle is the one that was made', () => {
    expect(find()).toEqual([]);
  });

  it('are not sound where one is empty', () => {
    writeFiles(root, { 'dist/feed.json': '', 'dist/bundles/labworks-2-1.0.0.zip': '', 'dist/share.png': '' });
    expect(find()).toEqual([
      'dist/bundles/labworks-2-1.0.0.zip is empty.',
      'dist/feed.json is empty.',
      'dist/share.png is empty.',
    ]);
  });

  it('are not sound where a bundle is another one, or none that was made', () => {
    writeFiles(root, {
      'dist/bundles/labworks-2-1.0.0.zip': 'zip?',
      'dist/bundles/labworks-3-1.0.0.zip': 'zip',
    });
    expect(find()).toEqual([
      `dist/bundles/labworks-2-1.0.0.zip has the SHA-256 ${sum('zip?')}, expected ${sum('zip')}.`,
      `dist/bundles/labworks-3-1.0.0.zip has the SHA-256 ${sum('zip')}, expected no such bundle.`,
    ]);
  });

  it('may be empty or zips of any kind where an author serves them so', () => {
    const files = { '.nojekyll': '', 'bundles/labworks-1-0.9.0.zip': 'released' };
    for (const [path, text] of Object.entries(files))
      writeFiles(root, { [`dist/${path}`]: text, [`public/${path}`]: text });
    expect(find()).toEqual([]);
  });
});
