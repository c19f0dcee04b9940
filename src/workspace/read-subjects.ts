import { createSourceFile, readGuide } from '../lib/engine.ts';
import { relative } from 'node:path';
import type { LedgerPost, Subjects } from './check-ledger.ts';
import { readLabs, subjectsOf } from './check-ledger.ts';
import { listContent } from './content.ts';
import { projectRoot, withSlashes } from './paths.ts';
import { projectionDigests } from './projection-digests.ts';
import { readText } from './text-file.ts';

/** Reads the posts of the content, to be held to the ledger or recorded in it. `today`: as `publicationOf` takes it. */
export function readSubjects(today: string | undefined): Subjects {
  const files = listContent();
  const labs = readLabs(files);
  const posts = files.posts.flatMap((path): LedgerPost[] => {
    const read = readText(path);
    if ('problem' in read) return [];
    const file = createSourceFile(withSlashes(relative(projectRoot, path)), read.text);
    const guide = readGuide(file);
    return [{ file, data: guide.data, fields: guide.fields, projection: projectionDigests(guide, labs) }];
  });
  return subjectsOf(posts, today, files);
}
