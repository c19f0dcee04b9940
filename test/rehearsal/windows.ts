import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import { projectRoot } from '../../src/workspace/paths.ts';
import { standInModules } from '../powershell-engine/stand-ins.ts';
import type { Pwsh } from './pwsh.ts';
import { emptyWorld } from './world.ts';

const sources = join(import.meta.dirname, 'windows');
const behaviour = join(import.meta.dirname, 'behaviour.json');

/**
 * Commands that ask before they act, unless -Confirm:$false or -Force says otherwise. Source: their pages (`-Confirm`, examples with
 * `-Confirm:$false`), and the impact that functions of CIM classes have where the page says that they prompt.
 */
const asking =
  /^(?:(?:New|Remove|Set)-NetLbfoTeam|(?:Add|Remove)-NetLbfoTeam(?:Member|Nic)|Remove-Net(?:IPAddress|Route)|Disable-NetAdapter|Unregister-ScheduledTask|Remove-VMSwitch)$/;

/** Modules that come with a role, and are not there before it. Source: the pages of the modules; Install-WindowsFeature, -IncludeManagementTools. */
const roles: Readonly<Record<string, string>> = {
  'Hyper-V': 'Hyper-V-PowerShell',
  FailoverClusters: 'Failover-Clustering',
  MPIO: 'Multipath-IO',
  DhcpServer: 'DHCP',
  IscsiTarget: 'FS-iSCSITarget-Server',
};

/** The folders of modules on a machine with these features, and where those of roles are. */
export function moduleFolders(
  windows: string,
  features: Readonly<Record<string, string>>,
): { readonly modules: readonly string[]; readonly roles: string } {
  const folder = join(windows, 'roles');
  const own = [...new Set(Object.values(roles))].filter(
    (feature) => features[feature] === 'Installed' && existsSync(join(folder, feature)),
  );
  return {
    modules: [join(windows, 'modules'), ...own.map((feature) => join(folder, feature))],
    roles: folder,
  };
}

/** A folder from which a PowerShell is a Windows Server: modules of its commands, and a profile that loads the machine. Made once. */
export function windowsFolder(pwsh: Pwsh, platform: PowerShellPlatform): string {
  const folder = join(projectRoot, '.cache/rehearsal', digestOfSources(), platform);
  if (existsSync(folder)) return folder;
  const made = `${folder}.${process.pid}`;
  const modules = join(made, 'modules');
  mkdirSync(modules, { recursive: true });
  mkdirSync(join(made, 'config/powershell'), { recursive: true });
  const body = (name: string) => ({
    block: `process{$wrong=$null;Invoke-StandIn '${name}' $PSBoundParameters $PSCmdlet ([ref]$wrong);if($wrong){$PSCmdlet.WriteError($wrong)}}`,
    asks: asking.test(name),
  });
  for (const [module, { text, commands }] of standInModules(
    loadCatalogue(),
    platform,
    namesOf(pwsh, made),
    body,
  )) {
    // PowerShell has a module of that name, which a script may name.
    const name = module.replace(/^Microsoft\.PowerShell\./, 'Rehearsed.');
    const role = roles[name];
    const own = join(role === undefined ? modules : join(made, 'roles', role), name);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, `${name}.psm1`), text);
    const exported = commands.map((command) => `'${command}'`).join(', ');
    writeFileSync(
      join(own, `${name}.psd1`),
      `@{ RootModule = '${name}.psm1'; ModuleVersion = '2.0.0.0'; GUID = '${guidOf(module)}'; FunctionsToExport = @(${exported}); CmdletsToExport = @(); AliasesToExport = @() }\n`,
    );
  }
  writeFileSync(
    join(made, 'config/powershell/profile.ps1'),
    // Loaded beforehand, for finding a module by a command of it takes longer than all of them.
    `Import-Module -Name '${join(sources, 'Rehearsal.psm1')}' -Global -DisableNameChecking
foreach ($folder in $env:REHEARSAL_MODULES -split ':') {
  foreach ($module in [IO.Directory]::GetFiles($folder, '*.psm1', 'AllDirectories')) { Import-Module -Name $module -Global -DisableNameChecking }
}
`,
  );
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another process has made it meanwhile.
    if (!existsSync(folder)) throw error;
    rmSync(made, { recursive: true });
  }
  return folder;
}

/** The commands that have a behaviour. */
function namesOf(pwsh: Pwsh, folder: string): string[] {
  const world = join(folder, 'world.json');
  writeFileSync(world, JSON.stringify(emptyWorld()));
  const script = `Import-Module '${join(sources, 'Rehearsal.psm1')}' -DisableNameChecking; Get-RehearsedNames`;
  const { stdout, stderr } = spawnSync(
    pwsh[0],
    [...pwsh.slice(1), '-NoProfile', '-NonInteractive', '-Command', script],
    {
      encoding: 'utf8',
      env: { ...process.env, REHEARSAL_WORLD: world, ProgramData: folder },
    },
  );
  const names = stdout.split(/\s+/).filter((name) => name !== '');
  if (names.length === 0) throw new Error(`The stand-ins do not load:\n${stderr}`);
  return names;
}

/** Of all that a rehearsal is made of: what was rehearsed by other stand-ins, or held to other demands, is not rehearsed by these. */
export function digestOfRehearsal(): string {
  const hash = createHash('sha256').update(digestOfSources());
  const own = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?:[^/]*|resident\/.*)\.(?:ts|ps1|cs)$/.test(name) && !name.includes('.test.'))
    .sort();
  for (const name of own) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 16);
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  const files = readdirSync(sources).map((name) => join(sources, name));
  const catalogue = join(import.meta.dirname, '../powershell-engine/stand-ins.ts');
  for (const file of [...files.sort(), behaviour, catalogue, import.meta.filename])
    hash.update(readFileSync(file));
  hash.update(JSON.stringify(loadCatalogue().index.modules));
  return hash.digest('hex').slice(0, 16);
}

function guidOf(module: string): string {
  const hex = createHash('sha256').update(module).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
