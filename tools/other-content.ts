// Makes a clone of the project as somebody else would have it: all content, its ledger, releases, evidence and addresses are replaced by
// made-up ones (`test/fixtures/other-site`), and so is `src/site.yaml`. Checks and builds it, and looks on its site for words of the
// content that was there before.
//
//   node tools/run.mjs tools/other-content.ts FOLDER [--posts all|no-labwork|one|none]
//
//   all         a labwork of two hosts, a shelf of disks and two switches, a post of each kind with pictures, a history and a release
//   no-labwork  the same without labworks and what corrects them
//   one         a single post, no lab
//   none        nothing at all
//
// FOLDER is empty or not there; it is a repository of its own, with what is installed here linked to it, so that `npm test` runs in it.
// Exit codes: 0 checked, built, and no such word; 1 not so; 2 the clone could not be made.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { OtherPosts } from './other-content/clone.ts';
import { makeOtherContent, otherPosts } from './other-content/clone.ts';
import { findWords, wordsOf } from './other-content/words.ts';
import { findNode } from './run.mjs';

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: { posts: { type: 'string', default: 'all' } },
  allowPositionals: true,
});
const [folder] = positionals;
const isKind = (word: string): word is OtherPosts => (otherPosts as readonly string[]).includes(word);
process.exitCode = await main();

async function main(): Promise<number> {
  if (folder === undefined || positionals.length > 1 || !isKind(values.posts)) {
    console.error(`Say one folder, and --posts ${otherPosts.join('|')}.`);
    return 2;
  }
  const clone = resolve(folder);
  if (existsSync(clone) && readdirSync(clone).length > 0) {
    console.error(`${clone} is not empty. Name a folder that is not there yet.`);
    return 2;
  }
  await makeOtherContent(clone, values.posts, (line) => console.log(line));
  for (const [what, args] of [
    ['check', ['tools/labworks.mjs', 'check']],
    ['build', ['tools/build.ts']],
  ] as const) {
    const { status } = spawnSync(findNode(), args, { cwd: clone, stdio: 'inherit' });
    console.log(`${what}: ${status === 0 ? 'ok' : 'FAILED'}`);
    if (status !== 0) return 1;
  }
  const words = wordsOf(root, clone);
  const found = findWords(clone, words);
  for (const { path, word } of found) console.log(`${path}: ${word}`);
  console.log(
    `${words.length} names, titles and addresses of the content before were looked for on its site: ${found.length === 0 ? 'none is there' : `${found.length} are there`}.`,
  );
  console.log(`The whole test of it: cd ${clone} && npm test`);
  return found.length === 0 ? 0 : 1;
}
