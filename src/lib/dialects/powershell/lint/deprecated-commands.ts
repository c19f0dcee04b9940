import type { PowerShellPlatform } from '../platforms.ts';

/** Commands and programs that have had their day, and what to use instead. */
export interface Deprecated {
  /** Lower case, without `.exe`. */
  readonly name: string | RegExp;
  readonly since: PowerShellPlatform;
  /** Why, as the rest of a sentence that begins with the command's name. */
  readonly why: string;
  readonly instead: string;
  readonly source: string;
}

const wmi = 'Differences between Windows PowerShell 5.1 and PowerShell 7, “WMI v1 cmdlets”';

export const deprecated: readonly Deprecated[] = [
  ...(
    [
      ['get-wmiobject', 'Get-CimInstance'],
      ['invoke-wmimethod', 'Invoke-CimMethod'],
      ['set-wmiinstance', 'Set-CimInstance, or New-CimInstance for what is not there yet'],
      ['remove-wmiobject', 'Remove-CimInstance'],
      ['register-wmievent', 'Register-CimIndicationEvent'],
    ] as const
  ).map(([name, instead]): Deprecated => ({
    name,
    since: 'windows-server-2012',
    why: 'has been superseded since PowerShell 3.0 and is gone from PowerShell 7',
    instead: `Use ${instead}.`,
    source: wmi,
  })),
  {
    name: 'get-eventlog',
    since: 'windows-server-2012',
    why: 'reads the logs through an interface that is deprecated and may give wrong results',
    instead: 'Use Get-WinEvent, with -FilterHashtable for what you are looking for.',
    source: 'Get-EventLog (5.1), note in the description',
  },
  {
    name: 'send-mailmessage',
    since: 'windows-server-2012',
    why: 'is obsolete, because it cannot promise an encrypted connection to the mail server',
    instead:
      'PowerShell has no successor for it: send through the interface of your mail service, or a module built on MailKit.',
    source: 'Send-MailMessage (5.1), warning in the description; platform compatibility note DE0005',
  },
  {
    name: 'wmic',
    since: 'windows-server-2022',
    why: 'is deprecated, and from Windows Server 2025 on only there where somebody adds it',
    instead: 'Use Get-CimInstance.',
    source: 'wmic, windows-commands; “Features removed or no longer developed in Windows Server”, 2025',
  },
  {
    name: 'cacls',
    since: 'windows-server-2012',
    why: 'is deprecated',
    instead: 'Use icacls.',
    source: 'cacls, windows-commands',
  },
  {
    name: /-nlbcluster/,
    since: 'windows-server-2025',
    why: 'belongs to Network Load Balancing, which is deprecated from Windows Server 2025 on',
    instead: 'Plan for a load balancer of another kind, for example the Software Load Balancer of SDN.',
    source: '“Features removed or no longer developed in Windows Server”, 2025, Network Load Balancing',
  },
  {
    name: /-clusterset(?!ting)/,
    since: 'windows-server-2025',
    why: 'belongs to cluster sets, which are deprecated from Windows Server 2025 on',
    instead: 'Plan without cluster sets: several clusters, each by itself.',
    source:
      '“Features removed or no longer developed in Windows Server”, 2025, Failover Clustering Cluster Sets',
  },
];
