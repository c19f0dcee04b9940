/** Commands that take away what is not easily brought back. Parameters in full. */
export interface Destructive {
  readonly command: string;
  /** What becomes of it: `deletes`, `erases`, `stops`. */
  readonly verb: string;
  /** What it acts on, in the plural. */
  readonly what: string;
  /** Parameters that say which. */
  readonly targets: readonly string[];
  /** Data that nothing brings back: a name may be that of another disk on another machine. */
  readonly erases?: true;
  /** Without a target it takes all there are. */
  readonly takesAll?: true;
  /** Parameters that switch its question off, besides -Confirm:$false. */
  readonly quiet?: readonly string[];
  /** It acts without asking unless -Confirm is given. */
  readonly neverAsks?: true;
  readonly source: string;
}

const storage = 'Storage module: asks before it acts; -Confirm:$false switches that off';
const forced = 'its page, -Force: runs without asking for confirmation';
const engineSource = 'open-source engine: SupportsShouldProcess without a high ConfirmImpact';
const network = 'NetTCPIP and NetAdapter modules: ask before they act; every selector is optional';

export const destructive: readonly Destructive[] = [
  {
    command: 'Clear-Disk',
    verb: 'erases',
    what: 'disks',
    targets: ['Number', 'FriendlyName', 'UniqueId', 'SerialNumber', 'Path'],
    erases: true,
    source: storage,
  },
  {
    command: 'Format-Volume',
    verb: 'erases',
    what: 'volumes',
    targets: ['DriveLetter', 'FileSystemLabel', 'ObjectId', 'Path', 'Partition'],
    erases: true,
    source: storage,
  },
  {
    command: 'Remove-Partition',
    verb: 'deletes',
    what: 'partitions',
    targets: ['DriveLetter', 'DiskNumber', 'PartitionNumber', 'DiskId', 'Offset'],
    erases: true,
    source: storage,
  },
  {
    command: 'Remove-VirtualDisk',
    verb: 'deletes',
    what: 'virtual disks',
    targets: ['FriendlyName', 'Name', 'UniqueId', 'UsageType'],
    erases: true,
    source: storage,
  },
  {
    command: 'Remove-StoragePool',
    verb: 'deletes',
    what: 'storage pools',
    targets: ['FriendlyName', 'Name', 'UniqueId'],
    erases: true,
    source: storage,
  },
  {
    command: 'Remove-VM',
    verb: 'deletes',
    what: 'virtual machines',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-VMSwitch',
    verb: 'deletes',
    what: 'virtual switches',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Stop-VM',
    verb: 'stops',
    what: 'virtual machines',
    targets: ['Name'],
    quiet: ['Force', 'TurnOff'],
    source: 'Stop-VM, -Force and -TurnOff: whatever the machine has not saved is lost',
  },
  {
    command: 'Remove-ClusterGroup',
    verb: 'deletes',
    what: 'clustered roles',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-ClusterResource',
    verb: 'deletes',
    what: 'cluster resources',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-SmbShare',
    verb: 'deletes',
    what: 'shares',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-SmbMapping',
    verb: 'disconnects',
    what: 'mapped drives',
    targets: ['LocalPath', 'RemotePath'],
    takesAll: true,
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-DnsServerZone',
    verb: 'deletes',
    what: 'DNS zones',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-DhcpServerv4Scope',
    verb: 'deletes',
    what: 'DHCP scopes',
    targets: ['ScopeId'],
    quiet: ['Force'],
    source: forced,
  },
  ...['User', 'Computer', 'Group', 'Object', 'OrganizationalUnit'].map((noun): Destructive => ({
    command: `Remove-AD${noun}`,
    verb: 'deletes',
    what: 'directory objects',
    targets: ['Identity'],
    source: 'ActiveDirectory module: asks before it acts; -Confirm:$false switches that off',
  })),
  {
    command: 'Remove-NetIPAddress',
    verb: 'removes',
    what: 'addresses of this machine',
    targets: ['IPAddress', 'InterfaceAlias', 'InterfaceIndex'],
    takesAll: true,
    source: network,
  },
  {
    command: 'Remove-NetRoute',
    verb: 'removes',
    what: 'routes of this machine',
    targets: ['DestinationPrefix', 'InterfaceAlias', 'InterfaceIndex', 'NextHop'],
    takesAll: true,
    source: network,
  },
  {
    command: 'Remove-NetNat',
    verb: 'removes',
    what: 'NAT networks',
    targets: ['Name'],
    takesAll: true,
    source: network,
  },
  {
    command: 'Disable-NetAdapter',
    verb: 'disables',
    what: 'network adapters',
    targets: ['Name', 'InterfaceDescription'],
    source: network,
  },
  {
    command: 'Remove-NetLbfoTeam',
    verb: 'dissolves',
    what: 'teams',
    targets: ['Name'],
    source: 'NetLbfo module: asks before it acts; -Confirm:$false switches that off',
  },
  {
    command: 'Stop-Service',
    verb: 'stops',
    what: 'services',
    targets: ['Name', 'DisplayName'],
    neverAsks: true,
    source: engineSource,
  },
  {
    command: 'Stop-Process',
    verb: 'ends',
    what: 'processes',
    targets: ['Name', 'Id'],
    quiet: ['Force'],
    source: 'Stop-Process, -Force: ends processes of others without asking',
  },
  {
    command: 'Remove-Item',
    verb: 'deletes',
    what: 'files and folders',
    targets: ['Path', 'LiteralPath'],
    neverAsks: true,
    source: engineSource,
  },
  {
    command: 'Clear-Content',
    verb: 'empties',
    what: 'files',
    targets: ['Path', 'LiteralPath'],
    neverAsks: true,
    source: engineSource,
  },
];
