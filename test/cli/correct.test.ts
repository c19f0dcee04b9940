import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Manifest } from '../../src/lib/bundle/manifest.ts';
import type { ReleaseEvent, ReleaseStatus } from '../../src/lib/ledger/releases/status.ts';
import type { Revision } from '../../src/lib/ledger/revision.ts';
import { recordedProject } from './recorded-project.ts';

vi.setConfig({ testTimeout: 120_000 });
const project = recordedProject();
/** In one process; `correct-prompts.test.ts` and others start the command line as a user does. */
const labworks = (...args: readonly string[]) => project.hosted(args);
beforeAll(() => void project.git('branch', '--quiet', '--move', '--force', 'main'));
afterEach(() => project.reset());

const post = 'field-notes/every-kind';
const file = `${post}/index.mdx`;
const secondEntry = /\/2-[0-9a-f]{16}\.json$/;
const last = (subject: string) =>
  JSON.parse(
    readFileSync(join(project.root, 'src/content', project.entriesOf(subject).at(-1)!), 'utf8'),
  ) as Revision;
const correct = (...args: readonly string[]) => labworks('correct', ...args);
const isClean = async () => {
  // What is corrected in a guide is released anew.
  await labworks('release', '51', '--yes');
  const { code, out } = await labworks('check');
  expect(out).toMatch(/^No problems/m);
  expect(code).toBe(0);
};

