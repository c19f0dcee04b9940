import type { ResourceRow } from '../resource-row.ts';

/**
 * The firewall and what it takes a network for. Source: the pages of the modules NetSecurity and NetConnection. Rules that Windows brings
 * along are switched on and off in `../firewall-rules.ts`.
 */
export const firewallRows: readonly ResourceRow[] = [
  {
    kind: 'firewall-profile',
    named: { name: { parameter: 'Name' } },
    // True, False and NotConfigured are words here (GpoBoolean), which `$true` stands for as well.
    properties: {
      enabled: { parameter: 'Enabled', as: 'text' },
      inbound: { parameter: 'DefaultInboundAction' },
      outbound: { parameter: 'DefaultOutboundAction' },
      notify: { parameter: 'NotifyOnListen', as: 'text' },
      inboundRules: { parameter: 'AllowInboundRules', as: 'text' },
      logAllowed: { parameter: 'LogAllowed', as: 'text' },
      logBlocked: { parameter: 'LogBlocked', as: 'text' },
      logFile: { parameter: 'LogFileName', as: 'text' },
      logSize: { parameter: 'LogMaxSizeKilobytes' },
      unprotected: { parameter: 'DisabledInterfaceAliases', as: 'set' },
    },
    set: { command: 'Set-NetFirewallProfile' },
  },
  {
    kind: 'firewall-rule',
    named: { name: { parameter: 'Name' } },
    properties: {
      title: { parameter: 'DisplayName', as: 'text' },
      group: { parameter: 'Group', as: 'text' },
      description: { parameter: 'Description', as: 'text' },
      direction: { parameter: 'Direction' },
      action: { parameter: 'Action' },
      enabled: { parameter: 'Enabled', as: 'text' },
      profile: { parameter: 'Profile', as: 'set' },
      protocol: { parameter: 'Protocol', as: 'text' },
      icmp: { parameter: 'IcmpType', as: 'set' },
      localPort: { parameter: 'LocalPort', as: 'set' },
      remotePort: { parameter: 'RemotePort', as: 'set' },
      localAddress: { parameter: 'LocalAddress', as: 'set' },
      remoteAddress: { parameter: 'RemoteAddress', as: 'set' },
      interfaces: { parameter: 'InterfaceAlias', as: 'set' },
      program: { parameter: 'Program', as: 'text' },
      service: { parameter: 'Service', as: 'text' },
    },
    make: { command: 'New-NetFirewallRule' },
    remove: { command: 'Remove-NetFirewallRule' },
    remakes: true,
  },
  {
    kind: 'connection-profile',
    named: { interface: { parameter: 'InterfaceAlias' } },
    properties: { category: { parameter: 'NetworkCategory' } },
    set: { command: 'Set-NetConnectionProfile' },
  },
];
