import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LockOptions } from '../../src/workspace/folder-lock.ts';
import { takeLock } from '../../src/workspace/folder-lock.ts';
import { projectRoot } from '../../src/workspace/paths.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const root = temporaryFolder();
let count = 0;
let folder: string;
beforeEach(() => (folder = join(root, `case-${(count += 1)}`, 'lock')));

const names = () => readdirSync(folder);
const script = (body: string) => `
  const { takeLock } = await import(${JSON.stringify(pathToFileURL(join(projectRoot, 'src/workspace/folder-lock.ts')).href)});
  const folder = ${JSON.stringify(folder)};
  ${body}`;
/** A process of its own that runs the script. */
const node = (body: string) => ['--input-type=module', '-e', script(body)];
const run = (body: string) => spawnSync(process.execPath, node(body), { encoding: 'utf8' });
/** True where the lock can be taken at once, or after `options.patience`. */
async function isFree(options: LockOptions = {}): Promise<boolean> {
  const waited = vi.fn();
  (await takeLock(folder, { ...options, onWait: waited }))();
  return waited.mock.calls.length === 0;
}

describe('the lock of a folder', () => {
  it('is one at a time, says who has it and since when, and is free when released', async () => {
    const release = await takeLock(folder);
    const onWait = vi.fn();
    let taken = false;
    const second = takeLock(folder, { onWait }).then((releaseSecond) => ((taken = true), releaseSecond));
    await vi.waitFor(() => expect(onWait).toHaveBeenCalled());
    expect(onWait).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ pid: process.pid, since: expect.any(Date) as Date }),
    );
    expect(taken).toBe(false);
    release();
    (await second)();
    expect(names()).toEqual([]);
  });

  it('is held by one of many processes at any moment', async () => {
    writeFiles(folder, { '../log': '' });
    const body = `
      const { appendFileSync } = await import('node:fs');
      const release = await takeLock(folder);
      appendFileSync(folder + '/../log', '<');
      await new Promise((done) => setTimeout(done, 20));
      appendFileSync(folder + '/../log', '>');
      release();`;
    const ended = Array.from({ length: 5 }, () => spawn(process.execPath, node(body))).map(
      (child) => new Promise((done) => child.on('exit', done)),
    );
    expect(await Promise.all(ended)).toEqual([0, 0, 0, 0, 0]);
    expect(readFileSync(join(folder, '../log'), 'utf8')).toBe('<>'.repeat(5));
  });

  it('ends with the process that has it, which it does not keep running', () => {
    expect(run('await takeLock(folder);').status).toBe(0);
    expect(names()).toEqual([]);
  });

  it('of a process that was killed is taken at once, and nothing of it stays', async () => {
    run("await takeLock(folder); process.kill(process.pid, 'SIGKILL');");
    expect(names()).toHaveLength(1);
    expect(await isFree()).toBe(true);
    expect(names()).toEqual([]);
  });

  it('of a build before that had the process id of this one is taken at once', async () => {
    (await takeLock(folder))();
    const machine = await machineOf();
    writeFiles(folder, { [`${process.pid}-1700000000000-${machine}-0123456789ab`]: '' });
    expect(await isFree()).toBe(true);
  });

  it('is taken where its owner is silent: the process id is of another process now, or of another machine', async () => {
    writeFiles(folder, {
      [`${process.ppid}-1700000000000-${await machineOf()}-0123456789ab`]: '',
      '1-1700000000000-elsewher-0123456789ab': '',
    });
    const started = performance.now();
    expect(await isFree({ patience: 300 })).toBe(false);
    expect(performance.now() - started).toBeGreaterThan(300);
    expect(names()).toEqual([]);
  });

  it('is not taken from an owner on another machine that shows signs of life', async () => {
    const name = '1-1700000000000-elsewher-0123456789ab';
    writeFiles(folder, { [name]: '' });
    const beating = setInterval(() => utimesSync(join(folder, name), new Date(), new Date()), 20);
    let taken = false;
    const waiting = takeLock(folder, { patience: 600 }).then((release) => ((taken = true), release));
    await new Promise((done) => setTimeout(done, 1500));
    expect(taken).toBe(false);
    clearInterval(beating);
    (await waiting)();
  });

  it('that was taken from an owner who was stopped is told to that owner', async () => {
    const onLost = vi.fn();
    await takeLock(folder, { onLost, heartbeat: 20 });
    for (const name of names()) rmSync(join(folder, name));
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce());
  });

  it('passes over files that are none of its own, and a file where its folder should be', async () => {
    writeFiles(root, { [`case-${count}/lock`]: 'a file' });
    expect(await isFree()).toBe(true);
    writeFileSync(join(folder, '.DS_Store'), '');
    expect(await isFree()).toBe(true);
  });
});

/** How this machine is named in the files of a lock. */
async function machineOf(): Promise<string> {
  const release = await takeLock(folder);
  const machine = names()
    .find((name) => name.startsWith(`${process.pid}-`))!
    .split('-')[2]!;
  release();
  return machine;
}
