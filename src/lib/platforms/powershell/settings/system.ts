import type { HostSetting, SettingMaker } from './setting.ts';

/**
 * What is left of what a role has kept, by the role in lower case: while anything is, the role stays. Of others nobody says here what they keep. Tools for
 * managing keep nothing. Source: the pages of the commands, and Uninstall-WindowsFeature.
 */
const leftovers: Readonly<Record<string, string>> = {
  'hyper-v':
    "if (@(Get-VM).Count -gt 0) { 'virtual machines are left' } elseif (@(Get-VMSwitch).Count -gt 0) { 'virtual switches are left' }",
  dhcp: "if (@(Get-DhcpServerv4Scope).Count -gt 0) { 'scopes are left' }",
  'failover-clustering':
    "if (Test-Path -LiteralPath 'HKLM:\\Cluster') { 'this computer is a node of a cluster' }",
  'fs-iscsitarget-server':
    "if (@(Get-IscsiServerTarget).Count -gt 0) { 'targets are left' } elseif (@(Get-IscsiVirtualDisk).Count -gt 0) { 'virtual disks are left' }",
};

function goingOf(name: string, feature: string): Pick<HostSetting, 'back' | 'holds' | 'stays'> {
  const role = name.toLowerCase();
  const holds = leftovers[role];
  if (holds === undefined && !/^rsat|-powershell$/.test(role))
    return { stays: 'what it has kept since would go with it; Uninstall-WindowsFeature takes it away' };
  return {
    ...(holds !== undefined && { holds }),
    back: `if ($Before.InstallState -eq 'Available') { $null = Uninstall-WindowsFeature -Name ${feature} }`,
  };
}

/** Roles, services and multipath. Source: the pages of the modules ServerManager, Management and MPIO. */
export const systemSettings: Readonly<Record<string, SettingMaker>> = {
  'windows-feature': ({ action, name }, express) => {
    if (action !== 'create') return undefined;
    const feature = express.inside(name, 'name');
    return [
      {
        title: 'role or feature',
        name: feature,
        needs: 'Get-WindowsFeature',
        read: `Get-WindowsFeature | Where-Object { $_.Name -eq ${feature} }`,
        want: { InstallState: "'Installed'" },
        ...goingOf(name, feature),
      },
    ];
  },
  service: ({ name, set, isLost }, express) => {
    const service = express.inside(name, 'name');
    const about = {
      name: service,
      needs: 'Get-Service',
      read: `Get-Service | Where-Object { $_.Name -eq ${service} }`,
    };
    const keys = Object.keys(set).join();
    if (isLost) return undefined;
    if (keys === 'startup')
      return [
        {
          ...about,
          title: 'start of the service',
          want: { StartType: express.inside(set['startup']!, 'startuptype') },
          back: `Set-Service -Name ${service} -StartupType $Before.StartType`,
        },
      ];
    if (keys !== 'status' || set['status'] !== 'Running') return undefined;
    return [
      {
        ...about,
        title: 'service',
        want: { Status: "'Running'" },
        back: `if ($Before.Status -eq 'Stopped') { Stop-Service -Name ${service} }`,
      },
    ];
  },
  'mpio-claim': ({ action, name }, express) => {
    if (action === 'remove') return undefined;
    const bus = express.inside(name, 'bustype');
    return [
      {
        title: 'multipath claim of',
        name: bus,
        needs: 'Get-MSDSMAutomaticClaimSettings',
        read: `New-Object -TypeName PSObject -Property @{ Claimed = (Get-MSDSMAutomaticClaimSettings)[${bus}] }`,
        want: { Claimed: '$true' },
        back: `if ($Before.Claimed -ne 'True') { Disable-MSDSMAutomaticClaim -BusType ${bus} }`,
      },
    ];
  },
  'mpio-policy': ({ action, set }, express) =>
    action === 'remove' || Object.keys(set).join() !== 'policy'
      ? undefined
      : [
          {
            title: 'multipath policy',
            name: "'of this host'",
            needs: 'Get-MSDSMGlobalDefaultLoadBalancePolicy',
            read: 'New-Object -TypeName PSObject -Property @{ Policy = Get-MSDSMGlobalDefaultLoadBalancePolicy }',
            want: { Policy: express.inside(set['policy']!, 'policy') },
            back: 'Set-MSDSMGlobalDefaultLoadBalancePolicy -Policy $Before.Policy',
          },
        ],
};
