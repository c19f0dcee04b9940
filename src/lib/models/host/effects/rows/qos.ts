import type { ResourceRow, RowParameter } from '../resource-row.ts';

/** Quality of service on the host. Source: the pages of the modules NetQos and DcbQos. */
export const qosRows: readonly ResourceRow[] = [
  {
    kind: 'qos-policy',
    named: { name: { parameter: 'Name' } },
    properties: {
      ...switches(['Default', 'SMB', 'iSCSI', 'LiveMigration', 'NFS', 'FCOE', 'Cluster']),
      directPort: { parameter: 'NetDirectPortMatchCondition' },
      port: { parameter: 'IPPortMatchCondition' },
      destinationPort: { parameter: 'IPDstPortMatchCondition' },
      sourcePort: { parameter: 'IPSrcPortMatchCondition' },
      destinationPrefix: { parameter: 'IPDstPrefixMatchCondition' },
      protocol: { parameter: 'IPProtocolMatchCondition' },
      program: { parameter: 'AppPathNameMatchCondition', as: 'text' },
      priority: { parameter: 'PriorityValue8021Action' },
      weight: { parameter: 'MinBandwidthWeightAction' },
      dscp: { parameter: 'DSCPAction' },
      rate: { parameter: 'ThrottleRateActionBitsPerSecond' },
      precedence: { parameter: 'Precedence' },
    },
    make: { command: 'New-NetQosPolicy' },
    remove: { command: 'Remove-NetQosPolicy', with: '-Confirm:$false' },
    remakes: true,
  },
  {
    kind: 'qos-traffic-class',
    named: { name: { parameter: 'Name' } },
    properties: {
      priority: { parameter: 'Priority', as: 'set' },
      share: { parameter: 'BandwidthPercentage' },
      algorithm: { parameter: 'Algorithm' },
    },
    make: { command: 'New-NetQosTrafficClass' },
    remove: { command: 'Remove-NetQosTrafficClass', with: '-Confirm:$false' },
    remakes: true,
  },
  {
    kind: 'qos-flow-control',
    named: { priority: { parameter: 'Priority' } },
    properties: { enabled: { parameter: 'enabled' } },
    on: { command: 'Enable-NetQosFlowControl' },
    off: { command: 'Disable-NetQosFlowControl' },
  },
  {
    kind: 'dcbx',
    named: {},
    only: 'host',
    properties: { willing: { parameter: 'Willing' } },
    set: { command: 'Set-NetQosDcbxSetting', with: '-Confirm:$false' },
  },
];

function switches(parameters: readonly string[]): Readonly<Record<string, RowParameter>> {
  return Object.fromEntries(
    parameters.map((parameter) => [parameter.toLowerCase(), { parameter, as: 'switch' }]),
  );
}
