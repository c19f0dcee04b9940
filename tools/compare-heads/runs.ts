import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Inputs } from './inputs.ts';
import { textsIn } from './inputs.ts';
import { powershellPlatforms, switchPlatforms } from './platforms.ts';

// What the command line of both checkouts is asked. A run takes many files, since most of a short one is the start.

export const sections = [
  'usage',
  'check',
  'fix',
  'update',
  'simulate',
  'console',
  'explain',
  'bundle',
  'compat',
] as const;
export type Section = (typeof sections)[number];

export interface Run {
  readonly args: readonly string[];
  /** What it reads from a pipe. */
  readonly stdin?: string;
  /** Tells this run from others with the same arguments, or stands for an argument that is too long to print. */
  readonly label?: string;
  /** Folders of the inputs that are copied for it to write in; what lies in its folder afterwards is compared. */
  readonly copies?: readonly string[];
  /** It must print a report about at least one file, else what follows proves nothing. */
  readonly reports?: true;
}

/** All that lies in content trees: as it was written, and with mistakes. */
const written = ['content', 'fixtures', 'rules'];
const posts = [...written, 'spoilt'];
const brokenLabs = [1, 2, 3].map((index) => `broken-labs/${index}/labworks`);
const taste = ['--rule', 'powershell/positional-argument'];
const shows = [
  'show running-config',
  'show startup-config',
  'show vlan',
  'show vlan brief',
  'show interfaces status',
  'show interfaces trunk',
  'show interfaces switchport',
  'show etherchannel summary',
  'show spanning-tree',
  'show system mtu',
  'show ports jumbo-frame',
  'show boot',
  'show version',
  'show run | include vlan',
  'show nonsense',
].flatMap((show) => ['--show', show]);

export function runsOf(section: Section, inputs: Inputs): readonly Run[] {
  switch (section) {
    case 'usage':
      return usage.map((args) => ({ args }));
    case 'check':
      return checks(inputs);
    case 'fix':
      return [
        { args: ['check', '--fix', 'fixtures', 'rules', 'spoilt'], copies: posts },
        ...(['windows-server-2012-r2', 'powershell-7'] as const).map((platform) => ({
          args: ['check', '--fix', 'powershell', '--platform', platform, '--format', 'json', ...taste],
          copies: ['powershell'],
          reports: true as const,
        })),
        { args: ['check', '--fix', 'ios', '--platform', 'sg300'], copies: ['ios'] },
        { args: ['check', '--fix', 'protected'], copies: ['protected'] },
        ...stdinRuns(['--fix']),
      ];
    case 'update':
      return [
        { args: ['check', '--update', 'content', 'fixtures', 'spoilt'], copies: posts },
        {
          args: ['check', '--update', '--fix', 'fixtures', '--format', 'json'],
          copies: posts,
          reports: true,
        },
      ];
    case 'simulate':
      return switchPlatforms.flatMap((platform): Run[] => [
        { args: ['simulate', 'ios', '--platform', platform, '--format', 'json', ...shows], reports: true },
        {
          args: ['simulate', 'ios', '--platform', platform, '--as', 'session', '--mode', 'config', ...shows],
        },
        { args: ['simulate', 'ios', '--platform', platform, '--as', 'config', '--format', 'json'] },
      ]);
    case 'console':
      return consoles(inputs);
    case 'explain':
      return explanations(inputs);
    case 'bundle':
      return inputs.labworks.flatMap((number): Run[] => [
        { args: ['bundle', number, '--list'] },
        {
          args: ['bundle', number, '--list', '--out', 'out', '--unpack'],
          label: `bundle ${number}`,
          copies: [],
        },
      ]);
    case 'compat':
      return inputs.labworks.flatMap((number): Run[] => [
        { args: ['compat', number] },
        { args: ['compat', number, '--format', 'json'] },
      ]);
  }
}

const formats = ['sarif', 'github', 'pretty'];

function checks({ folder }: Inputs): Run[] {
  const facts = textsIn(folder, /^fixtures\/facts\/.*\.json$/).map(({ name }) => name);
  return [
    { args: ['check'] },
    ...['json', ...formats].map((format) => ({ args: ['check', '--format', format, ...brokenLabs] })),
    { args: ['check', '--format', 'json', ...posts], reports: true },
    { args: ['check', ...posts] },
    // Another form of the same diagnostics.
    ...['sarif', 'github'].map((format) => ({ args: ['check', '--format', format, ...written] })),
    ...powershellPlatforms.map((platform) => ({
      args: ['check', 'powershell', '--platform', platform, '--format', 'json', ...taste],
      reports: true as const,
    })),
    ...formats.map((format) => ({ args: ['check', 'powershell', '--format', format] })),
    ...switchPlatforms.map((platform) => ({
      args: ['check', 'ios', '--platform', platform, '--format', 'json'],
      reports: true as const,
    })),
    ...formats.map((format) => ({ args: ['check', 'ios', '--platform', 'generic-ios', '--format', format] })),
    ...facts.map((file) => ({
      args: ['check', 'powershell/blocks', '--facts', file, '--platform', 'windows-server-2022'],
    })),
    ...stdinRuns([]),
  ];
}

function stdinRuns(options: readonly string[]): Run[] {
  const scripts: readonly (readonly [string, string])[] = [
    ['powershell', 'gci C:\\ | ? { $_.Name -eq "a" }\r\nGet-VM –Name ‘smb1’\r\n'],
    ['powershell', 'if ($true) {\n'],
    ['ios', 'conf t\nint gi1/0/1\nswitchport mode trnuk\n'],
    ['ios', ''],
  ];
  return scripts.map(([dialect, stdin], index) => ({
    args: ['check', '--stdin', '--dialect', dialect, ...options],
    stdin,
    label: `of standard input ${index + 1}`,
  }));
}

