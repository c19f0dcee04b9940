import { commentOf } from '../../writing/comment.ts';
import { toAscii } from '../../writing/ascii.ts';
import type { HostScriptInput } from '../host-script.ts';
import { comments } from './comments.ts';
import type { Parameters } from './parameters.ts';
import { declarationOf, quoted } from './parameters.ts';
import type { ReleaseRows } from './released-rows.ts';
import { rowRuntimes } from './resource-rows.ts';
import type { RowKind, ScriptRow } from './script-row.ts';

/** Of a script that may take an adapter from beneath an address of the host. */
const moveParameters = [
  [
    '  # An address of the host goes along with the adapter that is taken from beneath it, and a scheduled task takes all of it back',
    '  # that long after the run, unless -Keep was said before.',
    '  [switch] $MoveAddress',
  ],
  ['  [ValidateRange(1, 1440)] [int] $RevertMinutes = 15'],
  ["  [Parameter(ParameterSetName = 'Keep', Mandatory = $true)] [switch] $Keep"],
  ['  # Said by that task alone.', "  [Parameter(ParameterSetName = 'Undo')] [switch] $Revert"],
] as const;

/** The parameters of the script, and how it treats errors. */
export function head({ device }: HostScriptInput, { list }: Parameters, moves: boolean): string[] {
  const own = list.map((parameter) => [
    ...commentOf(parameter.title, comments).map((line) => `  ${line}`),
    declarationOf(parameter),
  ]);
  const parts = [
    ["  [Parameter(ParameterSetName = 'Plan')] [switch] $Plan"],
    ["  [Parameter(ParameterSetName = 'Apply', Mandatory = $true)] [switch] $Apply"],
    ["  [Parameter(ParameterSetName = 'Verify', Mandatory = $true)] [switch] $Verify"],
    ["  [Parameter(ParameterSetName = 'Undo', Mandatory = $true)] [switch] $Undo"],
    ["  [Parameter(ParameterSetName = 'Repair', Mandatory = $true)] [switch] $Repair"],
    ["  [Parameter(ParameterSetName = 'Repair', Mandatory = $true)] [string] $From"],
    ['  # Steps, with commas between them; none are all.', '  [string[]] $Step = @()'],
    ['  # The computer that it is for.', `  [string] $HostName = ${quoted(device.name)}`],
    [
      '  # How long it waits for what it has made to be ready, and at least for what does not come back.',
      '  [ValidateRange(1, 86400)] [int] $TimeoutSeconds = 600',
    ],
    [
      '  # Where the result is written as JSON, and a plan that was written so before.',
      "  [string] $OutFile = ''",
    ],
    ["  [string] $PlanFile = ''"],
    ['  # Somebody may be connected over what goes off the network.', '  [switch] $AllowDisconnect'],
    ...(moves ? moveParameters : []),
    ...own,
  ];
  return [
    "[CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Plan')]",
    'param(',
    ...parts.flatMap((part, index) =>
      part.map((line, at) => (at === part.length - 1 && index < parts.length - 1 ? `${line},` : line)),
    ),
    ')',
    '',
    'Set-StrictMode -Version Latest',
    "$ErrorActionPreference = 'Stop'",
    '# A preference of this script does not reach the functions of modules, which most network commands are.',
    "$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }",
  ];
}

/** What the script is about, as tables: versions of Windows, values, kinds, and what is to be there. */
export function tables(
  input: HostScriptInput,
  { list }: Parameters,
  rows: readonly (ScriptRow & { readonly step: string })[],
  kinds: readonly RowKind[],
): string[] {
  const steps = input.steps.flatMap(({ id, blocks }) =>
    id !== undefined && blocks.some(({ role }) => role !== 'example') ? [id] : [],
  );
  return [
    `$script:LabworkNumber = ${String(input.labwork)}`,
    `$script:LabworkVersion = ${quoted(input.version)}`,
    `$script:LabworkDevice = ${quoted(input.device.name)}`,
    `$script:LabworkTitle = ${quoted(
      commentOf(input.title, { mark: '', harmless: (line) => line })
        .join(' ')
        .trim(),
    )}`,
    `$script:LabworkSteps = @(${steps.map(quoted).join(', ')})`,
    '',
    '# The versions of Windows, and why the steps are not run on some of them.',
    '$script:LabworkSystems = @(',
    ...input.systems.flatMap(({ platform, title, why }) => {
      const build = builds[platform];
      return build === undefined
        ? []
        : [`  @{ Build = ${String(build)}; Title = ${quoted(title)}; Why = ${quoted(lineOf(why ?? ''))} }`];
    }),
    ')',
    '',
    '# Commands by which it looks at the kinds below, and without which there is nothing of a kind.',
    '$script:LabworkNeeds = @{',
    ...kinds.flatMap((kind) => {
      const names = Object.values(rowRuntimes[kind].needs).flat();
      return names.length === 0 ? [] : [`  ${kind} = @(${names.map(quoted).join(', ')})`];
    }),
    '}',
    '',
    '# Values of the lab, as they are now.',
    '$script:LabworkValues = @(',
    ...list.map(
      ({ name, title, isAdapter }) =>
        `  @{ Name = ${quoted(name)}; Value = $${name}; Adapter = $${String(isAdapter)}; About = ${quoted(
          commentOf(title, { mark: '', harmless: (line) => line })
            .join(' ')
            .trim(),
        )} }`,
    ),
    ')',
    '',
    '# What the kinds below are called.',
    '$script:LabworkKinds = @{',
    ...kinds.flatMap((kind) =>
      rowRuntimes[kind].title === '' ? [] : [`  ${kind} = ${quoted(rowRuntimes[kind].title)}`],
    ),
    '}',
    '',
    '# What the steps make: its kind, its name, and how it is to be.',
    '$script:LabworkRows = @(',
    ...rows.map((row, index) => `  ${rowLine(row, index)}`),
    ')',
  ];
}

function rowLine({ kind, name, step, fields }: ScriptRow & { readonly step: string }, id: number): string {
  const rest = Object.entries(fields).map(([key, value]) => `; ${key} = ${value}`);
  return `@{ Id = ${String(id)}; Step = ${quoted(step)}; Kind = ${quoted(kind)}; Name = ${name}${rest.join('')} }`;
}

/** What -Repair knows of earlier releases. */
export function releaseTable(releases: readonly ReleaseRows[]): string[] {
  return [
    '# What earlier releases made that this one does not, or makes otherwise.',
    '$script:LabworkReleases = @(',
    ...releases.flatMap(({ version, why, rows }) => [
      `  @{ Version = ${quoted(version)}; Why = ${quoted(why)}; Rows = @(`,
      ...rows.map((row) => `    ${rowLine(row, -1)}`),
      '  ) }',
    ]),
    ')',
  ];
}

/** A text on one line of ASCII. */
export function lineOf(text: string): string {
  return toAscii(text).replace(/ +/g, ' ').trim();
}

/** Source: Windows Server release information, Microsoft Learn; 9200 and 9600: Operating System Version. */
const builds: Readonly<Record<string, number | undefined>> = {
  'windows-server-2012': 9200,
  'windows-server-2012-r2': 9600,
  'windows-server-2016': 14393,
  'windows-server-2019': 17763,
  'windows-server-2022': 20348,
  'windows-server-2025': 26100,
};
