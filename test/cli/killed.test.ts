import { readdirSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkChain } from '../../src/lib/ledger/chain.ts';
import type { Recorded } from '../../src/lib/ledger/revision.ts';
import { revisionSchema } from '../../src/lib/ledger/revision.ts';
import { digestOfRevision } from '../../src/workspace/ledger.ts';
import { recordedProject } from './recorded-project.ts';

const project = recordedProject();
const { hosted } = project;

/** What does not hold of the ledger as it lies there: entries that cannot be read, and chains that are broken. */
function faults(): readonly string[] {
  const entries = new Map<string, Recorded[]>();
  const found: string[] = [];
  for (const [path, text] of project.files()) {
    if (!/^ledger\/.*\.json$/.test(path)) continue;
    const parsed = revisionSchema.safeParse(JSON.parse(Buffer.from(text, 'latin1').toString()));
    if (!parsed.success) found.push(path);
    else {
      const subject = path.split('/').slice(1, 3).join('/');
      const entry = { revision: parsed.data, digest: digestOfRevision(parsed.data), path };
      entries.set(subject, [...(entries.get(subject) ?? []), entry]);
    }
  }
  const chains = [...entries].flatMap(([subject, own]) =>
    checkChain(
      subject,
      own.sort((a, b) => a.revision.number - b.revision.number),
    ),
  );
  return [...found, ...chains.map(({ message }) => message)];
}

/** Puts the content back, with no folder that was not there; what is as it was is not touched, and so not read again. */
function restore(before: ReadonlyMap<string, string>): void {
  const now = project.files();
  for (const path of now.keys()) {
    if (before.has(path)) continue;
    project.write(path, undefined);
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      const whole = join(project.root, 'src/content', folder);
      if (readdirSync(whole).length === 0) rmdirSync(whole);
    }
  }
  for (const [path, text] of before)
    if (now.get(path) !== text) project.write(path, Buffer.from(text, 'latin1'));
}

afterEach(() => project.reset());

/** A case: what is edited and given before, and the command that is killed. */
interface KilledCommand {
  readonly before?: () => Promise<void>;
  readonly edit: () => void;
  args(): readonly string[];
}

const post = 'field-notes/every-kind';
const factual = ['--class', 'correction', '--severity', 'factual', '--reporter', 'A reader', '--yes'];
const on = (day: string) => ['--date', day];

async function done(args: readonly string[]): Promise<void> {
  const { code, err } = await hosted(args);
  if (code !== 0) throw new Error(err);
}

/** Two branches that have each made a revision 2, in one content. */
async function branch(from: string, to: string, summary: string): Promise<void> {
  const text = project.read(`${post}/index.mdx`);
  project.replace(`${post}/index.mdx`, from, to);
  await done(['correct', post, '--class', 'update', '--summary', summary, ...on('2023-04-01'), '--yes']);
  project.write(`${post}/index.mdx`, text);
}

const cases: Readonly<Record<string, KilledCommand>> = {
  'a correction': {
    edit: () => project.replace(`${post}/index.mdx`, 'drips: 12', 'drips: 13'),
    args: () => ['correct', post, ...factual, '--summary', 'It was 13.', ...on('2023-04-01')],
  },
  'a publication': {
    edit: () => {
      project.write('field-notes/new.mdx', '---\ntitle: New\ndate: 2023-01-01\nsummary: New.\n---\n\nNew.\n');
      for (const path of project.entriesOf('labworks/shed')) project.write(path, undefined);
    },
    args: () => ['publish', '--all'],
  },
  'a correction that takes the place of another': {
    before: async () => {
      project.replace(`${post}/index.mdx`, 'drips: 12', 'drips: 13');
      await done([
        'correct',
        post,
        '--class',
        'update',
        '--summary',
        'It is 13.',
        ...on('2023-04-01'),
        '--yes',
      ]);
    },
    edit: () => project.replace(`${post}/index.mdx`, 'drips: 13', 'drips: 14'),
    args: () => ['correct', post, ...factual, '--summary', 'It was 14.', ...on('2023-04-01'), '--amend'],
  },
  'a revision that is numbered anew': {
    before: async () => {
      await branch('A second box.', 'A box of nails.', 'Nails.');
      const [, one] = project.entriesOf(post);
      const text = project.read(one!);
      project.write(one!, undefined);
      await branch('What fell.', 'What fell down.', 'Down.');
      project.write(one!, text);
    },
    edit: () => {
      project.replace(`${post}/index.mdx`, 'A second box.', 'A box of nails.');
      project.replace(`${post}/index.mdx`, 'What fell.', 'What fell down.');
    },
    args: () => {
      const first = project.entriesOf(post).filter((path) => /\/2-/.test(path))[0]!;
      const after = first.replace(/^.*\//, '').replace('.json', '');
      return [
        ...['correct', post, '--after', after, '--class', 'update', '--summary', 'Both.'],
        ...[...on('2023-04-02'), '--yes'],
      ];
    },
  },
};

describe.each(Object.entries(cases))('%s that is killed', (_, { before, edit, args }) => {
  it('leaves a ledger that holds, and is finished by being given again, with nothing left over', async () => {
    await before?.();
    const start = project.files();
    const restart = () => {
      restore(start);
      edit();
    };
    const isBroken = faults();
    restart();
    const given = args();
    const unharmed = await hosted(given);
    expect(unharmed).toMatchObject({ code: 0, err: '' });
    const whole = project.files();
    expect(faults()).toEqual([]);
    expect(unharmed.changes.length).toBeGreaterThan(4);
    for (let at = 1; at <= unharmed.changes.length; at++) {
      const what = `${at}: ${unharmed.changes[at - 1]}`;
      restart();
      expect((await hosted(given, { killAt: at })).code, what).toBeNull();
      expect(
        faults().filter((fault) => !isBroken.includes(fault)),
        what,
      ).toEqual([]);
      const again = await hosted(given);
      expect(again.err, what).toBe('');
      expect(again.code, what).toBe(0);
      expect([...project.files()], what).toEqual([...whole]);
    }
  }, 600_000);
});