describe('labworks correct', () => {
  it('records spelling as editorial, and nothing else', async () => {
    project.replace(file, 'does not leak', 'doesn’t leak');
    const args = [post, '--class', 'editorial', '--summary', 'Words.', '--yes'];
    const { code, out } = await correct(...args);
    expect(out).toContain('[-does not -]{+doesn’t +}');
    expect(code).toBe(0);
    expect(project.changed().map((line) => line.slice(0, 2))).toEqual([' M', '??']);
    expect(project.changed()[1]).toMatch(secondEntry);
    expect(last(post)).toMatchObject({ number: 2, class: 'editorial', summary: 'Words.' });
    await isClean();
    expect(await correct(...args)).toMatchObject({ code: 0, out: `${post} is as its revision 2 says.\n` });
    const history = (await labworks('history', post)).out;
    expect(history).toMatch(
      /^Revision 2 {2}\S+ {2}editorial\n {2}Words\.\nRevision 1 {2}2023-03-11 {2}publication\n/,
    );
    expect((await labworks('diff', post, '1..2')).out).toContain('[-does not -]{+doesn’t +}');
  });

  it('refuses to call a change of substance editorial, and writes nothing', async () => {
    project.replace(file, 'Nearly dry.', 'Never dry.');
    const { code, err } = await correct(post, '--class', 'editorial', '--summary', 'Words.', '--yes');
    expect(err).toMatch(/cannot have an editorial revision 2: it is a change of what is denied/);
    expect(code).toBe(1);
    expect(project.changed()).toEqual([` M ${file}`]);
  });

  it('marks a factual correction, begins its Debug File and records both', async () => {
    project.replace(file, 'Water and `show power inline` do not', 'Water and `show power` do never');
    project.replace(file, 'drips: 12', 'drips: 13');
    project.replace(file, '| second | low |', '| second | deep |');
    project.replace(file, 'caption="The tray."', 'caption="The tray, as it was found."');
    project.replace(file, 'title: Every kind', 'title: Each kind');
    const { code, out, err } = await correct(
      ...[post, '--class', 'correction', '--severity', 'factual', '--summary', 'It was 13.'],
      ...['--reporter', 'A reader', '--role', 'of mine', '--yes'],
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('has its revision 2. Written:');
    const text = project.read(file);
    expect(text).toContain(
      '<Correction of="every-kind-2" id="water-and-show">Water and `show power` do never go together.</Correction>',
    );
    expect(text).toContain('>\n\n```yaml title="rain.yaml"');
    expect(text).toContain('| second | <Correction of="every-kind-2" id="deep">deep</Correction> |');
    expect(text).toContain('id="the-tray-as">\n\n<Figure src="tray"');
    expect(project.read('debug/every-kind-2.mdx')).toContain(
      'was: The tray.\n    now: The tray, as it was found.',
    );
    expect(project.read('debug/every-kind-2.mdx')).toContain(
      'corrects:\n  post: field-notes/every-kind\n  revision: 2\n',
    );
    expect(last(post)).toMatchObject({
      class: 'correction',
      severity: 'factual',
      debug: 'every-kind-2',
      reporter: { name: 'A reader', role: 'of mine' },
    });
    expect(last('debug/every-kind-2')).toMatchObject({ number: 1, class: 'publication' });
    await isClean();
  });

  it('records a block of commands that was wrong', async () => {
    project.replace(
      'labworks/shed.mdx',
      "-Path 'D:\\Nightly'\n```",
      "-Path 'D:\\Nightly' -FolderEnumerationMode AccessBased\n```",
    );
    const { code, err } = await correct(
      ...['labworks/shed', '--class', 'correction', '--severity', 'harmful', '--summary', 'Show less.'],
      ...['--reporter', 'A reader', '--yes'],
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(project.read('labworks/shed.mdx')).toContain(
      '<Correction of="shed-3" id="new-smbshare-name">\n\n```powershell on=spade\nNew-SmbShare',
    );
    await isClean();
    // Whoever runs the bundle is told in the same words, and of which revision it is.
    const bundles = join(project.root, 'public/bundles');
    const { log } = JSON.parse(
      readFileSync(join(bundles, 'labworks-51/status.json'), 'utf8'),
    ) as ReleaseStatus;
    const newest = log.at(-1) as ReleaseEvent;
    expect(newest.changes[0]).toBe('Show less.');
    const manifest = JSON.parse(
      readFileSync(join(bundles, newest.zip.replace(/zip$/, 'manifest.json')), 'utf8'),
    ) as Manifest;
    expect(manifest.parts.map(({ revision }) => revision)).toEqual([3]);
  });

  it.each([
    ['clarification', 'a sentence that is new', []],
    ['update', 'a sentence that is new', []],
    ['correction', 'a cosmetic one', ['--severity', 'cosmetic']],
    ['withdrawal', 'one of what is wrong as a whole', []],
  ])('records a %s: %s', async (kind, _, more) => {
    project.replace(file, 'A second box.', 'A second box. It was empty.');
    const { code, err } = await correct(post, '--class', kind, '--summary', 'More.', '--yes', ...more);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(project.changed().map((line) => line.slice(0, 2))).toEqual([' M', '??']);
    expect(last(post)).toMatchObject({ number: 2, class: kind });
    await isClean();
  });

  it('withdraws a post of which nothing has changed', async () => {
    expect(
      (await correct('fail-files/rain', '--withdraw', '--summary', 'It did not rain.', '--yes')).code,
    ).toBe(0);
    expect(last('fail-files/rain')).toMatchObject({ class: 'withdrawal', number: 2 });
    await isClean();
  });

  it('writes the last entry anew until others have it', async () => {
    project.replace(file, 'Close it.', 'Shut it well.');
    const args = [post, '--summary', 'Words.', '--yes'];
    expect((await correct(...args, '--class', 'update')).code).toBe(0);
    const [first] = project.entriesOf(post).slice(1);
    expect((await correct(...args, '--class', 'clarification', '--amend')).code).toBe(0);
    expect(project.entriesOf(post)).toHaveLength(2);
    expect(project.entriesOf(post)[1]).not.toBe(first);
    expect(last(post)).toMatchObject({ number: 2, class: 'clarification' });
    await isClean();
    const refused = await correct('labworks/shed', '--amend', '--class', 'update', '--summary', 'x', '--yes');
    expect(refused.err).toContain(
      'revision 2 of labworks/shed stands in HEAD: others have it, and it stays.',
    );
    expect(refused.code).toBe(1);
  });

  it('records a lab, and says which posts it has changed', async () => {
    project.replace('labs/shed.yaml', 'value: Nightly', 'value: Daily');
    const first = await correct('labs/shed', '--class', 'update', '--summary', 'By day.', '--yes');
    expect(first.code).toBe(0);
    expect(first.out).toContain('Not recorded yet: labworks/shed. `npx labworks correct labworks/shed`');
    expect((await correct('labworks/shed', '--class', 'update', '--summary', 'By day.', '--yes')).code).toBe(
      0,
    );
    await isClean();
  });

  it('does not call a post unrecorded that the same run records', async () => {
    project.replace('labs/shed.yaml', 'value: Nightly', 'value: Weekly');
    const both = await correct('labs/shed', 'labworks/shed', '--class', 'update', '--summary', 'x.', '--yes');
    expect(both.code).toBe(0);
    expect(both.out).toContain('labworks/shed has its revision');
    expect(both.out).not.toContain('Not recorded yet');
    await isClean();
  });

  it('begins the Debug File of a comparison that was wrong, with the fields that were', async () => {
    project.replace('comparisons/drips.yaml', 'bucket: 12', 'bucket: 13');
    const { code, out } = await correct(
      ...['comparisons/drips', '--class', 'correction', '--severity', 'factual'],
      ...['--summary', 'It was 13.', '--reporter', 'A reader', '--yes'],
    );
    expect(code).toBe(0);
    expect(out).toContain('has its revision 2. Written:');
    const debug = project.read('debug/drips-2.mdx');
    expect(debug).toContain('corrects:\n  post: comparisons/drips\n  revision: 2\n');
    expect(debug).toMatch(/was: "rows\.\S+: 12"\n {4}now: "rows\.\S+: 13"/);
    expect(debug).toContain('Drips an hour was wrong, and is corrected in its revision 2.');
    expect(last('comparisons/drips')).toMatchObject({ number: 2, severity: 'factual', debug: 'drips-2' });
    for (const [, user] of out.matchAll(/labworks correct ([\w/-]+)`/g))
      await correct(user!, '--class', 'update', '--summary', 'Its table says 13.', '--yes');
    await isClean();
    // A figure that never stood there is told.
    project.replace('debug/drips-2.mdx', ': 12"', ': 11"');
    expect((await labworks('check')).out).toContain('[ledger/unknown-words]');
  });

  it.each<readonly [what: string, args: readonly string[], problem: RegExp, code: number]>([
    ['what is not given', ['--yes'], /give .*--class.*--summary.* as well/, 1],
    ['a class that is none', ['--class', 'typo'], /--class/, 2],
    [
      'a severity of what is no correction',
      ['--class', 'update', '--severity', 'factual', '--summary', 'x', '--yes'],
      /--severity is said of a correction, and this is an update/,
      1,
    ],
    [
      'a summary of two lines',
      ['--class', 'update', '--summary', 'a\nb', '--yes'],
      /the summary cannot be taken/,
      1,
    ],
    [
      'a day that there is not',
      ['--class', 'update', '--summary', 'a', '--date', '2023-13-40', '--yes'],
      /the date cannot be taken/,
      1,
    ],
    [
      'a day before the last revision',
      ['--class', 'update', '--summary', 'a', '--date', '2001-01-01', '--yes'],
      /cannot be dated 2001-01-01/,
      1,
    ],
    [
      'a Debug File elsewhere',
      [
        '--class',
        'correction',
        '--severity',
        'factual',
        '--summary',
        'a',
        '--reporter',
        'b',
        '--debug',
        '../../x',
        '--yes',
      ],
      /the debug cannot be taken/,
      1,
    ],
  ])('refuses %s, and writes nothing', async (_, args, problem, code) => {
    project.replace(file, 'A second box.', 'A third box.');
    const outcome = await correct(post, ...args);
    expect(outcome.err).toMatch(problem);
    expect(outcome.code).toBe(code);
    expect(project.changed()).toEqual([` M ${file}`]);
  });

  it('says of what is not there, or not recorded, what to do', async () => {
    expect(await correct('field-notes/every-kid', '--yes')).toMatchObject({
      code: 2,
      err: expect.stringContaining('field-notes/every-kind'),
    });
    project.write('field-notes/new.mdx', '---\ntitle: New\ndate: 2023-01-01\nsummary: New.\n---\n\nNew.\n');
    expect(await correct('field-notes/new', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('npx labworks publish field-notes/new'),
    });
    expect((await labworks('history', 'field-notes/new')).code).toBe(2);
    expect(await labworks('diff', post, '1..7')).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no revision 7'),
    });
    expect((await labworks('diff', post, 'x')).code).toBe(2);
  });
});

describe('two authors', () => {
  /** Commits a correction on a branch of its own. */
  const branch = async (name: string, subject: string, path: string, from: string, to: string) => {
    project.git('checkout', '--quiet', '-b', name, 'main');
    project.replace(path, from, to);
    const args = ['--class', 'update', '--summary', `On ${name}.`, '--yes'];
    expect((await correct(subject, ...args)).code).toBe(0);
    project.git('add', 'src/content');
    project.git('commit', '--quiet', '-m', name);
  };
  afterEach(() => {
    project.git('reset', '--quiet', '--hard');
    project.git('checkout', '--quiet', '--force', 'main');
    for (const name of project.git('branch', '--format=%(refname:short)').split('\n'))
      if (name !== '' && name !== 'main') project.git('branch', '--quiet', '-D', name);
  });

  it('may each correct a post on a branch of their own, and merge', async () => {
    await branch('rain', 'fail-files/rain', 'fail-files/rain.mdx', 'It dripped.', 'It dripped and dripped.');
    await branch('kinds', post, file, 'A second box.', 'A box of nails.');
    project.git('merge', '--quiet', '--no-edit', 'rain');
    const { out, code } = await labworks('check', '--base', 'main');
    expect(out).toMatch(/^No problems/m);
    expect(code).toBe(0);
    expect([last('fail-files/rain').number, last(post).number]).toEqual([2, 2]);
  });

  it('are told what to do where both have corrected one post, and it can be merged', async () => {
    await branch('one', post, file, 'A second box.', 'A box of nails.');
    await branch('two', post, file, 'What fell.', 'What fell down.');
    project.git('merge', '--quiet', '--no-edit', 'one');
    const told = await labworks('check');
    expect(told.code).toBe(1);
    const [, after = ''] = /npx labworks correct field-notes\/every-kind --after (\S+)`/.exec(told.out) ?? [];
    expect(after).toMatch(/^2-/);
    const done = await correct(post, '--after', after, '--class', 'update', '--summary', 'Both.', '--yes');
    expect(done.err).toBe('');
    expect(done.code).toBe(0);
    expect(last(post)).toMatchObject({ number: 3 });
    const { out, code } = await labworks('check', '--base', 'main');
    expect(out).toMatch(/^No problems/m);
    expect(code).toBe(0);
  });

  it('are told what to do where the post itself cannot be merged', async () => {
    await branch('one', post, file, 'A second box.', 'A box of nails.');
    await branch('two', post, file, 'A second box.', 'A box of screws.');
    expect(() => project.git('merge', '--quiet', '--no-edit', 'one')).toThrow('CONFLICT');
    const told = await labworks('check');
    expect(told.code).toBe(1);
    expect(told.out).toContain('a merge that was not finished');
    const early = await correct(post, '--class', 'update', '--summary', 'Both.', '--yes');
    expect(early.code).not.toBe(0);
    expect(early.err).toContain('is there, and cannot be read: `npx labworks check` says why.');
    expect(told.out).not.toContain('ledger/lost-post');
    const text = project.read(file);
    project.write(file, text.replace(/<{7} .*\n[\s\S]*?>{7} .*\n/, 'A box of nails and screws.\n'));
    const [, after = ''] = /--after (\S+)`/.exec((await labworks('check')).out) ?? [];
    const done = await correct(post, '--after', after, '--class', 'update', '--summary', 'Both.', '--yes');
    expect(done.err).toBe('');
    expect((await labworks('check')).out).toMatch(/^No problems/m);
  });

  it('may have Windows line ends in all that is checked out', async () => {
    project.git('config', 'core.autocrlf', 'true');
    try {
      project.git('rm', '--quiet', '-r', '--cached', '.');
      project.git('reset', '--quiet', '--hard');
      expect(project.read(file)).toContain('\r\n');
      expect(project.read(project.entriesOf(post)[0]!)).toContain('\r\n');
      expect((await labworks('check', '--base', 'main')).out).toMatch(/^No problems/m);
      project.replace(file, 'drips: 12', 'drips: 13');
      const args = ['--class', 'correction', '--severity', 'factual', '--reporter', 'A reader', '--yes'];
      expect((await correct(post, ...args, '--summary', 'It was 13.')).err).toBe('');
      expect(project.read(file).replaceAll('\r\n', '')).not.toContain('\n');
      project.git('add', 'src/content');
      project.git('commit', '--quiet', '-m', 'Correct');
      const { out, code } = await labworks('check', '--base', 'HEAD');
      expect(out).toMatch(/^No problems/m);
      expect(code).toBe(0);
    } finally {
      project.git('reset', '--quiet', '--soft', 'main@{0}');
      project.git('config', '--unset', 'core.autocrlf');
    }
  });
});

describe('labworks publish', () => {
  it('records what is new, once', async () => {
    project.write('field-notes/new.mdx', '---\ntitle: New\ndate: 2023-01-01\nsummary: New.\n---\n\nNew.\n');
    project.write(
      'field-notes/later.mdx',
      '---\ntitle: Later\ndate: 2023-01-01\ndraft: true\nsummary: x\n---\n\nNew.\n',
    );
    expect((await labworks('publish', 'field-notes/new')).out).toMatch(
      /^field-notes\/new: revision 1, publication of 2023-01-01/,
    );
    expect((await labworks('publish', '--all')).out).toBe('All that is published is recorded.\n');
    expect((await labworks('publish', 'field-notes/new')).out).toContain('is recorded already');
    expect(await labworks('publish', 'field-notes/later')).toMatchObject({
      code: 1,
      err: expect.stringContaining('it is a draft'),
    });
    expect(await labworks('publish')).toMatchObject({ code: 2 });
    expect((await labworks('publish', '--program', '--summary', 'x')).out).toContain(
      'shows all that is recorded as it did',
    );
  });

  it('does not record what shows a picture that is not there', async () => {
    project.write(
      'field-notes/new.mdx',
      '---\ntitle: New\ndate: 2023-01-01\nsummary: New.\n---\n\n<Figure src="nowhere" alt="A." />\n',
    );
    const { code, err } = await labworks('publish', 'field-notes/new');
    expect(err).toContain('it shows figures/nowhere, which is not there');
    expect(code).toBe(1);
  });
});
