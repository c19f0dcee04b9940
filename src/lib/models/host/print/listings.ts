import type { Circumstances } from '../../model.ts';
import type { JsonValue } from '../../resource.ts';
import type { HostCall } from '../call.ts';
import { isSameName } from '../effects/teams.ts';
import type { HostState } from '../state.ts';
import { resourceOf, resourcesOf } from '../state.ts';
import { adaptersOf } from './adapters.ts';
import { bindings } from './bindings.ts';
import type { HostObject, Listing, ObjectValue } from './host-object.ts';
import { objectOf } from './host-object.ts';
import { likePattern } from './like.ts';
import { word } from './words.ts';

interface ListingReader {
  readonly takes: readonly string[];
  list(call: HostCall, state: HostState, circumstances: Circumstances): Listing | undefined;
}

/**
 * What commands that read give out, by their names in lower case. Source: the pages of the commands and of the classes that they give out. A
 * host has what the lab says and what commands have made. In which order Windows lists what is several is not documented.
 */
export const listings: Readonly<Record<string, ListingReader>> = {
  'get-netlbfoteam': {
    takes: ['Name'],
    list: (call, state, { partnersAnswer }) =>
      named(call, 'Name', resourcesOf(state, 'nic-team'), ({ name, properties }) => ({
        Name: ['text', name],
        Members: oneOrMore(listOf(properties['members'])),
        TeamNics: oneOrMore(
          resourcesOf(state, 'team-nic')
            .filter((nic) => isSameName(nic.properties['team'], name))
            .map((nic) => nic.name),
        ),
        TeamingMode: ['word', word(properties['mode'], ['Static', 'SwitchIndependent', 'Lacp'])],
        LoadBalancingAlgorithm: [
          'word',
          word(properties['loadBalancing'], [
            ...['TransportPorts', 'IPAddresses', 'MacAddresses', 'HyperVPort', 'Dynamic'],
          ]),
        ],
        Status: ['word', partnersAnswer ? 'Up' : undefined],
      })),
  },
  'get-netlbfoteammember': {
    takes: ['Name', 'Team'],
    list(call, state, { partnersAnswer }) {
      const adapters = adaptersOf(state);
      const members = resourcesOf(state, 'nic-team').flatMap((team) =>
        (listOf(team.properties['members']) ?? []).map((name) => ({ name, team: team.name })),
      );
      const isAsked = asked(call, 'Team');
      return named(
        call,
        'Name',
        members.filter(({ team }) => isAsked(team)),
        ({ name, team }) => ({
          Name: ['text', name],
          InterfaceDescription: ['text', adapters.find((one) => isSameName(one.name, name))?.description],
          Team: ['text', team],
          AdministrativeMode: ['word', 'Active'],
          OperationalStatus: ['word', partnersAnswer ? 'Active' : undefined],
        }),
      );
    },
  },
  'get-netlbfoteamnic': {
    takes: ['Name', 'Team'],
    list(call, state) {
      const adapters = adaptersOf(state);
      const isAsked = asked(call, 'Team');
      const nics = resourcesOf(state, 'team-nic').filter(({ properties }) =>
        isAsked(String(properties['team'])),
      );
      return named(call, 'Name', nics, ({ name, properties }) => ({
        Name: ['text', name],
        InterfaceDescription: ['text', adapters.find((one) => isSameName(one.name, name))?.description],
        Team: ['text', String(properties['team'])],
        VlanID: ['number', numberOf(properties['vlan']) ?? null],
        Primary: ['flag', properties['vlan'] === undefined],
        Default: ['flag', properties['vlan'] === undefined],
      }));
    },
  },
  'get-vmswitch': {
    takes: ['Name'],
    list(call, state) {
      const adapters = adaptersOf(state);
      return named(call, 'Name', resourcesOf(state, 'virtual-switch'), ({ name, properties }) => {
        const under = listOf(properties['adapters']);
        const [first] = under ?? [];
        return {
          Name: ['text', name],
          SwitchType: ['word', word(properties['type'], ['External', 'Internal', 'Private'])],
          BandwidthReservationMode: [
            'word',
            word(properties['minimumBandwidth'], ['Default', 'Weight', 'Absolute', 'None']),
          ],
          AllowManagementOS: [
            'flag',
            resourcesOf(state, 'management-adapter').some((one) =>
              isSameName(one.properties['switch'], name),
            ),
          ],
          EmbeddedTeamingEnabled: ['flag', properties['embeddedTeaming'] === true],
          IovEnabled: ['flag', properties['iov'] === true],
          Notes: ['text', textOr(properties['notes'], '')],
          NetAdapterInterfaceDescription: [
            'text',
            under?.length === 1
              ? adapters.find((one) => isSameName(one.name, first))?.description
              : textOr(properties['description'], undefined),
          ],
        };
      });
    },
  },
  'get-vmnetworkadapter': {
    takes: ['ManagementOS', 'Name', 'SwitchName'],
    list(call, state) {
      if (call.flag('ManagementOS') !== true) return undefined;
      const isAsked = asked(call, 'SwitchName');
      const own = resourcesOf(state, 'management-adapter').filter(({ properties }) =>
        isAsked(String(properties['switch'])),
      );
      return named(call, 'Name', own, ({ name, properties }) => ({
        Name: ['text', name],
        SwitchName: [
          'text',
          resourceOf(state, 'virtual-switch', String(properties['switch']))?.name ??
            String(properties['switch']),
        ],
        IsManagementOs: ['flag', true],
        VMName: ['text', null],
      }));
    },
  },
  'get-vmnetworkadaptervlan': {
    takes: ['ManagementOS', 'VMNetworkAdapterName'],
    list(call, state) {
      if (call.flag('ManagementOS') !== true) return undefined;
      const found = named(
        call,
        'VMNetworkAdapterName',
        resourcesOf(state, 'management-adapter'),
        ({ name, properties }) => {
          const vlan = numberOf(properties['vlan']);
          const isTrunk = properties['trunk'] !== undefined;
          const mode = isTrunk ? 'Trunk' : vlan === undefined ? 'Untagged' : 'Access';
          return {
            VMName: ['text', null],
            VMNetworkAdapterName: ['text', name],
            Mode: ['text', mode],
            VlanList: ['text', isTrunk ? undefined : vlan === undefined ? '' : String(vlan)],
            OperationMode: ['word', mode],
            AccessVlanId: ['number', isTrunk ? undefined : (vlan ?? 0)],
          };
        },
      );
      return found && { ...found, columns: ['VMName', 'VMNetworkAdapterName', 'Mode', 'VlanList'] };
    },
  },
  'get-netadapter': {
    takes: ['Name'],
    list: (call, state, { cabled }) =>
      named(call, 'Name', adaptersOf(state), ({ name, description, speedMbps, kind }) => ({
        Name: ['text', name],
        InterfaceDescription: ['text', description],
        LinkSpeed: ['text', speedMbps === undefined ? undefined : speedText(speedMbps)],
        Status: ['text', kind === 'card' && cabled && !cabled.includes(name) ? undefined : 'Up'],
        MacAddress: ['text', undefined],
        ifIndex: ['number', undefined],
      })),
  },
  'get-netadapterbinding': {
    takes: ['Name', 'ComponentID'],
    list(call, state) {
      const components = call.texts('ComponentID');
      const names = call.texts('Name');
      const adapters = adaptersOf(state).filter(({ name }) => names?.some((one) => isSameName(one, name)));
      if (!components || adapters.length !== names?.length) return undefined;
      const objects = adapters.flatMap((adapter) =>
        components.map((component) => bindings(state, adapter, component)),
      );
      return objects.every((object) => object !== undefined)
        ? { objects, isOrdered: objects.length === 1 }
        : undefined;
    },
  },
  'get-netadapteradvancedproperty': {
    takes: ['Name', 'DisplayName', 'RegistryKeyword'],
    list(call, state) {
      // What a driver has beside what was set nobody knows here: only what is asked for by name is listed.
      const wanted = call.texts('RegistryKeyword') ?? call.texts('DisplayName');
      const isRegistry = call.has('RegistryKeyword');
      if (!wanted || (isRegistry && call.has('DisplayName'))) return undefined;
      const set = resourcesOf(state, 'adapter-property').filter(
        ({ properties }) =>
          (properties['registry'] === true) === isRegistry &&
          wanted.some((one) => isSameName(one, properties['property'])),
      );
      const isAsked = asked(call, 'Name');
      const adapters = adaptersOf(state).filter(({ name }) => isAsked(name));
      const objects = adapters.map(({ name }) =>
        set.filter(({ properties }) => isSameName(properties['adapter'], name)),
      );
      if (objects.some((all) => all.length !== wanted.length) || adapters.length === 0) return undefined;
      return {
        objects: objects.flat().map(({ properties }) =>
          objectOf({
            Name: ['text', String(properties['adapter'])],
            DisplayName: ['text', isRegistry ? undefined : String(properties['property'])],
            DisplayValue: ['text', isRegistry ? undefined : String(properties['value'])],
            RegistryKeyword: ['text', isRegistry ? String(properties['property']) : undefined],
            RegistryValue: ['list', isRegistry ? [String(properties['value'])] : undefined],
          }),
        ),
        isOrdered: objects.flat().length === 1,
      };
    },
  },
  'get-netipaddress': {
    takes: ['InterfaceAlias', 'IPAddress', 'AddressFamily', 'PrefixOrigin'],
    list(call, state) {
      const [isAlias, isAddress] = [asked(call, 'InterfaceAlias'), asked(call, 'IPAddress')];
      const family = call.text('AddressFamily');
      const origin = call.text('PrefixOrigin');
      const set = resourcesOf(state, 'ip-address').filter(
        ({ name, properties }) => isAlias(String(properties['interface'])) && isAddress(name),
      );
      const objects = set.map(({ name, properties }) =>
        objectOf({
          IPAddress: ['text', name],
          InterfaceAlias: ['text', String(properties['interface'])],
          PrefixLength: ['number', numberOf(properties['prefix'])],
          AddressFamily: ['word', name.includes(':') ? 'IPv6' : 'IPv4'],
          PrefixOrigin: ['word', 'Manual'],
          SuffixOrigin: ['word', 'Manual'],
          AddressState: ['word', 'Preferred'],
        }),
      );
      const isKept = (object: HostObject) =>
        (family === undefined || isSameName(family, object.get('addressfamily')?.value)) &&
        (origin === undefined || isSameName(origin, 'Manual'));
      // A card of the lab may have had an address before; every adapter gives itself one in IPv6.
      const others = adaptersOf(state).filter(
        ({ name, kind }) => isAlias(name) && (kind === 'card' || !isSameName(origin, 'Manual')),
      );
      const isFound = call.has('IPAddress') && objects.length > 0;
      return {
        objects: objects.filter(isKept),
        perhaps: isFound
          ? []
          : others
              .filter(({ under }) => under === undefined)
              .map(({ name }) => objectOf({ InterfaceAlias: ['text', name] })),
        isOrdered: objects.length <= 1,
      };
    },
  },
  'get-dnsclient': {
    takes: ['InterfaceAlias'],
    list(call, state) {
      const isAsked = asked(call, 'InterfaceAlias');
      const adapters = adaptersOf(state).filter(({ name, under }) => under === undefined && isAsked(name));
      const objects = adapters.map(({ name, kind }) => {
        const properties = resourceOf(state, 'ip-interface', name)?.properties;
        const fresh = kind === 'card' ? undefined : true;
        const registers = properties?.['dnsRegistration'] ?? fresh;
        return objectOf({
          InterfaceAlias: ['text', name],
          RegisterThisConnectionsAddress: ['flag', typeof registers === 'boolean' ? registers : undefined],
          ConnectionSpecificSuffix: ['text', textOr(properties?.['dnsSuffix'], undefined)],
        });
      });
      return adapters.length === 0 ? undefined : { objects, isOrdered: objects.length === 1 };
    },
  },
  'get-dnsclientserveraddress': {
    takes: ['InterfaceAlias', 'AddressFamily'],
    list(call, state) {
      const names = call.texts('InterfaceAlias');
      const set = (names ?? []).map((name) => resourceOf(state, 'dns-servers', name));
      if (!isSameName(call.text('AddressFamily'), 'IPv4') || set.length !== 1) return undefined;
      return {
        objects: set.flatMap((one) =>
          one
            ? objectOf({
                InterfaceAlias: ['text', one.name],
                ServerAddresses: ['list', listOf(one.properties['servers'])],
                AddressFamily: ['word', undefined],
              })
            : [],
        ),
        isOrdered: set[0] !== undefined,
      };
    },
  },
  'get-windowsfeature': {
    takes: ['Name'],
    list(call, state) {
      const names = call.texts('Name');
      const found = names?.map((name) => resourceOf(state, 'windows-feature', name));
      if (!found?.every((one) => one !== undefined)) return undefined;
      return {
        objects: found.map(({ name }) =>
          objectOf({ Name: ['text', name], InstallState: ['word', 'Installed'], Installed: ['flag', true] }),
        ),
        isOrdered: found.length === 1,
      };
    },
  },
  'get-dhcpserverv4scope': {
    takes: ['ScopeId'],
    list: (call, state) =>
      named(call, 'ScopeId', resourcesOf(state, 'dhcp-scope'), ({ name, properties }) => ({
        ScopeId: ['text', name],
        SubnetMask: ['text', textOr(properties['mask'], undefined)],
        Name: ['text', textOr(properties['name'], '')],
        State: ['text', textOr(properties['state'], 'Active')],
        StartRange: ['text', textOr(properties['from'], undefined)],
        EndRange: ['text', textOr(properties['to'], undefined)],
      })),
  },
  'get-netfirewallprofile': {
    takes: ['Name'],
    list(call, state) {
      const names = call.texts('Name');
      const found = names?.map((name) => resourceOf(state, 'firewall-profile', name));
      if (!found?.every((one) => one?.properties['enabled'] !== undefined)) return undefined;
      return {
        objects: found.map((one) =>
          objectOf({
            Name: ['text', one!.name],
            Enabled: ['word', word(one!.properties['enabled'], ['True', 'False', 'NotConfigured'])],
          }),
        ),
        isOrdered: found.length === 1,
      };
    },
  },
};

