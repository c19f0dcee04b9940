import type { JsonValue, Properties } from '../../resource.ts';
import { changedProperties } from '../../resource.ts';
import { command, quote } from '../emitted-command.ts';
import type { HostEmitter } from '../emitted-command.ts';
import type { HostCall } from '../call.ts';
import { resourceOf, withResource, without } from '../state.ts';
import type { EffectTable } from './effect.ts';
import { given } from './teams.ts';

/** The parameters that a session is made with, by the names that they have in its state. */
const parameters = {
  target: 'TargetPortalAddress',
  port: 'TargetPortalPortNumber',
  from: 'InitiatorPortalAddress',
  authentication: 'AuthenticationType',
};
const switches = { persistent: 'IsPersistent', multipath: 'IsMultipathEnabled' };

/**
 * Connections of the iSCSI initiator, by target: several sessions to one target are paths to it. Source: the pages Connect-IscsiTarget
 * and Disconnect-IscsiTarget, which ends all sessions of a target unless one is named by its number.
 */
export const iscsiSessionEffects: EffectTable = {
  'Connect-IscsiTarget': {
    takes: ['NodeAddress', ...Object.values(parameters), ...Object.values(switches)],
    run(call, state) {
      const node = call.text('NodeAddress');
      const path = pathIn(call);
      if (node === undefined || !path) return undefined;
      const before = pathsOf(resourceOf(state, 'iscsi-session', node)?.properties);
      // Windows refuses a second session by the same way, unless multipath I/O joins them.
      if (before.some((one) => changedProperties(one, path).length === 0)) return undefined;
      return withResource(state, 'iscsi-session', node, { paths: [...before, path] });
    },
  },
  'Disconnect-IscsiTarget': {
    takes: ['NodeAddress'],
    run(call, state) {
      const nodes = call.texts('NodeAddress');
      if (!nodes?.every((node) => resourceOf(state, 'iscsi-session', node))) return undefined;
      return without(
        state,
        nodes.map((name) => ({ kind: 'iscsi-session', name })),
      );
    },
    offline: (call) => (call.texts('NodeAddress') ?? []).map((node) => `the disks of ${node}`),
  },
};

export const emitIscsiSession: HostEmitter = ({ name, before, after }) => {
  const [old, next] = [pathsOf(before), pathsOf(after)];
  const isKept = old.every((path) => next.some((one) => changedProperties(one, path).length === 0));
  const connect = (path: Properties) =>
    [
      command('Connect-IscsiTarget', path, parameters, [['NodeAddress', quote(name)]]),
      ...Object.entries(switches).flatMap(([property, parameter]) =>
        typeof path[property] === 'boolean' ? [`-${parameter} $${String(path[property])}`] : [],
      ),
    ].join(' ');
  const disconnect = `Disconnect-IscsiTarget -NodeAddress ${quote(name)} -Confirm:$false`;
  return isKept
    ? {
        lines: next
          .filter((path) => !old.some((one) => changedProperties(one, path).length === 0))
          .map(connect),
      }
    : { lines: [disconnect, ...next.map(connect)] };
};

function pathIn(call: HostCall): Properties | undefined {
  const flags = Object.entries(switches).filter(([, parameter]) => call.has(parameter));
  if (flags.some(([, parameter]) => call.flag(parameter) === undefined)) return undefined;
  return {
    ...given(call, parameters),
    ...Object.fromEntries(flags.map(([property, parameter]) => [property, call.flag(parameter)!])),
  };
}

function pathsOf(properties: Properties | undefined): readonly Properties[] {
  const paths: JsonValue = properties?.['paths'] ?? [];
  return Array.isArray(paths) ? (paths as readonly Properties[]) : [];
}
