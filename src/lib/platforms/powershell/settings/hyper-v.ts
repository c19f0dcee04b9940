import type { HostSetting, SettingMaker } from './setting.ts';
import { properties } from './setting.ts';

const one = (name: string) => ({ property: name, parameter: name.toLowerCase() });

/** What the model calls the settings of a Hyper-V host. */
const hostProperties = {
  anyNetwork: one('UseAnyNetworkForMigration'),
  authentication: one('VirtualMachineMigrationAuthenticationType'),
  performance: one('VirtualMachineMigrationPerformanceOption'),
  migrations: one('MaximumVirtualMachineMigrations'),
  storageMigrations: one('MaximumStorageMigrations'),
  diskPath: one('VirtualHardDiskPath'),
  machinePath: one('VirtualMachinePath'),
};

/** Settings of Hyper-V. Source: the pages of its module. */
export const hyperVSettings: Readonly<Record<string, SettingMaker>> = {
  'virtual-switch': ({ action, name, set, isLost }, express) => {
    if (action !== 'change' || isLost) return undefined;
    const vswitch = express.inside(name, 'name');
    const settings = Object.entries(set).map(([key, value]): HostSetting | undefined => {
      if (key === 'defaultFlowWeight')
        return {
          title: 'weight of all other traffic at',
          name: vswitch,
          needs: 'Get-VMSwitch',
          read: `Get-VMSwitch | Where-Object { $_.Name -eq ${vswitch} }`,
          want: {
            DefaultFlowMinimumBandwidthWeight: express.inside(value, 'defaultflowminimumbandwidthweight'),
          },
          on: vswitch,
          back: `Set-VMSwitch -Name ${vswitch} -DefaultFlowMinimumBandwidthWeight $Before.DefaultFlowMinimumBandwidthWeight`,
        };
      if (key === 'loadBalancing')
        return {
          title: 'load balancing of',
          name: vswitch,
          needs: 'Get-VMSwitchTeam',
          read: `if (@(Get-VMSwitch | Where-Object { $_.Name -eq ${vswitch} }).Count -eq 1) { Get-VMSwitchTeam -Name ${vswitch} }`,
          want: { LoadBalancingAlgorithm: express.inside(value, 'loadbalancingalgorithm') },
          on: vswitch,
          back: `Set-VMSwitchTeam -Name ${vswitch} -LoadBalancingAlgorithm $Before.LoadBalancingAlgorithm`,
        };
      return undefined;
    });
    return settings.every((setting) => setting !== undefined) ? settings : undefined;
  },
  'management-adapter': ({ action, name, set, isLost }, express) => {
    if (action !== 'change' || isLost) return undefined;
    const adapter = express.inside(name, 'name', 'vmnetworkadaptername');
    const settings = Object.entries(set).map(([key, value]): HostSetting | undefined => {
      if (key === 'minimumWeight')
        return {
          title: 'bandwidth weight of the host adapter',
          name: adapter,
          needs: 'Get-VMNetworkAdapter',
          read: `Get-VMNetworkAdapter -ManagementOS | Where-Object { $_.Name -eq ${adapter} }`,
          want: {
            'BandwidthSetting.MinimumBandwidthWeight': express.inside(value, 'minimumbandwidthweight'),
          },
          on: adapter,
          back: `Set-VMNetworkAdapter -ManagementOS -Name ${adapter} -MinimumBandwidthWeight ([int] ('0' + $Before.'BandwidthSetting.MinimumBandwidthWeight'))`,
        };
      if (key === 'mappedTo')
        return {
          title: 'card of the host adapter',
          name: adapter,
          needs: 'Get-VMNetworkAdapterTeamMapping',
          read: `Get-VMNetworkAdapterTeamMapping -ManagementOS | Where-Object { $_.ParentAdapter.Name -eq ${adapter} }`,
          want: { NetAdapterName: express.inside(value, 'physicalnetadaptername') },
          make: true,
          on: adapter,
          back: `Remove-VMNetworkAdapterTeamMapping -ManagementOS -VMNetworkAdapterName ${adapter}`,
        };
      return undefined;
    });
    return settings.every((setting) => setting !== undefined) ? settings : undefined;
  },
  'migration-network': ({ action, name, set }, express) => {
    if (action !== 'create' || Object.keys(set).length > 0) return undefined;
    const subnet = express.inside(name, 'subnet');
    return [
      {
        title: 'network for live migration',
        name: subnet,
        needs: 'Get-VMMigrationNetwork',
        read: `Get-VMMigrationNetwork | Where-Object { $_.Subnet -eq ${subnet} }`,
        want: { Subnet: subnet },
        make: true,
        back: `Remove-VMMigrationNetwork -Subnet ${subnet}`,
      },
    ];
  },
  'live-migration': ({ action, set, isLost }, express) => {
    if (action === 'remove' || isLost) return undefined;
    const read = 'Get-VMHost';
    const about = { name: "'of this host'", needs: read, read };
    if (Object.keys(set).join() === 'enabled') {
      const want = { VirtualMachineMigrationEnabled: express.inside(set['enabled']!) };
      const back =
        "if ($Before.VirtualMachineMigrationEnabled -eq 'True') { Enable-VMMigration } else { Disable-VMMigration }";
      return [{ ...about, title: 'live migration', want, back }];
    }
    const want = properties(set, hostProperties, express);
    return (
      want &&
      Object.entries(want).map(([property, value]) => ({
        ...about,
        title: property,
        want: { [property]: value },
        back:
          property === 'UseAnyNetworkForMigration'
            ? `Set-VMHost -${property} ($Before.${property} -eq 'True')`
            : `Set-VMHost -${property} $Before.${property}`,
      }))
    );
  },
};
