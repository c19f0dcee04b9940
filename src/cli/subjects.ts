import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { placeInContent } from '../lib/engine.ts';
import type { SubjectState } from '../lib/ledger/check-ledger.ts';
import type { Subjects } from '../workspace/check-ledger.ts';
import { contentFolder, withSlashes } from '../workspace/paths.ts';
import { didYouMean } from './choose.ts';
import { UsageError } from './usage.ts';

/** What a word of the command line names: `field-notes/two-switches`, or the path of its file. Throws a UsageError for anything else. */
export function subjectNamed(word: string, { states, unread }: Subjects): SubjectState {
  const name = subjectOf(word);
  const found = states.find(({ subject }) => subject === name);
  if (found) return found;
  if (unread.has(name))
    throw new UsageError(`${name} is there, and cannot be read: \`npx labworks check\` says why.`);
  const names = states.map(({ subject }) => subject);
  const ofSlug = names.filter((subject) => subject.endsWith(`/${name}`));
  if (ofSlug.length === 1) return states.find(({ subject }) => subject === ofSlug[0])!;
  const help =
    didYouMean(name, names) ??
    'Name a post as kind/slug, a lab or a comparison as labs/name, comparisons/name.';
  throw new UsageError(`there is no “${word}” that can be read. ${help}`);
}

/** The name of a subject as the ledger has it, of a word that may be a path. */
export function subjectOf(word: string): string {
  const within = existsSync(word) ? withSlashes(relative(contentFolder, resolve(word))) : '';
  const place = placeInContent(within);
  return place ? `${place.collection}/${place.id}` : word.replace(/\/+$/, '');
}
