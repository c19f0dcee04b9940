import type { HostCall } from '../call.ts';
import type { HostResourceKind, HostState } from '../state.ts';
import { resourceOf, resourcesOf, withProperties, withResource, without } from '../state.ts';
import type { EffectTable } from './effect.ts';
import { given, isSameName } from './teams.ts';

/** Addresses, routes and name servers. Source: the pages of the modules NetTCPIP and DnsClient. */
export const addressEffects: EffectTable = {
  'New-NetIPAddress': {
    takes: ['InterfaceAlias', 'IPAddress', 'PrefixLength', 'DefaultGateway', 'AddressFamily'],
    run(call, state) {
      const alias = call.text('InterfaceAlias');
      const address = call.text('IPAddress');
      const prefix = Number(call.text('PrefixLength'));
      if (alias === undefined || address === undefined || !Number.isInteger(prefix)) return undefined;
      return withResource(state, 'ip-address', address, {
        interface: alias,
        prefix,
        ...given(call, { gateway: 'DefaultGateway' }),
      });
    },
    // Source: Get-NetIPAddress, AddressState: Tentative while it is being looked for on the wire.
    lasts: () => 'Windows looks for the address on the wire before it uses it',
  },
  'Remove-NetIPAddress': {
    takes: ['IPAddress', 'InterfaceAlias', 'AddressFamily', 'PrefixLength', 'DefaultGateway'],
    run(call, state) {
      const addresses = call.texts('IPAddress');
      const aliases = call.texts('InterfaceAlias');
      if (call.has('AddressFamily') || (!addresses && !aliases)) return undefined;
      return without(
        state,
        resourcesOf(state, 'ip-address').filter(
          ({ name, properties }) =>
            (addresses?.some((one) => isSameName(one, name)) ?? true) &&
            (aliases?.some((one) => isSameName(one, properties['interface'])) ?? true),
        ),
      );
    },
    offline: (call) => call.texts('IPAddress') ?? call.texts('InterfaceAlias') ?? [],
  },
  'Set-NetIPInterface': {
    takes: ['InterfaceAlias', 'Dhcp', 'InterfaceMetric', 'AutomaticMetric', 'NlMtuBytes', 'AddressFamily'],
    run: (call, state) =>
      atInterfaces(call, state, 'ip-interface', {
        ...given(call, {
          dhcp: 'Dhcp',
          metric: 'InterfaceMetric',
          mtu: 'NlMtuBytes',
          family: 'AddressFamily',
        }),
        ...given(call, { automaticMetric: 'AutomaticMetric' }),
      }),
  },
  'Set-DnsClientServerAddress': {
    takes: ['InterfaceAlias', 'ServerAddresses', 'ResetServerAddresses'],
    run(call, state) {
      const aliases = call.texts('InterfaceAlias');
      if (!aliases) return undefined;
      if (call.flag('ResetServerAddresses'))
        return without(
          state,
          aliases.map((name) => ({ kind: 'dns-servers', name })),
        );
      const servers = call.texts('ServerAddresses');
      return servers && atInterfaces(call, state, 'dns-servers', { servers });
    },
  },
  'Set-DnsClient': {
    takes: [
      ...['InterfaceAlias', 'RegisterThisConnectionsAddress', 'ConnectionSpecificSuffix'],
      ...['ResetConnectionSpecificSuffix', 'UseSuffixWhenRegistering'],
    ],
    run: (call, state) =>
      atInterfaces(call, state, 'ip-interface', {
        ...given(call, { dnsSuffix: 'ConnectionSpecificSuffix' }),
        ...(call.flag('ResetConnectionSpecificSuffix') && { dnsSuffix: undefined }),
        ...(call.has('UseSuffixWhenRegistering') && {
          suffixRegistration: call.flag('UseSuffixWhenRegistering') ?? null,
        }),
        ...(call.has('RegisterThisConnectionsAddress') && {
          dnsRegistration: call.flag('RegisterThisConnectionsAddress') ?? null,
        }),
      }),
  },
  'New-NetRoute': {
    takes: ['DestinationPrefix', 'InterfaceAlias', 'NextHop', 'RouteMetric'],
    run(call, state) {
      const destination = call.text('DestinationPrefix');
      const alias = call.text('InterfaceAlias');
      if (destination === undefined || alias === undefined) return undefined;
      return withResource(state, 'route', destination, {
        interface: alias,
        ...given(call, { nextHop: 'NextHop', metric: 'RouteMetric' }),
      });
    },
  },
  'Remove-NetRoute': {
    takes: ['DestinationPrefix', 'InterfaceAlias', 'NextHop'],
    run(call, state) {
      const destination = call.text('DestinationPrefix');
      if (destination === undefined || !resourceOf(state, 'route', destination)) return undefined;
      return without(state, [{ kind: 'route', name: destination }]);
    },
  },
};

/** Sets something at each interface that is named. */
export function atInterfaces(
  call: HostCall,
  state: HostState,
  kind: HostResourceKind,
  properties: Parameters<typeof withProperties>[3],
  parameter = 'InterfaceAlias',
): HostState | undefined {
  const aliases = call.texts(parameter);
  if (!aliases || Object.values(properties).includes(null)) return undefined;
  return aliases.reduce((next, alias) => withProperties(next, kind, alias, properties), state);
}
