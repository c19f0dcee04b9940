import type { HostCall } from '../call.ts';
import { isPattern } from '../call.ts';
import type { HostState } from '../state.ts';
import { resourcesOf, withProperties, withResource, without } from '../state.ts';
import type { EffectTable, HostEffect } from './effect.ts';
import { given, isSameName } from './teams.ts';

/** Network adapters and what they can do. Source: the pages of the module NetAdapter. */
export const adapterEffects: EffectTable = {
  'Rename-NetAdapter': {
    takes: ['Name', 'NewName'],
    run(call, state) {
      const before = call.text('Name');
      const after = call.text('NewName');
      if (before === undefined || after === undefined) return undefined;
      // One that has been renamed before is known by the name that it had first.
      const first = resourcesOf(state, 'adapter-name').find(({ properties }) =>
        isSameName(properties['name'], before),
      );
      const name = first?.name ?? before;
      // Windows refuses a second adapter of one name.
      const isTaken = resourcesOf(state, 'adapter-name').some(
        (other) => other !== first && isSameName(other.properties['name'], after),
      );
      if (isTaken) return undefined;
      return isSameName(name, after)
        ? without(state, [{ kind: 'adapter-name', name }])
        : withResource(state, 'adapter-name', name, { name: after });
    },
  },
  'Set-NetAdapterAdvancedProperty': {
    takes: ['Name', 'DisplayName', 'DisplayValue', 'RegistryKeyword', 'RegistryValue', 'NoRestart'],
    run(call, state) {
      const property = call.text('DisplayName') ?? call.text('RegistryKeyword');
      const value = call.text('DisplayValue') ?? call.text('RegistryValue');
      const isRegistry = call.has('RegistryKeyword');
      if (property === undefined || value === undefined) return undefined;
      // One that is named one way and set the other is the same only to who knows the driver.
      if (isRegistry !== call.has('RegistryValue')) return undefined;
      return eachAdapter(call, state, (next, name) =>
        withResource(next, 'adapter-property', `${name} ${property}`, {
          adapter: name,
          property,
          value,
          ...(isRegistry && { registry: true }),
        }),
      );
    },
    offline: (call) => (call.flag('NoRestart') ? [] : (call.texts('Name') ?? ['the adapter'])),
  },
  'Reset-NetAdapterAdvancedProperty': {
    takes: ['Name', 'DisplayName', 'NoRestart'],
    run(call, state) {
      const properties = call.texts('DisplayName');
      return (
        properties &&
        eachAdapter(call, state, (next, name) =>
          without(
            next,
            properties.map(
              (property) => ({ kind: 'adapter-property', name: `${name} ${property}` }) as const,
            ),
          ),
        )
      );
    },
    offline: (call) => (call.flag('NoRestart') ? [] : (call.texts('Name') ?? ['the adapter'])),
  },
  'Set-NetAdapterRss': queues('RSS', [
    ...['BaseProcessorGroup', 'BaseProcessorNumber', 'MaxProcessorGroup', 'MaxProcessorNumber'],
    ...['MaxProcessors', 'NumaNode', 'NumberOfReceiveQueues', 'Profile'],
  ]),
  'Set-NetAdapterVmq': queues('VMQ', [
    ...['BaseProcessorGroup', 'BaseProcessorNumber', 'MaxProcessorNumber', 'MaxProcessors', 'NumaNode'],
  ]),
  'Set-NetAdapterRdma': queues('RDMA', []),
  'Set-NetAdapterSriov': queues('SR-IOV', ['NumVFs']),
  'Enable-NetAdapterBinding': binding(true),
  'Disable-NetAdapterBinding': binding(false),
  ...capability('Rss', 'RSS'),
  ...capability('Vmq', 'VMQ'),
  ...capability('Rdma', 'RDMA'),
  ...capability('Sriov', 'SR-IOV'),
  ...capability('Qos', 'QoS'),
  ...capability('Rsc', 'RSC'),
  ...capability('Lso', 'LSO'),
  ...capability('ChecksumOffload', 'checksum offload'),
  'Enable-NetAdapter': { takes: ['Name'], run: (call, state) => switched(call, state, 'adapter', true) },
  'Disable-NetAdapter': {
    takes: ['Name'],
    run: (call, state) => switched(call, state, 'adapter', false),
    offline: (call) => call.texts('Name') ?? ['the adapter'],
  },
};

function binding(enabled: boolean): HostEffect {
  return {
    takes: ['Name', 'ComponentID'],
    run(call, state) {
      const components = call.texts('ComponentID');
      if (!components) return undefined;
      return eachAdapter(call, state, (next, name) =>
        components.reduce(
          (bound, component) =>
            withResource(bound, 'adapter-binding', `${name} ${component}`, {
              adapter: name,
              component,
              enabled,
            }),
          next,
        ),
      );
    },
    offline: (call) => call.texts('Name') ?? ['the adapter'],
  };
}

/** The commands that switch what an adapter can do on and off. They restart the adapter unless told not to. */
function capability(word: string, title: string): EffectTable {
  const effect = (enabled: boolean): HostEffect => ({
    takes: ['Name', 'NoRestart'],
    run: (call, state) => switched(call, state, title, enabled),
    offline: (call) => (call.flag('NoRestart') ? [] : (call.texts('Name') ?? ['the adapter'])),
  });
  return { [`Enable-NetAdapter${word}`]: effect(true), [`Disable-NetAdapter${word}`]: effect(false) };
}

/** Which processors serve an adapter, and whether at all. Source: the pages Set-NetAdapterRss, Set-NetAdapterVmq and their like. */
function queues(title: string, parameters: readonly string[]): HostEffect {
  return {
    takes: ['Name', 'Enabled', 'NoRestart', ...parameters],
    run(call, state) {
      const enabled = call.flag('Enabled');
      if (call.has('Enabled') && enabled === undefined) return undefined;
      const set = given(
        call,
        Object.fromEntries(
          parameters.map((parameter) => [parameter.charAt(0).toLowerCase() + parameter.slice(1), parameter]),
        ),
      );
      const switchedOn = enabled === undefined ? state : switched(call, state, title, enabled);
      if (Object.keys(set).length === 0 || !switchedOn) return switchedOn;
      return eachAdapter(call, switchedOn, (next, name) =>
        withProperties(next, 'adapter-queues', `${name} ${title}`, {
          adapter: name,
          capability: title,
          ...set,
        }),
      );
    },
    offline: (call) => (call.flag('NoRestart') ? [] : (call.texts('Name') ?? ['the adapter'])),
  };
}

function switched(call: HostCall, state: HostState, what: string, enabled: boolean): HostState | undefined {
  return eachAdapter(call, state, (next, name) =>
    withProperties(next, 'adapter-capability', `${name} ${what}`, {
      adapter: name,
      capability: what,
      enabled,
    }),
  );
}

/** A name with a wildcard stands for adapters that nobody knows here. */
function eachAdapter(
  call: HostCall,
  state: HostState,
  change: (state: HostState, name: string) => HostState,
): HostState | undefined {
  const names = call.texts('Name');
  if (!names || names.some(isPattern)) return undefined;
  return names.reduce(change, state);
}
