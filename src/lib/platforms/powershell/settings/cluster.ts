import type { SettingMaker } from './setting.ts';

/** A node of a cluster has its hive, as long as its service runs (Failover Clustering, Cluster database). */
const inCluster = (read: string) => `if (Test-Path -LiteralPath 'HKLM:\\Cluster') { ${read} }`;

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
            stays: 'a cluster is taken apart by somebody who looks: Remove-Cluster',
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
            stays: 'a cluster of two nodes without a witness stops with either of them: Set-ClusterQuorum',
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
            stays: 'machines may have their disks on it: Remove-ClusterSharedVolume',
          },
        ],
};
