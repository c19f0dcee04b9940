// Brings the names of commands of modules from the PowerShell Gallery into the project.
//
//   node tools/run.mjs tools/build-gallery-names.ts --clones DIR
//
// DIR has a clone, which may be bare, of each repository below, as `owner+name`, or `owner+name/repo`. Names alone are taken, of the files that are
// pages about commands, or of the module's own list.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { GalleryNames } from '../src/lib/dialects/powershell/catalogue/gallery.ts';
import { projectRoot } from '../src/workspace/paths.ts';
import { sqlServerCommands } from './gallery/sql-server.ts';

interface Source {
  readonly modules: readonly string[];
  readonly repository: string;
  readonly licence: string;
  /** The command that a path is the page of, or each name that a file lists. */
  readonly names: (module: string, read: Read) => readonly string[];
}

interface Read {
  readonly paths: readonly string[];
  text(path: string): string;
}

const sources: readonly Source[] = [
  {
    modules: ['Az.Accounts', 'Az.Compute', 'Az.Network', 'Az.Resources', 'Az.Storage'],
    repository: 'MicrosoftDocs/azure-docs-powershell',
    licence: 'CC BY 4.0, code MIT',
    names: (module, { paths }) => pages(paths, new RegExp(`^azps-16\\.2\\.0/${module.replace('.', '\\.')}/`)),
  },
  {
    modules: ['Posh-SSH'],
    repository: 'darkoperator/Posh-SSH',
    licence: 'BSD 3-Clause',
    names: (_, { paths }) => pages(paths, /^docs\//),
  },
  {
    modules: ['PSWindowsUpdate'],
    repository: 'mgajda83/PSWindowsUpdate',
    licence: 'MIT',
    names: (_, { text }) =>
      ['PSWindowsUpdate/PSWindowsUpdate.psd1', 'README.md'].flatMap(
        (path) => text(path).match(/\b[A-Z][a-z]+-(?:WU[A-Z]\w+|PSWU\w+|WindowsUpdate)\b/g) ?? [],
      ),
  },
];

const { values } = parseArgs({ options: { clones: { type: 'string' } } });
if (!values.clones) {
  console.error('usage: build-gallery-names.ts --clones DIR');
  process.exit(2);
}
const folder = values.clones;
const modules: Record<string, string> = { SqlServer: sorted(sqlServerCommands.names) };
const notice = [`SqlServer: ${sqlServerCommands.source}`];
for (const { modules: own, repository, licence, names } of sources) {
  const clone = cloneOf(repository);
  const commit = git(clone, ['rev-parse', 'HEAD']).trim().slice(0, 12);
  const read = {
    paths: git(clone, ['ls-tree', '-r', '--name-only', 'HEAD']).split('\n'),
    text: (path: string) => git(clone, ['show', `HEAD:${path}`]).replaceAll('\0', ''),
  };
  for (const module of own) modules[module] = sorted(names(module, read));
  notice.push(`${own.join(', ')}: names of commands from ${repository} at ${commit} (${licence})`);
}
const gallery: GalleryNames = {
  version: 1,
  notice,
  modules: Object.fromEntries(Object.entries(modules).sort(([a], [b]) => (a < b ? -1 : 1))),
};
writeFileSync(
  join(projectRoot, 'src/lib/dialects/powershell/catalogue/gallery.json'),
  `${JSON.stringify(gallery, null, 2)}\n`,
);
for (const [module, names] of Object.entries(gallery.modules))
  console.log(`${module}: ${String(names.split(' ').length)} commands`);

function pages(paths: readonly string[], below: RegExp): readonly string[] {
  return paths.flatMap((path) => (below.test(path) ? (/\/([A-Z]\w+-\w+)\.md$/.exec(path)?.[1] ?? []) : []));
}

function sorted(names: readonly string[]): string {
  if (names.length === 0) throw new Error('A module has no names where they were looked for.');
  return [...new Set(names)].sort().join(' ');
}

function cloneOf(repository: string): string {
  const clone = join(folder, repository.replace('/', '+'));
  return existsSync(join(clone, 'repo')) ? join(clone, 'repo') : clone;
}

function git(clone: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', clone, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`git ${args[0]!}: ${stderr}`);
  return stdout;
}
