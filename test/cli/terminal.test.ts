import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labworks } from './run-cli.ts';

// Texts and names that would act on a terminal: clear it, ring, go back on the line, colour, turn the direction.
const attack = '\u001b[2J\u001b[31m\u0007\r\u009b2J\u202e\u0008';
const name = `a${attack}\nb`;
const post = `---
title: "Title \\x1b[2J \\x9b2J"
date: 2020-01-01
summary: 'A ${attack} summary.'
nobody${attack}: 1
---
Words ${attack}.

\`\`\`powershell platform=windows-server-2016
New-VM${attack} -Nme 'a${attack}'
\`\`\`
`;
const config = `hostname a${attack}b\nbanner motd #${attack}#\nsho${attack}\ninterface vlan 1${attack}\n description ${attack}x\n`;

let folder = '';
const paths: Record<string, string> = {};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'labworks-terminal-'));
  mkdirSync(join(folder, 'figures'));
  const write = (kind: string, file: string, text: string) => {
    paths[kind] = join(folder, file);
    writeFileSync(paths[kind], text);
  };
  // Windows has no such names.
  const named = process.platform === 'win32' ? 'a' : name;
  write('post', `${named}.mdx`, post);
  write('config', `${named}.ios`, config);
  write('script', `${named}.ps1`, `New-VM${attack} -Nme 'a${attack}'\nWrite-Host "${attack}`);
  write('figure', `figures/${named}.svg`, `<svg><script${attack}/></svg>`);
  write('broken', `${named}-utf16.ios`, '');
  writeFileSync(paths['broken']!, Buffer.from([0xff, 0xfe, 0x00]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ios = ['--platform', 'catalyst-2960s'];
const server = ['--platform', 'windows-server-2016'];

/** Commands, by what they are given: a name of `paths`, or of no file. */
interface Run {
  readonly title: string;
  readonly args: () => readonly string[];
  readonly input?: string;
}

const commands: readonly Run[] = [
  { title: 'check', args: () => ['check', folder] },
  { title: 'check as JSON', args: () => ['check', folder, '--format', 'json'] },
  { title: 'check as SARIF', args: () => ['check', folder, '--format', 'sarif'] },
  { title: 'check for GitHub', args: () => ['check', folder, '--format', 'github'] },
  { title: 'check of facts', args: () => ['check', '--facts', `${folder}/none${name}`] },
  { title: 'check of standard input', args: () => ['check', '--stdin', '--dialect', 'ios'], input: config },
  {
    title: 'simulate',
    args: () => ['simulate', folder, ...ios, '--show', 'show running-config', '--show', `show ${attack}`],
  },
  {
    title: 'simulate as JSON',
    args: () => ['simulate', folder, ...ios, '--format', 'json', '--show', `show ${attack}`],
  },
  { title: 'simulate of a session', args: () => ['simulate', paths['config']!, ...ios, '--as', 'session'] },
  {
    title: 'console',
    args: () => ['console', ...ios],
    input: `conf t\n${config}\nend\nshow running-config\n${attack}?\n`,
  },
  { title: 'console of a lab', args: () => ['console', '--lab', attack] },
  { title: 'explain', args: () => ['explain', `New-VM -Name 'a${attack}' ${attack}`, ...server] },
  {
    title: 'explain as JSON',
    args: () => ['explain', `New-VM -Name 'a${attack}' ${attack}`, ...server, '--format', 'json'],
  },
  { title: 'explain of a rule', args: () => ['explain', attack] },
  { title: 'bundle', args: () => ['bundle', attack] },
  { title: 'an option', args: () => ['check', `--${attack}`] },
  { title: 'a command', args: () => [attack] },
];

/** What a terminal would act on, by its code. */
const actingIn = (text: string) =>
  [...text.matchAll(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu)].map(([one]) =>
    one.codePointAt(0)!.toString(16),
  );

describe('what the command line prints', () => {
  it.each(commands)('has nothing in it that a terminal acts on: $title', ({ args, input }) => {
    const { out, err } = labworks(args(), input);
    expect({ out: actingIn(out), err: actingIn(err) }).toEqual({ out: [], err: [] });
    expect(out + err).not.toBe('');
    // The name of a file stays on its line.
    expect(out + err).not.toMatch(/^b[.-]/m);
  });

  it.each(commands.filter(({ title }) => /^(?:check|simulate|console|explain)$/.test(title)))(
    'has no colours but our own: $title',
    ({ args, input }) => {
      const { out, err } = labworks(args(), input, undefined, { NO_COLOR: undefined, FORCE_COLOR: '1' });
      const ours = /\u001b\[(?:1|2|22|31|33|34|36|39)m/g;
      expect(`${out}${err}`).toMatch(ours);
      expect(actingIn(`${out}${err}`.replace(ours, ''))).toEqual([]);
      // `ESC [31m` is in every text that is read, before BEL.
      expect(`${out}${err}`).not.toMatch(/\u001b\[31m‹/);
    },
  );
});
