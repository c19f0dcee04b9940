import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { recordedProject } from './recorded-project.ts';

// A person at a terminal: `script` of util-linux gives the command one, and what is typed comes after each question.

vi.setConfig({ testTimeout: 120_000 });

const hasTerminal =
  process.platform === 'linux' &&
  /util-linux/.test(spawnSync('script', ['--version']).stdout?.toString() ?? '');
if (!hasTerminal) console.log('skipped: no `script` of util-linux is here to make a terminal with');

const project = recordedProject();
const post = 'field-notes/every-kind';

/** Types each answer when its question stands there; all that was printed, and the exit code. */
function typed(
  args: string,
  answers: readonly (readonly [question: RegExp, answer: string])[],
  killedAt?: RegExp,
) {
  return new Promise<{ readonly out: string; readonly code: number | null }>((done) => {
    const command = `"${process.execPath}" src/cli/main.ts ${args}`;
    const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      cwd: project.root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, TERM: 'dumb' },
      // A group of its own, which can be killed as a whole.
      detached: true,
    });
    let out = '';
    let seen = 0;
    const left = [...answers];
    child.stdout.on('data', (chunk: Buffer) => {
      out += String(chunk);
      if (killedAt?.test(out)) return void process.kill(-child.pid!, 'SIGKILL');
      const [next] = left;
      if (!next?.[0].test(out.slice(seen))) return;
      left.shift();
      seen = out.length;
      child.stdin.write(`${next[1]}\r`);
    });
    child.on('close', (code) => done({ out: out.replaceAll('\r', ''), code }));
  });
}

describe.skipIf(!hasTerminal)('labworks correct at a terminal', () => {
  it('asks for what is not given, and writes a correction that the check is content with', async () => {
    project.replace(`${post}/index.mdx`, 'Nearly dry.', 'Never dry.');
    const { out, code } = await typed(`correct ${post}`, [
      [/What is it\? \(.*\) \[correction\]/, ''],
      [/How bad was it/, 'quite'],
      [/How bad was it/, 'f'],
      [/What do changelogs say/, 'It is never dry.'],
      [/Who has told of it\?/, 'A neighbour'],
      [/Record it\?/, 'y'],
    ]);
    expect(out).toContain('“quite” is none of cosmetic, factual, harmful.');
    expect(out).toContain(`${post} has its revision 2.`);
    expect(code).toBe(0);
    const entry = project.entriesOf(post).at(-1)!;
    expect(JSON.parse(readFileSync(join(project.root, 'src/content', entry), 'utf8'))).toMatchObject({
      number: 2,
      class: 'correction',
      severity: 'factual',
      summary: 'It is never dry.',
      reporter: { name: 'A neighbour' },
    });
    expect(project.labworks('check').out).toMatch(/^No problems/m);
    project.reset();
  });

  it('writes nothing where somebody says no', async () => {
    project.replace(`${post}/index.mdx`, 'Nearly dry.', 'Never dry.');
    const { out, code } = await typed(`correct ${post} --class update --summary "Never."`, [
      [/Record it\?/, 'n'],
    ]);
    expect(out).toContain('nothing was written');
    expect(code).toBe(1);
    expect(project.entriesOf(post)).toHaveLength(1);
    project.reset();
  });
});

describe.skipIf(!hasTerminal)('labworks new at a terminal', () => {
  const path = 'field-notes/two-switches.mdx';
  const written = () => project.files().get(path);

  it('asks for what is not given, and begins a post that the check is content with', async () => {
    const { out, code } = await typed('new', [
      [/What do you begin\?/, 'poem'],
      [/What do you begin\?/, 'field'],
      [/What is its title\?/, ''],
      [/What is its title\?/, 'Two switches'],
    ]);
    expect(out).toContain('“poem” is none of');
    expect(out).toContain(`${path} is begun.`);
    expect(out).toContain('Next: ');
    expect(code).toBe(0);
    expect(written()).toContain('title: Two switches');
    expect(project.labworks('check').out).toMatch(/^No problems/m);
    project.reset();
  });

  it('has written nothing when it is killed at a question or left, and begins anew after it', async () => {
    await typed('new field-notes', [], /What is its title\?/);
    expect(project.changed()).toEqual([]);
    const left = await typed('new field-notes', [[/What is its title\?/, '\u0004\u0004']]);
    expect(left.code).not.toBe(0);
    expect(project.changed()).toEqual([]);
    const { code } = await typed('new field-notes', [[/What is its title\?/, 'Two switches']]);
    expect(code).toBe(0);
    expect(written()).toContain('title: Two switches');
    project.reset();
  });
});
