import type { ResourceRow, RowParameter } from '../resource-row.ts';

/** Files over the network. Source: the pages of the modules SmbShare and SmbBandwidth (the feature FS-SMBBW). */
export const smbRows: readonly ResourceRow[] = [
  {
    kind: 'smb-bandwidth-limit',
    named: { category: { parameter: 'Category' } },
    properties: { bytesPerSecond: { parameter: 'BytesPerSecond' } },
    set: { command: 'Set-SmbBandwidthLimit' },
    remove: { command: 'Remove-SmbBandwidthLimit' },
  },
  {
    kind: 'smb-multichannel-constraint',
    named: { server: { parameter: 'ServerName' } },
    properties: { interfaces: { parameter: 'InterfaceAlias', as: 'set' } },
    make: { command: 'New-SmbMultichannelConstraint' },
    remove: { command: 'Remove-SmbMultichannelConstraint', with: '-Confirm:$false' },
    remakes: true,
  },
  {
    kind: 'smb-share',
    named: { name: { parameter: 'Name' } },
    properties: {
      path: { parameter: 'Path', as: 'text' },
      fullAccess: { parameter: 'FullAccess', as: 'set' },
      changeAccess: { parameter: 'ChangeAccess', as: 'set' },
      readAccess: { parameter: 'ReadAccess', as: 'set' },
      noAccess: { parameter: 'NoAccess', as: 'set' },
      description: { parameter: 'Description', as: 'text' },
      encrypted: { parameter: 'EncryptData' },
      continuouslyAvailable: { parameter: 'ContinuouslyAvailable' },
      caching: { parameter: 'CachingMode' },
      enumeration: { parameter: 'FolderEnumerationMode' },
    },
    make: { command: 'New-SmbShare' },
    remove: { command: 'Remove-SmbShare', with: '-Force' },
    remakes: true,
  },
  {
    kind: 'smb-server',
    named: {},
    only: 'host',
    properties: settings([
      ...['EnableMultiChannel', 'EncryptData', 'RejectUnencryptedAccess', 'RequireSecuritySignature'],
      ...['EnableSecuritySignature', 'EnableSMB1Protocol', 'EnableSMB2Protocol', 'AuditSmb1Access'],
      ...['AutoShareServer', 'AutoShareWorkstation', 'EnableLeasing', 'ServerHidden'],
    ]),
    set: { command: 'Set-SmbServerConfiguration', with: '-Force' },
  },
  {
    kind: 'smb-client',
    named: {},
    only: 'host',
    properties: settings([
      ...['EnableMultiChannel', 'EnableLargeMtu', 'EnableBandwidthThrottling', 'RequireSecuritySignature'],
      ...['EnableSecuritySignature', 'ConnectionCountPerRssNetworkInterface', 'EnableInsecureGuestLogons'],
    ]),
    set: { command: 'Set-SmbClientConfiguration', with: '-Force' },
  },
];

/** Settings under the names of their parameters. */
export function settings(parameters: readonly string[]): Readonly<Record<string, RowParameter>> {
  return Object.fromEntries(
    parameters.map((parameter) => [parameter.charAt(0).toLowerCase() + parameter.slice(1), { parameter }]),
  );
}
