import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { LabDevice } from '../../src/lib/lab/lab.ts';
import { windowsPlatforms } from '../../src/lib/platforms/windows.ts';

/** A network adapter of the machine; `id` joins what the commands of Hyper-V and those of the network say of it. */
export interface Adapter {
  readonly id: string;
  name: string;
  description: string;
  mac: string;
  ifIndex: number;
  kind: 'nic' | 'team-nic' | 'vethernet';
  speed: number;
  link: boolean;
  enabled: boolean;
  /** On the clock of the rehearsal; null: never. */
  shownAt: number | null;
  bindings: Record<string, boolean>;
  dhcp: 'Enabled' | 'Disabled';
  dns: string[];
  category: 'Public' | 'Private' | 'DomainAuthenticated';
  properties: Record<string, unknown>;
  capabilities: Record<string, boolean>;
  team: string;
  vlan: number;
}

export interface Address {
  adapter: string;
  address: string;
  prefix: number;
  origin: 'Manual' | 'Dhcp' | 'WellKnown';
  madeAt: number;
  family: 'IPv4' | 'IPv6';
}

/** What goes wrong in one run: at the nth change that is begun in it, or at the nth call of a command. */
export type Fault = ({ change: number } | { command: string; call?: number }) & {
  kind:
    | (
        | 'error-before'
        | 'error-after'
        | 'killed-before'
        | 'killed-after'
        | 'never'
        | 'full-disk'
        | 'meanwhile'
      )
    | 'hangs';
};

export interface Call {
  readonly command: string;
  readonly outcome: 'done' | 'failed' | 'refused';
  readonly with: Readonly<Record<string, readonly string[]>>;
}

/** The machine, as it outlives the processes that change it. */
export interface World {
  now: number;
  serial: number;
  index: number;
  never: boolean;
  computer: {
    name: string;
    title: string;
    version: string;
    domain: string;
    elevated: boolean;
    restartPending: boolean;
    restarts: number;
    /** It starts again as soon as the process has ended. */
    goingDown: boolean;
    nextName: string;
    switchOnTeam: 'made' | 'refused';
    teamDefault: string;
  };
  adapters: Adapter[];
  teams: {
    id: string;
    name: string;
    members: string[];
    mode: string;
    loadBalancing: string;
    lacpTimer: string;
    upAt: number | null;
  }[];
  switches: Record<string, unknown>[];
  management: Record<string, unknown>[];
  addresses: Address[];
  routes: Record<string, unknown>[];
  machines: { name: string; switch: string; running: boolean }[];
  sessions: { local: string; port: number; remote: string }[];
  features: Record<string, string>;
  tasks: Record<string, unknown>;
  registry: Record<string, Record<string, unknown>>;
  /** Of folders that are no administrator's, by their names, as SDDL has it. */
  owners: Record<string, string>;
  vmHost: Record<string, unknown>;
  objects: Record<string, unknown[]>;
  /** Addresses that somebody else on the wire answers for. */
  wire: string[];
  /** Addresses that answer a ping and nobody wants here. */
  answers: string[];
  /** Addresses that DHCP gives, by adapter. */
  leases: Record<string, string>;
  programs: string[];
  faults: Fault[];
  /** Every call of a command that changes something. */
  log: Call[];
}

/** Source: “Windows Server release information”, Microsoft Learn; 2012 and 2012 R2: “Operating System Version”. */
const versions: Readonly<Partial<Record<PowerShellPlatform, string>>> = {
  'windows-server-2012': '6.2.9200',
  'windows-server-2012-r2': '6.3.9600',
  'windows-server-2016': '10.0.14393',
  'windows-server-2019': '10.0.17763',
  'windows-server-2022': '10.0.20348',
  'windows-server-2025': '10.0.26100',
};

