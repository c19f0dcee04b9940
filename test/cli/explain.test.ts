import { describe, expect, it } from 'vitest';
import { labworks } from './run-cli.ts';

const on = '--platform=windows-server-2012-r2';

interface Report {
  readonly version: number;
  readonly commands: readonly {
    readonly name: string;
    readonly written: string;
    readonly piped: boolean;
    readonly support: string;
    readonly module: string | null;
    readonly parameterSet: string | null;
    readonly splatted: readonly string[];
    readonly arguments: readonly {
      readonly text: string;
      readonly parameter: string | null;
      readonly how: string | null;
      readonly position: number | null;
      readonly type: string | null;
    }[];
    readonly sets: readonly {
      readonly name: string | null;
      readonly verdict: string;
      readonly foreign: readonly string[];
      readonly mandatory: readonly { readonly parameter: string; readonly by: string }[];
    }[];
  }[];
  readonly diagnostics: readonly { readonly rule: string }[];
}

/** The commands of a script as `explain` gives them to programs. */
function explained(script: string, platform = on): Report {
  const { out, err } = labworks(['explain', script, platform, '--format', 'json']);
  expect(err).toBe('');
  return JSON.parse(out) as Report;
}

describe('labworks explain, of a command', () => {
  it('says which parameter every argument binds to, and how', () => {
    const { version, commands } = explained(
      "New-VMSwitch 'Fabric' -NetAdapterN Team1 -AllowManagementOS:$true -MinimumBandwidthMode Weight",
    );
    expect(version).toBe(1);
    expect(commands).toHaveLength(1);
    expect(commands[0]).toMatchObject({
      name: 'New-VMSwitch',
      module: 'Hyper-V',
      parameterSet: 'NetAdapterName',
    });
    expect(commands[0]!.arguments.map(({ parameter, how, position }) => [parameter, how, position])).toEqual([
      ['Name', 'position', 1],
      ['NetAdapterName', 'prefix', null],
      ['AllowManagementOS', 'name', null],
      ['MinimumBandwidthMode', 'name', null],
    ]);
  });

  it('says why the other parameter sets are left out', () => {
    const [{ sets }] = explained("New-VMSwitch -Name 'Fabric' -NetAdapterName Team1").commands as [
      Report['commands'][number],
    ];
    expect(sets.map(({ name, verdict, foreign }) => [name, verdict, foreign])).toEqual([
      ['NetAdapterName', 'chosen', []],
      ['NetAdapterInterfaceDescription', 'conflict', ['NetAdapterName']],
      ['SwitchType', 'conflict', ['NetAdapterName']],
    ]);
    expect(sets[0]!.mandatory).toEqual([
      { parameter: 'Name', by: 'argument' },
      { parameter: 'NetAdapterName', by: 'argument' },
    ]);
  });

  it('follows a pipeline, where a mandatory parameter may come from the command before', () => {
    const { commands } = explained('Get-VM smb1 | Stop-VM -Force');
    expect(commands.map(({ name, piped }) => [name, piped])).toEqual([
      ['Get-VM', false],
      ['Stop-VM', true],
    ]);
    expect(commands[1]!.sets.flatMap(({ mandatory }) => mandatory.map(({ by }) => by))).toEqual([
      'pipeline',
      'pipeline',
    ]);
  });

  it('names the command behind an alias, and the hashtable behind a splat', () => {
    const { commands } = explained("$of = @{ Name = 'smb1' }\ngcm Get-VM; Get-VM @of; Get-VM @other");
    expect(commands[0]).toMatchObject({ name: 'Get-Command', written: 'gcm' });
    expect(commands[1]!.arguments).toMatchObject([{ parameter: 'Name', how: 'splat' }]);
    expect(commands[2]).toMatchObject({ parameterSet: null, splatted: ['other'] });
  });

  it('is honest about a command that the facts do not have', () => {
    const outcome = labworks(['explain', 'Invoke-HouseRule -Name x', on]);
    expect(outcome.out).toContain('Invoke-HouseRule\n  is not in our facts about Windows Server 2012 R2.');
    expect(outcome.code).toBe(0);
    expect(explained('Invoke-HouseRule -Name x').commands).toMatchObject([
      { support: 'unknown', module: null, arguments: [], sets: [] },
    ]);
  });

  it('shows what is wrong under the line, and fails', () => {
    const outcome = labworks(['explain', 'New-VMSwitch -Name a -NetAdapterName b -SwitchType Internal', on]);
    expect(outcome.code).toBe(1);
    expect(outcome.out).toContain('no parameter set is settled');
    expect(outcome.out).toContain('SwitchType                      has no -NetAdapterName');
    expect(outcome.out).toContain('error[powershell/parameter-set-conflict]');
    expect(outcome.out).toMatch(/\n {2}\| {40}\^{11}\n/);
  });

  it('reads to a person as it should', () => {
    expect(labworks(['explain', 'Get-VM smb1 | Stop-VM -Force', on]).out).toMatchInlineSnapshot(`
      "Get-VM
        module Hyper-V, on Windows Server 2012 R2 (PowerShell 4.0)

        smb1  -Name  without a name, by position 1
              takes String[]

        parameter set Name, the default: it needs nothing
        left out
          ClusterObject, Id  has no -Name

      Stop-VM
        module Hyper-V, on Windows Server 2012 R2 (PowerShell 4.0)
        takes objects from the command before it

        -Force  -Force  by its name
                a switch: on where it is written

        no parameter set is settled before it runs: what comes from the pipeline decides
          Name      fits, with -Name from the pipeline; the default
          VMObject  fits, with -VM from the pipeline
      "
    `);
  });

  it.each([
    [['Get-VM'], /“Get-VM” is no rule, and for a command --platform must say where it runs/],
    [['Get-VM', '--platform', 'windows-server-2012r2'], /Did you mean “windows-server-2012-r2”\?/],
    [['show vlan', '--platform', 'sg300'], /sg300 does not run PowerShell/],
    [['New-VMSwitch', '-Name', 'x', on], /Put the whole command in quotes/],
    [['New-VMSwitch', 'x', on], /put the whole command in quotes/],
    [['', on], /there is no command in it/],
    [['Get-VM', on, '--format', 'yaml'], /--format cannot be “yaml”/],
  ])('says what it cannot do: %j', (args, message) => {
    const outcome = labworks(['explain', ...args]);
    expect(outcome.err).toMatch(message);
    expect(outcome.out).toBe('');
    expect(outcome.code).toBe(2);
  });
});

describe('labworks explain, of a rule', () => {
  it('prints its page, its code set in under what it is for', () => {
    const { out, code } = labworks(['explain', 'powershell/unknown-parameter']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Parameter that the command does not have\nerror powershell\/unknown-parameter/);
    expect(out).toContain('\nBad\n\n    Windows Server 2012 R2\n    New-VMSwitch ');
    expect(out).not.toContain('```');
  });

  it('says that --fix repairs it', () => {
    expect(labworks(['explain', 'hygiene/prompt']).out).toMatch(
      /^Prompt left in\nerror hygiene\/prompt, repaired by --fix\n/,
    );
  });

  it.each([
    ['powershell/unknown-parametr', /Did you mean “powershell\/unknown-parameter”\?/],
    ['unknown-parameter', /Did you mean “powershell\/unknown-parameter”\?/],
    ['nothing/like-it', /there is no rule “nothing\/like-it”/],
  ])('does not know %s', (word, message) => {
    const outcome = labworks(['explain', word]);
    expect(outcome.err).toMatch(message);
    expect(outcome.code).toBe(2);
  });
});
