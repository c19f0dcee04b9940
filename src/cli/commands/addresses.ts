import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { addressOfPost, createEngine, createSourceFile, publicationOf } from '../../lib/engine.ts';
import { listContent } from '../../workspace/content.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { shownPath } from '../../workspace/paths.ts';
import { publishedFile } from '../../workspace/published-addresses.ts';
import { readText } from '../../workspace/text-file.ts';
import { today } from '../../workspace/today.ts';
import { makeFolder, writeUserFile } from '../../workspace/write-file.ts';
import { stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `npx labworks addresses

Adds the addresses of all posts that are published to ${shownPath(publishedFile)}, one a line. The check and the build then tell
where an address of that list leads nowhere any more: a post that was renamed or removed without \`aliases:\`. No line is ever taken out.

Exit codes: 0 written, or nothing to add; 2 it could not be done.
`;

export function run(args: string[]): number {
  parseArgs({ args, options: {} });
  const engine = createEngine({ catalogue: loadCatalogue() });
  const day = today();
  const published = listContent().posts.flatMap((path) => {
    const read = readText(path);
    if ('problem' in read) return [];
    const { data, file } = engine.readGuide(createSourceFile(path, read.text));
    return data && publicationOf(data, day) === 'published' ? [addressOfPost(file.path)] : [];
  });
  const list = existsSync(publishedFile) ? readText(publishedFile) : undefined;
  // What it has must not be written over.
  if (list && 'problem' in list)
    throw new UsageError(`${shownPath(publishedFile)} cannot be read: ${list.problem}.`);
  const lines = list?.text.split(/\r?\n/).filter(Boolean) ?? [];
  const known = new Set(lines);
  const added = published.filter((address) => !known.has(address)).sort();
  if (added.length > 0) {
    makeFolder(dirname(publishedFile));
    writeUserFile(publishedFile, Buffer.from(`${[...lines, ...added].join('\n')}\n`));
  }
  const count = `${added.length} ${added.length === 1 ? 'address' : 'addresses'}`;
  stdout.print(`${count} added to ${shownPath(publishedFile)}.\n`);
  return 0;
}