/** Lines that would end the session early are left out; some are broken off at a question mark instead. */
function consoles({ sessions, labs, random }: Inputs): Run[] {
  const perRun = 6;
  const runs: Run[] = [];
  for (const platform of switchPlatforms) {
    const own = sessions.filter((session) => session.platform === platform);
    for (let from = 0; from + perRun <= Math.min(own.length, 4 * perRun); from += perRun) {
      const lines = own
        .slice(from, from + perRun)
        .flatMap((session) => [
          ...session.lines.filter((line) => !/^\s*(?:ex|lo|q|disa)/i.test(line)),
          'end',
        ]);
      const typed = lines.flatMap((line) =>
        random() < 0.3 ? [`${line.slice(0, Math.floor(random() * (line.length + 1)))}?`, line] : [line],
      );
      const chosen =
        from === 0 && labs[0] !== undefined
          ? ['--lab', labs[0], '--platform', platform]
          : ['--platform', platform];
      const stdin = [...typed, 'show running-config', 'show vlan', 'exit', ''].join('\n');
      runs.push({
        args: ['console', ...chosen],
        stdin,
        label: `of sessions ${from + 1} to ${from + perRun}`,
      });
    }
  }
  for (const lab of labs) runs.push({ args: ['console', '--lab', lab], stdin: '?\nconf t\nint ?\nsh?\n' });
  return runs;
}

/** Of the rules every other one: a run each is most of the time, and their pages are on the site. */
function explanations({ rules, lines }: Inputs): Run[] {
  const commands = powershellPlatforms.flatMap((platform, index): Run[] => {
    const made = lines.filter((line) => line.platform === powershellPlatforms[index % 6]).slice(0, 100);
    const text = made.map((line) => line.text).join('\n');
    const args = ['explain', text, '--platform', platform];
    const label = `explain 100 lines --platform ${platform}`;
    const others = ['gci | % { $_.Name } |', 'Get-VM -Name @x -Nme', '"a'].map((command) => ({
      args: ['explain', command, '--platform', platform],
    }));
    return [
      { args, label },
      { args: [...args, '--format', 'json'], label: `${label} --format json` },
      ...(index === 1 ? others : []),
    ];
  });
  const pages = rules.filter((_, index) => index % 2 === 0).map((rule) => ({ args: ['explain', rule] }));
  return [{ args: ['explain'] }, ...pages, ...commands];
}

/** What is asked for in the wrong way, and what helps. */
const usage: readonly (readonly string[])[] = [
  [],
  ['--help'],
  ['--version'],
  ['--nonsense'],
  ['chekc'],
  ...['check', 'simulate', 'console', 'bundle', 'compat', 'explain'].map((word) => [word, '--help']),
  ['check', '--format', 'jsn'],
  ['check', '--platfrom', 'sg300'],
  ['check', '--platform', 'windows-server-2013'],
  ['check', 'missing.ps1', '', 'fixtures/facts/bench-tools.json'],
  ['check', '--platform', 'sg300', 'powershell/blocks'],
  ['check', '--facts', 'fixtures/accuracy/good.json', 'powershell/blocks'],
  ['check', '--facts', 'missing.json', 'powershell/blocks'],
  ['check', '--rule', 'powershell/nonsense'],
  ['check', '--stdin'],
  ['check', '--stdin', '--dialect', 'ios', '--platform', 'powershell-7'],
  ['check', '--dialect', 'ios', 'ios'],
  ['simulate', 'ios'],
  ['simulate', '--platform', 'sg300'],
  ['simulate', 'content', 'missing.ios', '--platform', 'sg300'],
  ['simulate', 'ios', '--platform', 'sg300', '--mode', 'nonsense'],
  ['console'],
  ['console', '--lab', 'nowhere'],
  ['console', '--lab', 'daisetta', '--device', 'smb1'],
  ['console', '--platform', 'sg300', '--device', 'sw1'],
  ['bundle'],
  ['bundle', '999'],
  ['bundle', '2', '3'],
  ['compat', 'two'],
  ['explain', 'powershell/unknown-paramter'],
  ['explain', 'Get-VM', '-Name', 'a'],
  ['explain', 'Get-VM'],
  ['explain', 'Get-VM', '--platform', 'sg300'],
  ['explain', '', '--platform', 'powershell-7'],
];

/** Each of some labworks once. */
export function runsOfMore(labworks: readonly string[]): readonly Run[] {
  return labworks.flatMap((number): Run[] => [
    { args: ['bundle', number, '--list', '--out', 'out'], label: `bundle ${number}`, copies: [] },
    { args: ['compat', number, '--format', 'json'] },
  ]);
}

/** As it is told to a person. */
export function nameOf({ args, label, stdin }: Run): string {
  if (stdin === undefined && label !== undefined) return label;
  return [...args, ...(label === undefined ? [] : [label])].join(' ');
}

/** The folder that a run is started in: the inputs, or an empty one of its own with copies of some. */
export function folderFor(run: Run, inputs: Inputs, own: string): string {
  if (!run.copies) return inputs.folder;
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  for (const copy of run.copies) cpSync(join(inputs.folder, copy), join(own, copy), { recursive: true });
  return own;
}
