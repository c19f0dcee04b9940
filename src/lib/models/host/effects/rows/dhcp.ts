import type { ResourceRow } from '../resource-row.ts';
import { networkOf } from '../network.ts';

const inScope = { parameter: 'ScopeId', kind: 'dhcp-scope', alike: true } as const;

/**
 * A DHCP server. Source: the pages of the module DhcpServer. A scope is called by its network: `-ScopeId`. What several options of one
 * command are, is in `../dhcp-options.ts`.
 */
export const dhcpRows: readonly ResourceRow[] = [
  {
    kind: 'dhcp-scope',
    named: { scope: { parameter: 'ScopeId' } },
    properties: {
      name: { parameter: 'Name', as: 'text' },
      from: { parameter: 'StartRange' },
      to: { parameter: 'EndRange' },
      mask: { parameter: 'SubnetMask' },
      state: { parameter: 'State', factory: 'Active' },
      lease: { parameter: 'LeaseDuration', as: 'text' },
      delay: { parameter: 'Delay' },
      description: { parameter: 'Description', as: 'text' },
      type: { parameter: 'Type' },
    },
    make: {
      command: 'Add-DhcpServerv4Scope',
      calledBy: (call) => networkOf(call.text('StartRange'), call.text('SubnetMask')),
    },
    set: { command: 'Set-DhcpServerv4Scope', lacks: ['SubnetMask'], needs: [inScope] },
    remove: { command: 'Remove-DhcpServerv4Scope', with: '-Force' },
    takesAlong: [
      { kind: 'dhcp-option', by: 'scope' },
      { kind: 'dhcp-exclusion', by: 'scope' },
      { kind: 'dhcp-reservation', by: 'scope' },
    ],
    stays: 'a scope is not made anew for it: its leases would be lost',
  },
  {
    kind: 'dhcp-option',
    named: { scope: { parameter: 'ScopeId', optional: true }, option: { parameter: 'OptionId' } },
    properties: { value: { parameter: 'Value', as: 'list' } },
    set: { command: 'Set-DhcpServerv4OptionValue' },
    remove: { command: 'Remove-DhcpServerv4OptionValue' },
  },
  {
    kind: 'dhcp-exclusion',
    named: {
      scope: { parameter: 'ScopeId' },
      from: { parameter: 'StartRange' },
      to: { parameter: 'EndRange' },
    },
    properties: {},
    make: { command: 'Add-DhcpServerv4ExclusionRange', needs: [inScope] },
    remove: { command: 'Remove-DhcpServerv4ExclusionRange' },
  },
  {
    kind: 'dhcp-reservation',
    named: { address: { parameter: 'IPAddress' } },
    properties: {
      scope: { parameter: 'ScopeId' },
      client: { parameter: 'ClientId', as: 'text' },
      name: { parameter: 'Name', as: 'text' },
      description: { parameter: 'Description', as: 'text' },
      type: { parameter: 'Type' },
    },
    make: { command: 'Add-DhcpServerv4Reservation', needs: [inScope] },
    remove: { command: 'Remove-DhcpServerv4Reservation' },
    remakes: true,
  },
  {
    // Source: Add-DhcpServerInDC: without both, the server that it runs at. Remove-DhcpServerInDC is not known to go without them.
    kind: 'dhcp-authorization',
    named: {
      server: { parameter: 'DnsName', optional: true },
      address: { parameter: 'IPAddress', optional: true },
    },
    properties: {},
    make: { command: 'Add-DhcpServerInDC' },
    remove: { command: 'Remove-DhcpServerInDC', with: '-Confirm:$false' },
  },
  {
    kind: 'dhcp-groups',
    named: {},
    only: 'DHCP Administrators, DHCP Users',
    properties: {},
    set: { command: 'Add-DhcpServerSecurityGroup' },
    stays: 'no command of the DHCP server takes the groups away',
  },
];
