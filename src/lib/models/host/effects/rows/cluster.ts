import type { ResourceRow } from '../resource-row.ts';

/**
 * Failover clusters. Source: the pages of the module FailoverClusters. Which computers are nodes of a cluster is in `../cluster-nodes.ts`.
 */
export const clusterRows: readonly ResourceRow[] = [
  {
    kind: 'cluster',
    named: { name: { parameter: 'Name' } },
    properties: {
      nodes: { parameter: 'Node', as: 'set' },
      addresses: { parameter: 'StaticAddress', as: 'set' },
      ignoredNetworks: { parameter: 'IgnoreNetwork', as: 'set' },
      noStorage: { parameter: 'NoStorage', as: 'switch' },
      accessPoint: { parameter: 'AdministrativeAccessPoint' },
      addressType: { parameter: 'ManagementPointNetworkType' },
    },
    make: { command: 'New-Cluster' },
    stays: 'a cluster is not made anew for it',
  },
  {
    kind: 'cluster-quorum',
    named: {},
    only: 'cluster',
    properties: {
      disk: { parameter: 'DiskWitness', as: 'text' },
      diskOnly: { parameter: 'DiskOnly', as: 'text' },
      share: { parameter: 'FileShareWitness', as: 'text' },
      none: { parameter: 'NoWitness', as: 'switch' },
    },
    set: { command: 'Set-ClusterQuorum' },
    stays: 'which witness the cluster took by itself, only the cluster knows',
  },
  {
    kind: 'cluster-shared-volume',
    named: { name: { parameter: 'Name' } },
    properties: {},
    make: { command: 'Add-ClusterSharedVolume', takes: ['Cluster'] },
    remove: { command: 'Remove-ClusterSharedVolume' },
  },
];
