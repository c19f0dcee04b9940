import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { postOf } from '../../bench/make-posts.ts';
import { copyProject } from '../../tools/copy-project.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import type { BothWays, Step } from './check-both-ways.ts';

// Whatever is kept of an earlier check, what is told is what a check from nothing tells, to the byte; and what has not changed is not read.

const fixture = join(import.meta.dirname, '../fixtures/cli/content');
const at = (path: string) => `src/content/${path}`;
const part1 = at('labworks/bench-part-1.mdx');
const part2 = at('labworks/bench-part-2.mdx');
const lab = at('labs/workbench.yaml');
const note = at('field-notes/note.mdx');
const broken = at('field-notes/broken.mdx');
const textOf = (path: string) => readFileSync(join(fixture, path.slice('src/content/'.length)), 'utf8');

const noteText = `---
title: A note
date: 2020-01-01
summary: It names a lab.
tags: [networking]
lab: workbench
---
Text, and [a link to nowhere](/labworks/99/).

\`\`\`powershell on=srv1
New-VM -Name 'x' -Nme 'y'
Get-NetLbfoTeam -Name '{{team}}'
Invoke-Something -Unknown
\`\`\`

\`\`\`ios on=sw1
configure terminal
interface GigabitEthernet1/0/20
 switchport mode trunk
end
\`\`\`
`;
const targetText = '---\ntitle: A cable\ndate: 2020-01-01\nsummary: Of a cable.\n---\n';
const brokenText = '---\ntitle: Broken\ndat: 2020-01-01\n---\n\n```powershell on=nobody\nGet-Date\n```\n';
const many = Object.fromEntries(
  Array.from({ length: 60 }, (_, number) => [at(`field-notes/many-${number}.mdx`), postOf(number)]),
);

const steps: readonly (Step & { readonly reads?: readonly string[] })[] = [
  {
    name: 'nothing kept',
    write: { [note]: noteText, [broken]: brokenText },
    reads: [broken, note, part1, part2],
  },
  { name: 'nothing changed', reads: [] },
  { name: 'an edit', write: { [note]: `${noteText}\nMore.\n` }, reads: [note] },
  {
    name: 'an edit of a part',
    write: { [part2]: textOf(part2).replace('part: 2\n', 'part: 2\ndraft: true\n') },
    reads: [part1, part2],
  },
  {
    name: 'a value of the lab',
    write: { [lab]: textOf(lab).replace('value: Bench-Team', "value: 'Bench Team'") },
    reads: [note, part1, part2],
  },
  {
    name: 'a port of the lab',
    write: { [lab]: textOf(lab).replaceAll('GigabitEthernet1/0/20', 'GigabitEthernet1/0/19') },
    reads: [note, part1, part2],
  },
  { name: 'a lab that does not hold', write: { [lab]: 'title: 7\n' }, reads: [note, part1, part2] },
  { name: 'no lab', remove: [lab] },
  { name: 'the lab again', write: { [lab]: textOf(lab) }, reads: [note, part1, part2] },
  { name: 'a post less', remove: [broken], reads: [] },
  { name: 'no part 1', remove: [part1], reads: [part2] },
  { name: 'part 1 under another name', write: { [at('labworks/first.mdx')]: textOf(part1) } },
  {
    name: 'two of one part',
    write: { [part1]: textOf(part1) },
    reads: [part1, part2, at('labworks/first.mdx')],
  },
  {
    name: 'a link to a heading',
    write: {
      [at('field-notes/target.mdx')]: `${targetText}\n## The cable\n\nGrey.\n`,
      [at('field-notes/linking.mdx')]: `${targetText}\n[the cable](../target/#the-cable)\n`,
    },
  },
  {
    name: 'the heading is gone',
    write: { [at('field-notes/target.mdx')]: `${targetText}\n## The other cable\n\nBlue.\n` },
    reads: [at('field-notes/target.mdx')],
  },
  { name: 'its post is gone', remove: [at('field-notes/target.mdx')], reads: [] },
  {
    name: 'an address that was published',
    write: { [at('addresses/published.txt')]: '/field-notes/note/\n/field-notes/target/\n' },
    reads: [],
  },
  { name: 'the list is gone', remove: [at('addresses/published.txt')], reads: [] },
  { name: 'the link is gone', remove: [at('field-notes/linking.mdx')], reads: [] },
  {
    name: 'a damaged file',
    write: { '.cache/checks/index.json': 'damaged' },
    reads: [note, part1, part2, at('labworks/first.mdx')],
  },
  { name: 'many posts', write: many },
  { name: 'one edit among many', write: { [at('field-notes/many-7.mdx')]: postOf(99) } },
  { name: 'other tools', write: { 'src/jobs/another.ts': '// Changes the digest of the tools.\n' } },
];