/** Whether a name is among those that a parameter gives; without it all are. */
function asked(call: HostCall, parameter: string): (name: string) => boolean {
  const tests = call.texts(parameter)?.map(likePattern);
  return (name) => tests?.some((test) => test(name)) ?? true;
}

/** Those of a list that are asked for. A name that nothing here has may be there all the same, or be an error. */
function named<T extends { readonly name: string }>(
  call: HostCall,
  parameter: string,
  all: readonly T[],
  properties: (one: T) => Parameters<typeof objectOf>[0],
): Listing | undefined {
  const isAsked = asked(call, parameter);
  const found = all.filter(({ name }) => isAsked(name));
  const isMissing = (call.texts(parameter) ?? []).some(
    (pattern) => !/[*?]/.test(pattern) && !found.some(({ name }) => likePattern(pattern)(name)),
  );
  if (isMissing || found.length === 0) return undefined;
  return { objects: found.map((one) => objectOf(properties(one))), isOrdered: found.length === 1 };
}

/** Source: Get-NetLbfoTeam, examples: a team with one interface has no braces around it. */
function oneOrMore(
  names: readonly string[] | undefined,
): readonly ['text' | 'list', ObjectValue | undefined] {
  return names?.length === 1 ? ['text', names[0]] : ['list', names];
}

function listOf(value: JsonValue | undefined): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}

function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function textOr<T>(value: JsonValue | undefined, otherwise: T): string | T {
  return value === undefined || value === null ? otherwise : String(value);
}

/** Source: Get-NetAdapter, LinkSpeed. */
function speedText(mbps: number): string {
  return mbps >= 1000 ? `${String(mbps / 1000)} Gbps` : `${String(mbps)} Mbps`;
}
