import type { ResourceRow } from '../resource-row.ts';

/**
 * Both ends of iSCSI, and the paths between them. Source: the pages of the modules IscsiTarget, iSCSI and MPIO. What a connection is
 * made of, several of them to one target included, is in `../iscsi-sessions.ts`.
 */
export const iscsiRows: readonly ResourceRow[] = [
  {
    kind: 'iscsi-target',
    named: { name: { parameter: 'TargetName' } },
    properties: {
      initiators: { parameter: 'InitiatorIds', as: 'set' },
      enabled: { parameter: 'Enable' },
      description: { parameter: 'Description', as: 'text' },
    },
    make: { command: 'New-IscsiServerTarget', lacks: ['Enable', 'Description'] },
    set: { command: 'Set-IscsiServerTarget' },
    remove: { command: 'Remove-IscsiServerTarget' },
    takesAlong: [{ kind: 'iscsi-mapping', by: 'target' }],
  },
  {
    // Source: Remove-IscsiVirtualDisk: the file of the disk stays where it is.
    kind: 'iscsi-virtual-disk',
    named: { path: { parameter: 'Path' } },
    properties: {
      size: { parameter: 'SizeBytes' },
      fixed: { parameter: 'UseFixed', as: 'switch' },
      parent: { parameter: 'ParentPath', as: 'text' },
      description: { parameter: 'Description', as: 'text' },
    },
    make: { command: 'New-IscsiVirtualDisk' },
    remove: { command: 'Remove-IscsiVirtualDisk' },
    takesAlong: [{ kind: 'iscsi-mapping', by: 'path' }],
    stays: 'a disk is not made anew for it: what it holds would be lost',
  },
  {
    kind: 'iscsi-mapping',
    named: { target: { parameter: 'TargetName' }, path: { parameter: 'Path' } },
    properties: { lun: { parameter: 'Lun' } },
    make: {
      command: 'Add-IscsiVirtualDiskTargetMapping',
      needs: [
        { parameter: 'TargetName', kind: 'iscsi-target', alike: true },
        { parameter: 'Path', kind: 'iscsi-virtual-disk', alike: true },
      ],
    },
    remove: { command: 'Remove-IscsiVirtualDiskTargetMapping' },
    remakes: true,
  },
  {
    // Source: Set-IscsiTargetServerSetting: an address and port of the server at which its targets are served, or not.
    kind: 'iscsi-listener',
    named: { ip: { parameter: 'IP' }, port: { parameter: 'Port', optional: true } },
    properties: { enabled: { parameter: 'Enable' } },
    set: { command: 'Set-IscsiTargetServerSetting' },
  },
  {
    kind: 'iscsi-portal',
    named: {
      address: { parameter: 'TargetPortalAddress' },
      from: { parameter: 'InitiatorPortalAddress', optional: true },
    },
    properties: { port: { parameter: 'TargetPortalPortNumber' } },
    make: { command: 'New-IscsiTargetPortal' },
    remove: { command: 'Remove-IscsiTargetPortal', with: '-Confirm:$false' },
    remakes: true,
  },
  {
    kind: 'mpio-claim',
    named: { bus: { parameter: 'BusType' } },
    properties: { enabled: { parameter: 'enabled', factory: false } },
    on: { command: 'Enable-MSDSMAutomaticClaim' },
    off: { command: 'Disable-MSDSMAutomaticClaim' },
  },
  {
    kind: 'mpio-policy',
    named: {},
    only: 'host',
    // Source: Set-MSDSMGlobalDefaultLoadBalancePolicy, -Policy: None clears any default that is configured.
    properties: { policy: { parameter: 'Policy', factory: 'None' } },
    set: { command: 'Set-MSDSMGlobalDefaultLoadBalancePolicy' },
  },
];
