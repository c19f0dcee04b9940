import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyProject } from '../../tools/copy-project.ts';
import { putOtherContent } from '../../tools/other-content/clone.ts';
import { findWords, wordsOf } from '../../tools/other-content/words.ts';
import { findNode } from '../../tools/run.mjs';

// `test/site-builds/other-content.test.ts` builds the site of all of the other content; here is what has less of it.

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'labworks-other-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a copy of the project with other content', () => {
  it.for(['no-labwork', 'one', 'none'] as const)(
    'passes the check with %s',
    { timeout: 120_000 },
    async (posts) => {
      copyProject(folder);
      await putOtherContent(folder, posts);
      const { status, stdout, stderr } = spawnSync(findNode(), ['tools/labworks.mjs', 'check'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(status, stdout + stderr).toBe(0);
      expect(stdout).toMatch(/^No problems in \d+ files/m);
    },
  );
});

describe('the words of the content before', () => {
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  it('are names, titles and addresses that neither the other content nor the program says, found as words of their own', () => {
    write('mine/src/site.yaml', 'name: Step-by-step Larder\naddress: https://larder.example\nlanguage: en\n');
    write('mine/src/content/field-notes/windows.md', '---\ntitle: Seven hams\n---\n');
    write('mine/src/content/allegories/oven/index.mdx', "---\ntitle: 'An oven'\n---\n");
    write(
      'mine/src/content/labs/cellar.yaml',
      'title: The cellar\ndevices: [{ name: vat1 }, { name: h }]\nnetworks: [{ id: salt, subnet: 10.9.0.0/24, hosts: { vat1: 10.9.0.2 } }]\n',
    );
    write('theirs/src/lib/platforms.ts', "title: 'Windows', 'An oven'");
    const words = wordsOf(join(folder, 'mine'), join(folder, 'theirs'));
    expect(words).toEqual([
      ...['Step-by-step Larder', 'https://larder.example', 'Seven hams'],
      ...['cellar', 'The cellar', 'vat1', 'salt', '10.9.0.0/24', '10.9.0.2'],
    ]);
    write('theirs/dist/index.html', '<p>Basalt, and 10.9.0.25, of <b>vat1</b>.</p>');
    write('theirs/dist/cellar/index.html', '');
    write('theirs/dist/rules/a/index.html', 'salt');
    expect(findWords(join(folder, 'theirs'), words)).toEqual([
      { path: 'cellar/index.html', word: 'cellar' },
      { path: 'index.html', word: 'vat1' },
    ]);
  });
});