const seen = new Map<string, BothWays>();
const folder = temporaryFolder();
const copy = join(folder, 'project');

function run(list: readonly Step[]): void {
  const file = join(folder, 'steps.json');
  writeFileSync(file, JSON.stringify(list));
  const script = join(import.meta.dirname, 'check-both-ways.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, file],
    { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  expect(status, stderr).toBe(0);
  for (const one of JSON.parse(stdout) as BothWays[]) seen.set(one.name, one);
}

beforeAll(() => {
  copyProject(copy);
  const content = join(copy, 'src/content');
  for (const name of readdirSync(content))
    if (name !== 'evidence') rmSync(join(content, name), { recursive: true });
  cpSync(fixture, content, { recursive: true });
  run(steps);
}, 600_000);

describe.each(steps)('the check after $name', ({ name }) => {
  it('tells what a check from nothing tells', () => {
    const { kept, anew } = seen.get(name)!;
    expect(kept).toEqual(anew);
    expect(anew['json']).toContain('"commands"');
  });
});

it.each(steps.filter(({ reads }) => reads !== undefined))(
  'reads what has changed after $name',
  ({ name, reads }) => {
    expect(seen.get(name)!.read).toEqual([...reads!].sort());
  },
);

describe('a check with kept results', () => {
  it('sees something wrong in these posts', () => {
    const { json = '' } = seen.get('nothing kept')!.anew;
    expect(json).toContain('"severity": "error"');
    expect(json).toContain('"support": "unknown"');
  });

  it('finds who links to what is not there any more, though that post is as it was', () => {
    const toldAfter = (name: string) =>
      /There is no page \/field-notes\/target|has no anchor “the-cable”/.exec(
        seen.get(name)!.kept['json']!,
      )?.[0];
    expect(toldAfter('a link to a heading')).toBeUndefined();
    expect(toldAfter('the heading is gone')).toBe('has no anchor “the-cable”');
    expect(toldAfter('its post is gone')).toBe('There is no page /field-notes/target');
    expect(toldAfter('the link is gone')).toBeUndefined();
  });

  it('tells of an address that was published, and leads nowhere any more', () => {
    const told = (name: string) => /\S+ was published, [^.]+\./.exec(seen.get(name)!.kept['json']!)?.[0];
    expect(told('an address that was published')).toContain(
      '/field-notes/target/ was published, and nothing is there any more.',
    );
    expect(told('the list is gone')).toBeUndefined();
  });

  it('reads one post of many', () => {
    expect(seen.get('one edit among many')!.read).toEqual([at('field-notes/many-7.mdx')]);
  });

  it('finds the commands anew where their files are damaged', () => {
    const commands = join(copy, '.cache/checks/commands');
    const files = readdirSync(commands);
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) writeFileSync(join(commands, file), '[]');
    run([{ name: 'damaged commands' }]);
    const { kept, anew, read } = seen.get('damaged commands')!;
    expect(kept).toEqual(anew);
    expect(read).toEqual([]);
  }, 120_000);
});