export function emptyWorld(platform: PowerShellPlatform = 'windows-server-2012-r2', name = 'HOST'): World {
  const { title, profile } = windowsPlatforms[platform];
  return {
    now: 0,
    serial: 100,
    index: 20,
    never: false,
    computer: {
      name,
      title,
      version: versions[platform] ?? '10.0.26100',
      domain: 'WORKGROUP',
      elevated: true,
      restartPending: false,
      restarts: 0,
      goingDown: false,
      nextName: '',
      switchOnTeam: profile.switchOnTeam,
      // Source: New-NetLbfoTeam, -LoadBalancingAlgorithm: Dynamic where it is known, TransportPorts on Windows Server 2012.
      teamDefault: platform === 'windows-server-2012' ? 'TransportPorts' : 'Dynamic',
    },
    adapters: [],
    teams: [],
    switches: [],
    management: [],
    addresses: [],
    routes: [],
    machines: [],
    sessions: [],
    features: {
      'Hyper-V': 'Installed',
      'Hyper-V-PowerShell': 'Installed',
      'Failover-Clustering': 'Available',
      'Multipath-IO': 'Available',
      DHCP: 'Available',
      'FS-iSCSITarget-Server': 'Available',
    },
    tasks: {},
    registry: { 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager': {} },
    owners: {},
    vmHost: {
      VirtualMachineMigrationEnabled: false,
      UseAnyNetworkForMigration: false,
      VirtualMachineMigrationPerformanceOption: 'TCPIP',
      VirtualMachineMigrationAuthenticationType: 'CredSSP',
      MaximumVirtualMachineMigrations: 2,
      MaximumStorageMigrations: 2,
    },
    objects: {},
    wire: [],
    answers: [],
    leases: {},
    programs: [],
    faults: [],
    log: [],
  };
}

/** The machine after a restart: nothing waits for one any more. */
export function restarted(world: World): void {
  const { computer, features } = world;
  for (const [name, state] of Object.entries(features))
    features[name] = state.replace('UninstallPending', 'Available').replace('InstallPending', 'Installed');
  Object.assign(computer, { restartPending: false, goingDown: false, restarts: computer.restarts + 1 });
  world.now += 120;
}

/** Adds a card to the machine. */
export function addCard(world: World, name: string, description: string, speedMbps = 1000): Adapter {
  world.index += 1;
  world.serial += 1;
  const card: Adapter = {
    id: `{${String(world.serial).padStart(8, '0')}-0000-4000-8000-000000000000}`,
    name,
    description,
    mac: `00-1B-21-00-00-${(world.serial % 256).toString(16).toUpperCase().padStart(2, '0')}`,
    ifIndex: world.index,
    kind: 'nic',
    speed: speedMbps * 1e6,
    link: true,
    enabled: true,
    shownAt: 0,
    bindings: { ms_tcpip: true, ms_tcpip6: true, ms_server: true, ms_msclient: true, ms_implat: false },
    dhcp: 'Enabled',
    dns: [],
    properties: {
      'Receive Buffers': { keyword: '*ReceiveBuffers', value: '256', registry: '256', default: '256' },
      'Jumbo Packet': {
        keyword: '*JumboPacket',
        value: 'Disabled',
        registry: '1514',
        default: 'Disabled',
        values: ['Disabled', '4088 Bytes', '9014 Bytes'],
        byRegistry: { '1514': 'Disabled', '4088': '4088 Bytes', '9014': '9014 Bytes' },
      },
    },
    category: 'Public',
    capabilities: { Rss: true, Vmq: true, Rdma: false, Sriov: false },
    team: '',
    vlan: 0,
  };
  world.adapters.push(card);
  return card;
}

/**
 * The machine that a lab describes, as it is before the guide: its cards, each with a link, and things that are nobody's business here: a
 * private switch with a machine on it, and an address on a card that the guide leaves alone, where there is one.
 */
export function machineOf(
  device: LabDevice,
  platform: PowerShellPlatform,
  untouched?: string,
  installs: readonly string[] = [],
): World {
  const world = emptyWorld(platform, device.name.toUpperCase());
  // What the guide installs is not there before it.
  for (const feature of installs) world.features[feature] = 'Available';
  if (installs.includes('Hyper-V')) world.features['Hyper-V-PowerShell'] = 'Available';
  for (const { name, driver, speedMbps } of device.ports)
    addCard(world, name, driver ?? `Network card ${name}`, speedMbps);
  const own = world.adapters.find(({ name }) => name === untouched);
  if (own) {
    own.dhcp = 'Disabled';
    world.addresses.push({
      adapter: own.id,
      address: '10.9.8.7',
      prefix: 24,
      origin: 'Manual',
      madeAt: -60,
      family: 'IPv4',
    });
  }
  world.switches.push({
    id: '{00000001-0000-4000-8000-000000000000}',
    name: 'Foreign-Switch',
    type: 'Private',
    adapters: [],
    embeddedTeaming: false,
    iov: false,
    notes: 'of somebody else',
    minimumBandwidth: 'Absolute',
    defaultFlowWeight: 0,
    defaultFlowAbsolute: 0,
    loadBalancing: 'HyperVPort',
  });
  world.machines.push({ name: 'Foreign-Machine', switch: 'Foreign-Switch', running: true });
  return world;
}
