import type { SettingMaker } from './setting.ts';

/** A node of a cluster has its hive, as long as its service runs (Failover Clustering, Cluster database). */
const inCluster = (read: string) => `if (Test-Path -LiteralPath 'HKLM:\\Cluster') { ${read} }`;

/** Machines are taken off a cluster by whoever knows where they go. */
const machinesInCluster = inCluster(
  "if (@(Get-ClusterGroup | Where-Object { \"$($_.GroupType)\" -eq 'VirtualMachine' }).Count -gt 0) { 'virtual machines are roles of the cluster' }",
);

/** A failover cluster. Source: the pages of the module FailoverClusters. */
export const clusterSettings: Readonly<Record<string, SettingMaker>> = {
  cluster: ({ action, name }, express) =>
    action !== 'create'
      ? undefined
      : [
          {
            title: 'cluster',
            name: express.inside(name, 'name'),
            needs: 'Get-Cluster',
            read: inCluster('Get-Cluster'),
            want: { Name: express.inside(name, 'name') },
            make: true,
            back: 'Remove-Cluster -Force -CleanupAD',
            holds: machinesInCluster,
          },
        ],
  'cluster-quorum': ({ action, set }, express) =>
    action === 'remove' || Object.keys(set).join() !== 'disk'
      ? undefined
      : [
          {
            title: 'witness of the cluster',
            name: express.inside(set['disk']!, 'diskwitness'),
            needs: 'Get-ClusterQuorum',
            read: inCluster('Get-ClusterQuorum'),
            want: { QuorumResource: express.inside(set['disk']!, 'diskwitness') },
            back: "if ($Before.QuorumResource -eq '') { $null = Set-ClusterQuorum -NodeMajority }",
          },
        ],
  'cluster-shared-volume': ({ action, name }, express) =>
    action !== 'create'
      ? undefined
      : [
          {
            title: 'cluster shared volume',
            name: express.inside(name, 'name'),
            needs: 'Get-ClusterSharedVolume',
            read: inCluster(
              `Get-ClusterSharedVolume | Where-Object { $_.Name -eq ${express.inside(name, 'name')} }`,
            ),
            want: { Name: express.inside(name, 'name') },
            make: true,
            back: `$null = Remove-ClusterSharedVolume -Name ${express.inside(name, 'name')}`,
            holds: machinesInCluster,
          },
        ],
};
