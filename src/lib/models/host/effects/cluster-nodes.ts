import type { HostCall } from '../call.ts';
import type { HostEmitter } from '../emitted-command.ts';
import { argumentFor, quote } from '../emitted-command.ts';
import { changedProperties } from '../../resource.ts';
import type { HostResource, HostState } from '../state.ts';
import { resourceOf, resourcesOf, withProperties, without } from '../state.ts';
import type { EffectTable } from './effect.ts';
import { asSet, isSameName } from './teams.ts';

/**
 * Which computers are nodes of a cluster, and its end. Source: the pages Add-ClusterNode, Remove-ClusterNode and Remove-Cluster; without
 * `-Cluster` it is the one that the computer is in.
 */
export const clusterNodeEffects: EffectTable = {
  'Add-ClusterNode': {
    takes: ['Name', 'Cluster', 'NoStorage'],
    run: (call, state) => withNodes(call, state, (nodes, names) => [...nodes, ...names]),
  },
  'Remove-ClusterNode': {
    takes: ['Name', 'Cluster'],
    run: (call, state) =>
      withNodes(call, state, (nodes, names) =>
        nodes.filter((node) => !names.some((name) => isSameName(name, node))),
      ),
    offline: (call) => (call.texts('Name') ?? []).map((name) => `what runs on ${name}`),
  },
  'Remove-Cluster': {
    takes: ['Cluster', 'CleanupAD'],
    run(call, state) {
      const cluster = clusterOf(call, state);
      return cluster && without(state, [cluster, ...inClusters(state)]);
    },
    offline: () => ['what runs on the cluster'],
  },
};

export const emitCluster =
  (emitRow: HostEmitter): HostEmitter =>
  (change, all) => {
    const { action, name, before, after } = change;
    if (action === 'remove') {
      const inside = all.filter((other) => other.action === 'remove' && clusterKinds.has(other.kind));
      return {
        lines: [`Remove-Cluster -Cluster ${quote(name)} -Force -CleanupAD`],
        brings: inside.map((other) => `remove ${other.kind} ${other.name.toLowerCase()}`),
      };
    }
    const changed = changedProperties(before, after);
    if (action === 'create' || changed.join() !== 'nodes') return emitRow(change, all);
    const [old, next] = [nodesOf(before), nodesOf(after)];
    const line = (verb: string, node: string) =>
      `${verb}-ClusterNode -Name ${argumentFor(node)} -Cluster ${quote(name)}`;
    return {
      lines: [
        ...next.filter((node) => !old.includes(node)).map((node) => line('Add', node)),
        ...old.filter((node) => !next.includes(node)).map((node) => `${line('Remove', node)} -Force`),
      ],
    };
  };

/** What there is only in a cluster. */
const clusterKinds = new Set<string>(['cluster-quorum', 'cluster-shared-volume']);

function inClusters(state: HostState): readonly HostResource[] {
  return [...state.resources.values()].filter(({ kind }) => clusterKinds.has(kind));
}

function clusterOf(call: HostCall, state: HostState): HostResource | undefined {
  const name = call.text('Cluster');
  if (call.has('Cluster')) return name === undefined ? undefined : resourceOf(state, 'cluster', name);
  const [one, ...others] = resourcesOf(state, 'cluster');
  return others.length === 0 ? one : undefined;
}

function withNodes(
  call: HostCall,
  state: HostState,
  change: (nodes: readonly string[], names: readonly string[]) => readonly string[],
): HostState | undefined {
  const cluster = clusterOf(call, state);
  const names = call.texts('Name');
  if (!cluster || !names) return undefined;
  return withProperties(state, 'cluster', cluster.name, {
    nodes: asSet(change(nodesOf(cluster.properties), names)),
  });
}

function nodesOf(properties: HostResource['properties'] | undefined): readonly string[] {
  const nodes = properties?.['nodes'];
  return Array.isArray(nodes) ? nodes.map(String) : [];
}
