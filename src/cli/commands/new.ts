import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, createSourceFile, nameForAddress } from '../../lib/engine.ts';
import type { Guide } from '../../lib/guide/guide.ts';
import type { Lab } from '../../lib/lab/lab.ts';
import { listContent } from '../../workspace/content.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { readLedger } from '../../workspace/ledger.ts';
import { contentFolder, shownPath } from '../../workspace/paths.ts';
import { readSubjects } from '../../workspace/read-subjects.ts';
import { readText } from '../../workspace/text-file.ts';
import { today } from '../../workspace/today.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import { writeNewPost } from '../../workspace/write-import.ts';
import type { Asking } from '../ask.ts';
import { askAtTerminal, AskingEnded } from '../ask.ts';
import { choose } from '../choose.ts';
import {
  newAllegory,
  newComparison,
  newDebugFile,
  newFailFile,
  newFieldNotes,
  newLab,
  newLabworksPart,
} from '../new-templates.ts';
import type { NewFacts } from '../new-templates.ts';
import { subjectNamed } from '../subjects.ts';
import { printError, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';

/** What there is to begin, by the word for one of it, and the folder it lies in. */
const folders = {
  allegory: 'allegories',
  'fail-file': 'fail-files',
  labwork: 'labworks',
  'field-notes': 'field-notes',
  correction: 'debug',
  lab: 'labs',
  comparison: 'comparisons',
} as const;
type NewKind = keyof typeof folders;
const newKinds = Object.keys(folders) as NewKind[];

export const help = `npx labworks new KIND "TITLE" [options]
npx labworks new correction POST [options]

Begins a post, a lab or a comparison: a file with all that its kind needs, which \`npx labworks check\` takes as it is. A post is begun as a
draft. What is not given is asked for at a terminal. Nothing that is there is overwritten.

  KIND            ${newKinds.join(', ')}
  POST            of a correction: the post that was wrong, as kind/slug or the path of its file
  --slug NAME     the last part of its address (default: made of the title)
  --summary TEXT  one or two sentences, at most 240 characters
  --date DAY      when it is published (default: today)
  --lab NAME      of a labwork: its lab
  --labwork N     of a labwork: the one that this is the next part of (default: a new one)
  --reporter NAME of a correction: who has told of it

Exit codes: 0 written, 1 something lies there already, 2 the tool was used wrongly or could not do its work.
`;

interface NewOptions {
  readonly slug: string | undefined;
  readonly summary: string | undefined;
  readonly date: string;
  readonly lab: string | undefined;
  readonly labwork: string | undefined;
  readonly reporter: string | undefined;
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      slug: { type: 'string' },
      summary: { type: 'string' },
      date: { type: 'string', default: today() },
      lab: { type: 'string' },
      labwork: { type: 'string' },
      reporter: { type: 'string' },
    },
  });
  if (positionals.length > 2)
    throw new UsageError('put the title in quotes: `npx labworks new field-notes "Two switches"`.');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.date)) throw new UsageError('--date is a day such as 2014-04-22.');
  if ((values.summary?.length ?? 0) > 240) throw new UsageError('--summary has at most 240 characters.');
  const asking = positionals.length < 2 ? askAtTerminal() : undefined;
  try {
    return await begin(
      positionals,
      {
        ...values,
        slug: values.slug,
        summary: values.summary,
        lab: values.lab,
        labwork: values.labwork,
        reporter: values.reporter,
      },
      asking,
    );
  } catch (error) {
    if (!(error instanceof AskingEnded)) throw error;
    printError(error.message);
    return 2;
  } finally {
    asking?.close();
  }
}

async function begin(
  [word, text]: readonly string[],
  options: NewOptions,
  asking: Asking | undefined,
): Promise<number> {
  const kind = word === undefined ? await asking?.choice('What do you begin?', newKinds) : kindOf(word);
  if (kind === undefined) throw new UsageError(`name what you begin: ${newKinds.join(', ')}.`);
  const title =
    text ??
    (await asking?.text(kind === 'correction' ? 'Which post was wrong (kind/slug)?' : 'What is its title?'));
  if (title === undefined || title.trim() === '')
    throw new UsageError(
      kind === 'correction'
        ? 'name the post that was wrong: `npx labworks new correction field-notes/two-switches`.'
        : `give it a title: \`npx labworks new ${kind} "Two switches"\`.`,
    );
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(title)) throw new UsageError('a title is one line of text.');
  const { slug, content } = made(kind, title.trim(), options);
  const path = `${folders[kind]}/${slug}.${kind === 'lab' || kind === 'comparison' ? 'yaml' : 'mdx'}`;
  const shown = shownPath(join(contentFolder, path));
  if (writeNewPost(contentFolder, { path, text: content, files: [] }) !== 'written') {
    printError(
      `something lies at ${shown} already, and is left as it is.`,
      'Choose another name with --slug.',
    );
    return 1;
  }
  stdout.print(
    `${shown} is begun.\nNext: write it, and look at it with \`npm run dev\`; \`npx labworks check ${shown}\` says what is wrong with it. ${nextOf(kind, folders[kind], slug)}\n`,
  );
  return 0;
}

