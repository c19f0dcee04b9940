import { describe, expect, it } from 'vitest';
import { checkBases, checkChain } from '../../../src/lib/ledger/chain.ts';
import type { Recorded, Revision } from '../../../src/lib/ledger/revision.ts';
import { canonicalText, fileNameOf } from '../../../src/lib/ledger/revision.ts';
import { digestOfRevision } from '../../../src/workspace/ledger.ts';

const subject = 'field-notes/two-switches';
const source = 'a'.repeat(64);

function revision(number: number, previous: string | null, own: Partial<Revision> = {}): Revision {
  return {
    format: 1,
    subject,
    number,
    date: `2014-04-${String(number).padStart(2, '0')}`,
    class: number === 1 ? 'publication' : 'clarification',
    summary: `The state of day ${number}.`,
    source,
    rendered: source,
    uses: {},
    lines: [`title: ${number}`],
    previous,
    ...own,
  };
}

const entry = (own: Revision): Recorded => {
  const digest = digestOfRevision(own);
  return { revision: own, digest, path: `src/content/ledger/${subject}/${fileNameOf(own, digest)}` };
};

/** Three revisions; `change` what is done to one of them before the next follows it. */
function chain(change: (own: Revision) => Revision = (own) => own): readonly Recorded[] {
  const entries: Recorded[] = [];
  for (const number of [1, 2, 3])
    entries.push(entry(change(revision(number, entries.at(-1)?.digest ?? null))));
  return entries;
}

const [one, two, three] = chain() as [Recorded, Recorded, Recorded];
const told = (entries: readonly Recorded[]) =>
  checkChain(subject, entries).map(({ rule, message, hint }) => `${rule}: ${message} ${hint ?? ''}`);

/** The entry with something else in it, under the name that it had. */
const edited = (of: Recorded, own: Partial<Revision>): Recorded => {
  const now = { ...of.revision, lines: [], ...own } as Revision;
  return { revision: now, digest: digestOfRevision(now), path: of.path };
};

describe('a chain of revisions', () => {
  it('holds as it was written', () => {
    expect(told([one, two, three])).toEqual([]);
    expect(told([])).toEqual([]);
  });

  it('tells an entry that was edited, and that the next one follows another', () => {
    expect(told([one, edited(two, { summary: 'Otherwise.' }), three])).toEqual([
      expect.stringMatching(
        /^ledger\/changed-entry: Revision 2 of .* is not what it was when it was written.*`git checkout HEAD -- src\/content\/ledger\/field-notes\/two-switches\/2-/,
      ),
      expect.stringMatching(/^ledger\/changed-entry: Revision 3 of .* follows another revision 2/),
    ]);
  });

  it('tells an entry of which only the name was made anew', () => {
    const now = edited(two, { summary: 'Otherwise.' });
    const renamed = { ...now, path: now.path.replace(/[^/]*$/, fileNameOf(now.revision, now.digest)) };
    expect(told([one, renamed, three])).toEqual([
      expect.stringMatching(/^ledger\/changed-entry: Revision 3 of .* follows another revision 2/),
    ]);
  });

  it('does not tell a chain that was made anew as a whole; that is told by what others have', () => {
    const anew = chain((own) => (own.number === 2 ? { ...own, summary: 'Otherwise.' } : own));
    expect(told(anew)).toEqual([]);
    const entries = new Set([one, two, three].map(({ path }) => path.slice('src/content/'.length)));
    const present = new Set(anew.map(({ path }) => path.slice('src/content/'.length)));
    const found = checkBases([{ name: 'origin/main', entries }], present, 'src/content');
    expect(found.map(({ rule, file, hint }) => [rule, file, hint])).toEqual(
      [two, three].map(({ path }) => [
        'ledger/lost-entry',
        path,
        `Take it back: \`git checkout origin/main -- ${path}\`.`,
      ]),
    );
  });

  it.each<readonly [what: string, entries: readonly Recorded[], missing: number]>([
    ['the first', [two, three], 1],
    ['one between others', [one, three], 2],
  ])('tells %s that is missing', (_, entries, missing) => {
    expect(told(entries)).toEqual([
      expect.stringMatching(new RegExp(`^ledger/lost-entry: Revision ${missing} of .* is missing`)),
    ]);
  });

  it('tells two of one number, with what to do, and nothing of what follows either', () => {
    const twin = entry(revision(2, one.digest, { summary: 'Of another branch.' }));
    const [before, after] = [two, twin].sort((a, b) => (a.path < b.path ? -1 : 1)) as [Recorded, Recorded];
    const [found, ...others] = told([one, before, after, three]);
    const name = before.path.replace(/^.*\//, '').replace('.json', '');
    expect(found).toContain('ledger/two-entries: ');
    expect(found).toContain(`\`npx labworks correct ${subject} --after ${name}\``);
    expect(others).toEqual([]);
  });

  it('tells an entry in the folder of another subject', () => {
    expect(told([entry(revision(1, null, { subject: 'field-notes/three-switches' }))])).toEqual([
      expect.stringMatching(/^ledger\/changed-entry: This is an entry of field-notes\/three-switches/),
    ]);
  });

  it('tells a date before that of the revision before, and a publication that is no first one', () => {
    expect(told(chain((own) => (own.number === 3 ? { ...own, date: '2014-04-01' } : own)))).toEqual([
      expect.stringMatching(
        /^ledger\/entry: Revision 3 of .* is dated 2014-04-01, and revision 2 2014-04-02/,
      ),
    ]);
    expect(told(chain((own) => (own.number === 2 ? { ...own, class: 'publication' } : own)))).toHaveLength(1);
    expect(told(chain((own) => (own.number === 1 ? { ...own, class: 'update' } : own)))).toHaveLength(1);
  });
});

describe('the digest of a revision', () => {
  it('is of what it says, and not of how it is written down', () => {
    const own = revision(1, null, { reporter: { name: 'A', role: 'b' }, uses: { y: source, x: source } });
    const turned = Object.fromEntries(Object.entries(own).reverse()) as unknown as Revision;
    expect(canonicalText(turned)).toBe(canonicalText(own));
    expect(canonicalText(JSON.parse(JSON.stringify(own, null, 4).replaceAll('\n', '\r\n')) as Revision)).toBe(
      canonicalText(own),
    );
  });

  it('changes with every field', () => {
    const own = revision(2, source, {
      severity: 'factual',
      reporter: { name: 'A', role: 'b' },
      debug: 'x',
      release: '1.0.0',
      shows: { a: { number: 1, rendered: source } },
    });
    const digests = Object.keys(own).map((key) => {
      const { [key as keyof Revision]: _, ...without } = own;
      return digestOfRevision(without as Revision);
    });
    expect(new Set([digestOfRevision(own), ...digests]).size).toBe(digests.length + 1);
  });
});
