import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createChance } from '../test/chance.ts';
import { startLanguageClient } from '../test/cli/language-client.ts';
import { copyProject, replaceContent } from '../tools/copy-project.ts';
import { makePosts } from './make-posts.ts';

// How long an author waits for what the language server says of an edit: `node tools/run.mjs bench/language-server.ts
// [--lines 2000] [--edits 100] [--busy 0] [--posts 0]`. Edits of a labwork of so many lines, anywhere in it, each a letter more or less;
// `--busy`: so many processes that do nothing but count beside it; `--posts`: other posts of the content. At most 150 ms, on two cores that
// have nothing else to do.

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '2000' },
    edits: { type: 'string', default: '100' },
    busy: { type: 'string', default: '0' },
    posts: { type: 'string', default: '0' },
  },
});

const workshop = join(import.meta.dirname, '../test/fixtures/workshop');
const path = 'labworks/converged-switching-part-1.mdx';

/** The steps of the workshop's labwork again and again, numbered on. */
function longPost(lines: number): string {
  const parts = [1, 2].map((part) =>
    readFileSync(join(workshop, `labworks/converged-switching-part-${part}.mdx`), 'utf8'),
  );
  const head = /^---\n.*?\n---\n/s.exec(parts[0]!)![0];
  const steps = parts
    .map((text) => text.replace(/^---\n.*?\n---\n/s, ''))
    .join('\n')
    .replace(/\[\^flags\].*|<ReadingList \/>|<BundleDownload \/>/g, '');
  let body = '';
  let number = 0;
  while ((body + steps).split('\n').length < lines - 40)
    body += steps.replace(/^## \d+:\d+/gm, () => `## 2:${String((number += 1))}`);
  return head.replace(/^steps: .*$/m, () => `steps: '2:1-2:${String(number)}'`) + body;
}

const project = realpathSync(mkdtempSync(join(tmpdir(), 'labworks-lsp-bench-')));
copyProject(project);
replaceContent(project, workshop);
rmSync(join(project, 'src/content/labworks/converged-switching-part-2.mdx'));
const text = longPost(Number(values.lines));
writeFileSync(join(project, 'src/content', path), text);
if (Number(values.posts) > 0) makePosts(join(project, 'src/content'), Number(values.posts));

/** What the server has used so far: milliseconds of a core, and bytes. `labworks` has started it on a Node of its own. */
function serverTimes(): { readonly user: number; readonly rss: number } {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,rss=', '--ppid', String(client.process.pid)], {
    encoding: 'utf8',
  });
  const [pid = '', rss = ''] = stdout.trim().split(/\s+/);
  if (!existsSync(`/proc/${pid}/stat`)) return { user: Number.NaN, rss: Number(rss) * 1024 };
  // Ticks are hundredths of a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return { user: (Number(fields[11]) + Number(fields[12])) * 10, rss: Number(rss) * 1024 };
}

const busy = Array.from({ length: Number(values.busy) }, () =>
  spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
);
const client = startLanguageClient(project);
try {
  await client.initialize();
  await client.show(path, text);
  const chance = createChance(1);
  const waits: number[] = [];
  const before = serverTimes().user;
  let at = 0;
  for (let edit = 0; edit < Number(values.edits); edit++) {
    // A letter comes, anywhere behind the front matter, and goes again.
    const isTyped = edit % 2 === 0;
    if (isTyped) at = 1500 + Math.floor(chance() * (text.length - 1500));
    const begun = performance.now();
    await client.show(path, isTyped ? `${text.slice(0, at)}x${text.slice(at)}` : text);
    waits.push(performance.now() - begun);
  }
  waits.sort((a, b) => a - b);
  const shown = (wait: number) => `${wait.toFixed(0)} ms`;
  console.log(
    `${text.split('\n').length} lines, ${waits.length} edits, ${busy.length} busy processes: median ${shown(waits[waits.length >> 1]!)}, ` +
      `nine in ten within ${shown(waits[Math.floor(waits.length * 0.9)]!)}, worst ${shown(waits.at(-1)!)}`,
  );
  const { user, rss } = serverTimes();
  console.log(
    `the server has worked ${((user - before) / waits.length).toFixed(0)} ms an edit, and has ${String(Math.round(rss / 2 ** 20))} MiB`,
  );
} finally {
  for (const process of busy) process.kill();
  client.process.kill();
  rmSync(project, { recursive: true, force: true });
}
