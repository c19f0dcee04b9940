import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makePictures } from '../../test/fixtures/other-site/pictures/make-pictures.ts';
import { recordHistory } from '../../test/fixtures/other-site/record-history.ts';
import { replaceContent } from '../copy-project.ts';
import { findNode } from '../run.mjs';

const root = resolve(import.meta.dirname, '../..');
const fixture = join(root, 'test/fixtures/other-site');

/** How much of the made-up content a clone gets. */
export const otherPosts = ['all', 'no-labwork', 'one', 'none'] as const;
export type OtherPosts = (typeof otherPosts)[number];

/** Of the made-up content, what is a labwork, or is there for one. */
const ofLabworks = ['labworks', 'debug/night.mdx'];

const onePost = `---
title: Hello from the pantry
date: 2024-05-06
summary: The first post of a blog, and its only one.
---

There is one shelf, and nothing on it yet.
`;

/**
 * Clones all files of the project that git knows or would know into `folder`, replaces its content, records and releases it, and commits
 * it. `tell` is called with a line for each thing done. Throws where a command fails.
 */
export async function makeOtherContent(
  folder: string,
  posts: OtherPosts,
  tell: (line: string) => void,
): Promise<void> {
  cloneFiles(folder);
  tell(`cloned the program into ${folder}`);
  await putOtherContent(folder, posts, tell);
  const git = (...args: readonly string[]) => run(folder, 'git', args);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  const author = ['-c', 'user.name=The Cook', '-c', 'user.email=cook@pantry.example'];
  git(...author, 'commit', '--quiet', '--no-gpg-sign', '--message', 'Begin another site');
  tell('committed it to a repository of its own');
}

/** Puts the made-up content and its site into the place of those of a copy of the project, with a ledger and a release of its own. */
export async function putOtherContent(
  copy: string,
  posts: OtherPosts,
  tell: (line: string) => void = () => undefined,
): Promise<void> {
  replaceContent(copy, join(fixture, 'content'));
  cpSync(join(fixture, 'site.yaml'), join(copy, 'src/site.yaml'));
  const content = join(copy, 'src/content');
  const labworks = (...words: readonly string[]) => run(copy, findNode(), ['tools/labworks.mjs', ...words]);
  if (posts === 'one' || posts === 'none') {
    replaceContent(copy, undefined);
    if (posts === 'none') return tell('removed all content');
    mkdirSync(join(content, 'field-notes'));
    writeFileSync(join(content, 'field-notes/hello.md'), onePost);
    labworks('publish', '--all');
    return tell('replaced all content by one post, and recorded it');
  }
  await makePictures(content);
  if (posts === 'no-labwork') for (const name of ofLabworks) rmSync(join(content, name), { recursive: true });
  recordHistory(content, labworks);
  labworks('addresses');
  tell(
    'replaced all content by made-up posts, recorded them and their corrections, and wrote down their addresses',
  );
  if (posts === 'no-labwork') return;
  labworks('release', '41', '--date', '2023-06-01', '--yes');
  tell('released Labworks 41');
}

function cloneFiles(folder: string): void {
  const listed = run(root, 'git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  ]);
  const deleted = new Set(run(root, 'git', ['ls-files', '-z', '--deleted']).split('\0'));
  for (const name of listed.split('\0').filter((path) => path !== '' && !deleted.has(path))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

function run(cwd: string, command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, VITEST: undefined, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}
