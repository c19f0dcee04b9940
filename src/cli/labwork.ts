import { basename, extname, join } from 'node:path';
import type { Engine } from '../lib/engine.ts';
import { createSourceFile } from '../lib/engine.ts';
import type { Guide } from '../lib/guide/guide.ts';
import type { Lab } from '../lib/lab/lab.ts';
import { listContent } from '../workspace/content.ts';
import { groupGuides, labworkOf } from '../workspace/group-posts.ts';
import { contentFolder, shownPath } from '../workspace/paths.ts';
import { readText } from '../workspace/text-file.ts';
import { kindFolderOf, rootsOf, openWorkspace } from '../workspace/workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { UsageError } from './usage.ts';

export interface LabworkSources {
  readonly number: number;
  /** Its parts, in their order. */
  readonly guides: readonly Guide[];
  readonly labs: ReadonlyMap<string, Lab>;
  /** Labs that are there and do not hold. */
  readonly brokenLabs: Workspace['brokenLabs'];
}

/**
 * All parts of a labwork of the project's own content, by its number as the user wrote it; `example` shows how to ask. `changedLab` is
 * given the text of the labwork's own lab, and gives what is read in its place.
 */
export function readLabwork(
  words: readonly string[],
  engine: Engine,
  example: string,
  changedLab: (text: string) => string = (text) => text,
): LabworkSources {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0 || !/^\d{1,6}$/.test(word))
    throw new UsageError(`name one labwork by its number, for example \`${example}\`.`);
  const number = Number(word);
  const read = (path: string): string => {
    const file = readText(path);
    if ('problem' in file) throw new UsageError(`${shownPath(path)} cannot be read: ${file.problem}.`);
    return file.text;
  };
  const folder = join(contentFolder, 'labworks');
  const all = listContent()
    .posts.filter((path) => kindFolderOf(path) === folder)
    .map((path) => engine.readGuide(createSourceFile(shownPath(path), read(path))));
  const stray = all.find((guide) => labworkOf(guide) === undefined);
  if (stray)
    throw new UsageError(
      `${stray.file.path} does not say which labwork it is a part of; \`npx labworks check\` says why.`,
    );
  const guides = groupGuides(all).find(([first]) => first && labworkOf(first) === number);
  if (!guides) {
    const known = [...new Set(all.flatMap((guide) => labworkOf(guide) ?? []))].map(String);
    throw new UsageError(`there is no labwork ${number}; there are: ${known.join(', ') || 'none'}.`);
  }
  const own = guides.map(({ data }) => (data?.kind === 'labworks' ? data.lab : undefined));
  const { labs, brokenLabs } = openWorkspace(rootsOf(folder), engine, (path) =>
    own.includes(basename(path, extname(path))) ? changedLab(read(path)) : read(path),
  );
  return { number, guides, labs, brokenLabs };
}