function kindOf(word: string): NewKind {
  const plural = newKinds.find((kind) => folders[kind] === word);
  return plural ?? choose('KIND', word, newKinds);
}

function nextOf(kind: NewKind, folder: string, slug: string): string {
  if (kind === 'lab') return `Posts name it: \`lab: ${slug}\`.`;
  if (kind === 'comparison')
    return `Posts show it: \`<Comparison id="${slug}" />\`, with \`comparisons: [${slug}]\`.`;
  if (kind === 'correction')
    return 'Mend the post, mark the passage, take `draft: true` out, and record both with `npx labworks correct`.';
  return `When it is done, take \`draft: true\` out and record it: \`npx labworks publish ${folder}/${slug}\`.`;
}

function made(
  kind: NewKind,
  title: string,
  options: NewOptions,
): { readonly slug: string; readonly content: string } {
  const { summary, date } = options;
  const facts: NewFacts = { title, date, summary };
  const named = (name: string) => slugOf(options.slug ?? name, options.slug !== undefined);
  switch (kind) {
    case 'allegory':
      return { slug: named(title), content: newAllegory(facts) };
    case 'field-notes':
      return { slug: named(title), content: newFieldNotes(facts) };
    case 'fail-file':
      return { slug: named(title), content: newFailFile(facts, nextFailFile()) };
    case 'lab':
      return { slug: named(title), content: newLab(facts) };
    case 'comparison':
      return { slug: named(title), content: newComparison(facts) };
    case 'labwork':
      return { slug: named(title), content: labworksPart(facts, options) };
    case 'correction':
      return correction(title, facts, options, named);
  }
}

function slugOf(text: string, isGiven: boolean): string {
  const slug = nameForAddress(text);
  if (slug === undefined || (isGiven && slug !== text))
    throw new UsageError(
      isGiven
        ? `--slug is made of lower-case letters, digits and hyphens${slug === undefined ? '' : `, for example ${slug}`}.`
        : 'no address can be made of this title: give one with --slug.',
    );
  return slug;
}

function guides(kind: string): Guide[] {
  const engine = createEngine({ catalogue: loadCatalogue() });
  return listContent().posts.flatMap((path) => {
    const read = readText(path);
    const shown = shownPath(path);
    return 'problem' in read || !shown.includes(`/${kind}/`)
      ? []
      : [engine.readGuide(createSourceFile(shown, read.text))];
  });
}

function nextFailFile(): number {
  return (
    guides('fail-files').reduce(
      (most, { data }) => (data?.kind === 'fail-files' ? Math.max(most, data.number) : most),
      0,
    ) + 1
  );
}

function labworksPart(facts: NewFacts, { lab, labwork }: NewOptions): string {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const { labs } = openWorkspace([contentFolder], engine, (path) => {
    const read = readText(path);
    return 'problem' in read ? undefined : read.text;
  });
  const parts = guides('labworks').flatMap(({ data }) => (data?.kind === 'labworks' ? [data] : []));
  const number =
    labwork === undefined
      ? parts.reduce((most, part) => Math.max(most, part.labwork), 0) + 1
      : Number(labwork);
  const own = parts.filter((part) => part.labwork === number).sort((a, b) => a.part - b.part);
  const last = own.at(-1);
  if (labwork !== undefined && !last)
    throw new UsageError(`there is no labwork ${labwork}; without --labwork a new one is begun.`);
  const name = last?.lab ?? lab ?? [...labs.keys()].sort()[0];
  const found: Lab | undefined = name === undefined ? undefined : labs.get(name);
  if (name === undefined || !found)
    throw new UsageError(
      name === undefined
        ? 'a labwork needs a lab: begin one with `npx labworks new lab "My lab"`.'
        : `there is no lab “${name}”; there are: ${[...labs.keys()].join(', ')}.`,
    );
  const lastStep = last === undefined ? 0 : Number(/:(\d+)$/.exec(last.steps)?.[1] ?? 0);
  return newLabworksPart(
    facts,
    {
      lab: name,
      labwork: number,
      part: (last?.part ?? 0) + 1,
      series: last?.series ?? facts.title,
      step: lastStep + 1,
    },
    found,
  );
}

function correction(
  word: string,
  facts: NewFacts,
  { reporter }: NewOptions,
  named: (name: string) => string,
): { readonly slug: string; readonly content: string } {
  const { subject } = subjectNamed(word, readSubjects(today()));
  const [kind = '', name = ''] = subject.split('/');
  if (kind === 'debug' || kind === 'site')
    throw new UsageError('a correction is of a post, a lab or a comparison.');
  const known = readLedger().entries.get(subject)?.length ?? 1;
  return {
    slug: named(`${name}-corrected`),
    content: newDebugFile(
      { ...facts, title: `Debug File: ${name.replaceAll('-', ' ')}` },
      { post: subject, revision: Math.max(known, 1) + 1, reporter: reporter ?? 'Who has told of it' },
    ),
  };
}
