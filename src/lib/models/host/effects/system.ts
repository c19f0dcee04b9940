import type { HostCall } from '../call.ts';
import type { HostState } from '../state.ts';
import { resourceOf, withProperties, withResource, without } from '../state.ts';
import type { EffectTable, HostEffect } from './effect.ts';
import { given } from './teams.ts';

const restarts = 'the computer starts again';

/** Whose they are done as says nothing of what they do. */
const secret = [
  ...['LocalCredential', 'UnjoinDomainCredential', 'DomainCredential', 'SafeModeAdministratorPassword'],
  ...['ADPrepCredential', 'DnsDelegationCredential'],
];

/** Roles and features, live migration, the computer itself. Source: the pages of the modules ServerManager, Hyper-V and Management. */
export const systemEffects: EffectTable = {
  'Install-WindowsFeature': feature('Name'),
  'Add-WindowsFeature': feature('Name'),
  'Uninstall-WindowsFeature': {
    takes: ['Name', 'Restart'],
    run: (call, state) => {
      const names = call.texts('Name');
      return (
        names &&
        without(
          state,
          names.map((name) => ({ kind: 'windows-feature', name }) as const),
        )
      );
    },
    offline: (call) => (call.flag('Restart') ? [restarts] : []),
  },
  'Enable-VMMigration': {
    takes: [],
    run: (_call, state) => withProperties(state, 'live-migration', 'host', { enabled: true }),
  },
  'Disable-VMMigration': {
    takes: [],
    run: (_call, state) => withProperties(state, 'live-migration', 'host', { enabled: false }),
  },
  'Set-VMHost': {
    takes: [
      ...['UseAnyNetworkForMigration', 'VirtualMachineMigrationAuthenticationType'],
      ...['VirtualMachineMigrationPerformanceOption', 'MaximumVirtualMachineMigrations'],
      ...['MaximumStorageMigrations', 'VirtualHardDiskPath', 'VirtualMachinePath'],
    ],
    run: (call, state) =>
      withProperties(state, 'live-migration', 'host', {
        ...given(call, {
          authentication: 'VirtualMachineMigrationAuthenticationType',
          performance: 'VirtualMachineMigrationPerformanceOption',
          migrations: 'MaximumVirtualMachineMigrations',
          storageMigrations: 'MaximumStorageMigrations',
          diskPath: 'VirtualHardDiskPath',
          machinePath: 'VirtualMachinePath',
        }),
        ...(call.flag('UseAnyNetworkForMigration') !== undefined && {
          anyNetwork: call.flag('UseAnyNetworkForMigration')!,
        }),
      }),
  },
  'Add-VMMigrationNetwork': {
    takes: ['Subnet', 'Priority'],
    run(call, state) {
      const subnet = call.text('Subnet');
      return subnet === undefined
        ? undefined
        : withResource(state, 'migration-network', subnet, given(call, { priority: 'Priority' }));
    },
  },
  'Remove-VMMigrationNetwork': {
    takes: ['Subnet'],
    run(call, state) {
      const subnet = call.text('Subnet');
      return subnet === undefined ? undefined : without(state, [{ kind: 'migration-network', name: subnet }]);
    },
  },
  'Set-VMMigrationNetwork': {
    takes: ['Subnet', 'NewSubnet', 'NewPriority'],
    run(call, state) {
      const subnet = call.text('Subnet');
      const before = subnet === undefined ? undefined : resourceOf(state, 'migration-network', subnet);
      if (!before) return undefined;
      const name = call.text('NewSubnet') ?? before.name;
      const properties = { ...before.properties, ...given(call, { priority: 'NewPriority' }) };
      return withResource(without(state, [before]), 'migration-network', name, properties);
    },
  },
  'Rename-Computer': {
    takes: ['NewName', 'Restart'],
    run(call, state) {
      const name = call.text('NewName');
      return name === undefined ? undefined : withProperties(state, 'computer', 'name', { name });
    },
    offline: (call) => (call.flag('Restart') ? [restarts] : []),
    lasts: (call) => (call.flag('Restart') ? undefined : 'the name is the new one after a restart'),
  },
  'Restart-Computer': {
    takes: ['Wait', 'For', 'Timeout', 'Delay', 'Protocol'],
    run: (_call, state) => state,
    offline: () => [restarts],
  },
  'Add-Computer': {
    takes: ['DomainName', 'WorkgroupName', 'OUPath', 'Server', 'NewName', 'Options', 'Restart'],
    secret,
    run(call, state) {
      const domain = call.text('DomainName');
      if (domain === undefined) return undefined;
      const joined = withResource(state, 'domain', 'membership', {
        domain,
        ...given(call, { unit: 'OUPath' }),
      });
      const name = call.text('NewName');
      return name === undefined ? joined : withProperties(joined, 'computer', 'name', { name });
    },
    offline: (call) => (call.flag('Restart') ? [restarts] : []),
    lasts: (call) => (call.flag('Restart') ? undefined : 'the computer is in the domain after a restart'),
  },
  // Source: the pages Install-ADDSForest and Install-ADDSDomainController: the computer starts again by itself.
  'Install-ADDSForest': promotion('first domain controller'),
  'Install-ADDSDomainController': promotion('domain controller'),
};

function promotion(role: string): HostEffect {
  return {
    takes: [
      ...['DomainName', 'DomainNetbiosName', 'DomainMode', 'ForestMode', 'InstallDns', 'SiteName'],
      ...['DatabasePath', 'LogPath', 'SysvolPath', 'NoRebootOnCompletion', 'CreateDnsDelegation'],
      ...['SkipPreChecks', 'NoGlobalCatalog'],
    ],
    secret,
    run(call, state) {
      const domain = call.text('DomainName');
      if (domain === undefined || resourceOf(state, 'domain', 'controller')) return undefined;
      return withResource(state, 'domain', 'controller', {
        domain,
        role,
        ...given(call, { netbios: 'DomainNetbiosName', site: 'SiteName' }),
      });
    },
    offline: (call) => (call.flag('NoRebootOnCompletion') ? [] : [restarts]),
  };
}

function feature(parameter: string): HostEffect {
  return {
    takes: [parameter, 'IncludeManagementTools', 'IncludeAllSubFeature', 'Restart'],
    run(call: HostCall, state: HostState) {
      const names = call.texts(parameter);
      if (!names) return undefined;
      const properties = {
        ...(call.flag('IncludeManagementTools') && { managementTools: true }),
        ...(call.flag('IncludeAllSubFeature') && { allSubFeatures: true }),
      };
      return names.reduce((next, name) => withProperties(next, 'windows-feature', name, properties), state);
    },
    offline: (call) => (call.flag('Restart') ? [restarts] : []),
    lasts: (call) => (call.flag('Restart') ? undefined : 'some features ask for a restart'),
  };
}
