import { spawnSync } from 'node:child_process';

/** A page about a command, of one version of Windows Server. */
export interface CommandPage {
  readonly path: string;
  readonly text: string;
}

/** The pages of commands below a folder of a repository of documentation, which may be bare. */
export function readCommandPages(docs: string, folder: string): readonly CommandPage[] {
  const paths = git(docs, ['ls-tree', '-r', '--name-only', 'HEAD', folder])
    .split('\n')
    .filter((path) => /\/[A-Z]\w+-\w+\.md$/.test(path));
  // All pages in one go: each comes after a line with its size, in bytes.
  const pages = spawnSync('git', ['-C', docs, 'cat-file', '--batch'], {
    input: paths.map((path) => `HEAD:${path}\n`).join(''),
    maxBuffer: 2 ** 29,
  }).stdout;
  let at = 0;
  return paths.map((path) => {
    const head = pages.indexOf('\n', at);
    const size = Number(pages.toString('utf8', at, head).split(' ')[2]);
    const text = pages.toString('utf8', head + 1, head + 1 + size);
    at = head + size + 2;
    return { path, text };
  });
}

/** The commit that a repository stands at. */
export function headCommit(docs: string): string {
  return git(docs, ['rev-parse', 'HEAD']).trim();
}

function git(docs: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', docs, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`git ${args[0]!}: ${stderr}`);
  return stdout;
}
