import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseStatus } from '../../src/lib/ledger/releases/status.ts';
import { takeLock } from '../../src/workspace/folder-lock.ts';
import { labworks, spoil, workshopProject } from './run-cli.ts';

// The whole way of a release, from the first one to one that is yanked, in one project whose states follow each other.

const project = workshopProject();
const content = join(project, 'src/content');
const bundles = join(project, 'public/bundles');
const part2 = join(content, 'labworks/converged-switching-part-2.mdx');
const run = (...args: readonly string[]) => labworks(args, '', project, {}, project);
const git = (...args: readonly string[]) =>
  spawnSync('git', ['-C', project, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);
const status = () =>
  JSON.parse(readFileSync(join(bundles, 'labworks-2/status.json'), 'utf8')) as ReleaseStatus;
const textOf = (zip: string, path: string) =>
  new TextDecoder().decode(unzipSync(readFileSync(join(bundles, zip)))[path]);

beforeAll(() => {
  rmSync(join(content, 'ledger'), { recursive: true, force: true });
  git('init', '-q');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('npx labworks release', () => {
  it('says what it would do, and does nothing, where it is asked to', () => {
    const { code, out } = run('release', '2', '--dry-run');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Labworks 2, release 1\.0\.0: the first one\.$/m),
    ]);
    expect(run('release', '2')).toMatchObject({ code: 2, err: expect.stringContaining('Give --yes.') });
    expect(() => readdirSync(bundles)).toThrow();
  });

  it('makes the first release, and has nothing to do after it', () => {
    expect(run('release', '2', '--yes', '--date', '2014-04-21').code).toBe(0);
    expect(readdirSync(bundles).sort()).toEqual([
      'labworks-2',
      'labworks-2-1.0.0.manifest.json',
      'labworks-2-1.0.0.zip',
    ]);
    expect(status()).toMatchObject({
      newest: '1.0.0',
      log: [{ date: '2014-04-21', changes: ['The first release.'] }],
    });
    expect(run('release', '2', '--yes').out).toContain('there is nothing to release');
    expect(run('check').out).toMatch(/^No problems in /m);
    git('add', '-A');
    git('commit', '-qm', 'Release');
  });

  it('finds a change of what a step runs, and makes it a major release', () => {
    spoil(part2, 'New-VMSwitch -Name', 'New-VMSwitch -Notes "of two" -Name');
    const checked = run('check');
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('error[release/changed]');
    expect(checked.out).toContain('`npx labworks release 2`');
    const { code, out } = run('release', '2', '--yes', '--change', 'The switch has notes.');
    expect(code).toBe(0);
    expect(out).toContain('Labworks 2, release 2.0.0, after 1.0.0 of 2014-04-21.');
    expect(out).toMatch(/^ {2}major {2}Step 2:6 changes what its apply script runs on /m);
    expect(out).toMatch(/^ +\+ New-VMSwitch -Notes/m);
    expect(textOf('labworks-2-2.0.0.zip', 'CHANGELOG.md')).toMatch(
      /## 2\.0\.0 \(.*\)\r\n\r\n- The switch has notes\.\r\n\r\n## 1\.0\.0 \(2014-04-21\)/,
    );
    expect(textOf('labworks-2-2.0.0.zip', 'README.md')).toContain(
      "/labworks-2/status.json).versions.'2.0.0'",
    );
    expect(status().versions['1.0.0']).toMatchObject({ status: 'superseded', by: '2.0.0' });
    expect(run('check').out).toMatch(/^No problems in /m);
  });

  it('makes a change of words a patch, and more than that where it is told to', () => {
    spoil(part2, 'series: ', 'series: The ');
    spoil(part2.replace('part-2', 'part-1'), 'series: ', 'series: The ');
    expect(run('release', '2', '--dry-run').out).toContain('release 2.0.1, after 2.0.0');
    expect(run('release', '2', '--dry-run', '--as', 'minor').out).toContain('release 2.1.0, after 2.0.0');
    expect(run('release', '2', '--yes').code).toBe(0);
    expect(status().newest).toBe('2.0.1');
  });

  it('finishes what was broken off, and releases nothing where what was released is not as it was', () => {
    const stray = join(bundles, 'labworks-2-2.0.2.zip.1234');
    writeFileSync(stray, 'half');
    expect(run('check').out).toContain('error[release/unfinished]');
    expect(run('release', '2', '--yes').code).toBe(0);
    expect(readdirSync(bundles)).not.toContain('labworks-2-2.0.2.zip.1234');
    const zip = join(bundles, 'labworks-2-1.0.0.zip');
    const bytes = readFileSync(zip);
    writeFileSync(zip, Buffer.concat([bytes, Buffer.from([0])]));
    expect(run('check').out).toMatch(
      /error\[release\/file\]: labworks-2-1\.0\.0\.zip of release 1\.0\.0 has the SHA-256/,
    );
    expect(run('release', '2', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not as it was'),
    });
    writeFileSync(zip, bytes);
  });

  it.each([
    ['release', '2', '--yes'],
    ['publish', '--all'],
    ['correct', 'labworks/converged-switching-part-2', '--yes'],
  ])('%s waits for another that is under way', async (...command) => {
    const end = await takeLock(join(project, '.cache/records-lock'));
    const args = [join(project, 'src/cli/main.ts'), ...command];
    const child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, NO_COLOR: '1' } });
    const told = new Promise<string>((done) => child.stderr.once('data', (data) => done(String(data))));
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    expect(await told).toContain(`in process ${process.pid}; this one waits for it.`);
    expect(child.exitCode).toBeNull();
    end();
    expect(await ended).toBe(0);
  });

  it('yanks a release for a reason that a Debug File explains, for good', () => {
    const yank = ['release', '2', '--yank', '1.0.0', '--yes', '--reason', 'It takes the wrong team.'];
    expect(run(...yank)).toMatchObject({ code: 2, err: expect.stringContaining('--debug') });
    expect(run(...yank, '--debug', 'wrong-team')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such post'),
    });
    mkdirSync(join(content, 'debug'), { recursive: true });
    writeFileSync(
      join(content, 'debug/wrong-team.mdx'),
      `---
title: The wrong team
date: 2014-04-22
summary: It took whichever team came first.
corrects: { post: labworks/converged-switching-part-2, revision: 2 }
class: clarification
severity: harmful
reportedBy: { name: A reader }
entry: It took the wrong team.
changes: [{ id: team, was: The first team., now: The team by its name. }]
---

It did.
`,
    );
    expect(run(...yank, '--debug', 'wrong-team').code).toBe(0);
    expect(status().versions['1.0.0']).toMatchObject({
      status: 'yanked',
      reason: 'It takes the wrong team.',
      debug: '/debug/wrong-team/',
    });
    expect(run(...yank, '--debug', 'wrong-team')).toMatchObject({
      code: 2,
      err: expect.stringContaining('yanked twice'),
    });
    expect(run('release', '2', '--unyank', '1.0.0')).toMatchObject({
      code: 2,
      err: expect.stringContaining('stays so'),
    });
    expect(readdirSync(bundles)).toContain('labworks-2-1.0.0.zip');
  });

  it('says what those have to do who ran a release', () => {
    const remedy = ['release', '2', '--remedy', '1.0.0', '--yes'];
    expect(run(...remedy)).toMatchObject({ code: 2, err: expect.stringContaining('--text') });
    expect(run('release', '2', '--remedy', '9.9.9', '--text', 'Look.', '--yes')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no release 9.9.9'),
    });
    expect(run(...remedy, '--text', 'Ask which team it stands on.').code).toBe(0);
    expect(status().versions['1.0.0']).toMatchObject({
      status: 'yanked',
      remedy: 'Ask which team it stands on.',
    });
  });

  it('is held to what git knows, also where all that was released is made anew', () => {
    rmSync(bundles, { recursive: true });
    expect(run('check').out).toContain(
      'error[release/status]: This file stands in HEAD and is not there any more',
    );
    expect(run('release', '2', '--yes').code).toBe(1);
    expect(run('check', '--base', 'HEAD').code).toBe(1);
  });
}, 120_000);
