/**
 * What to use where a command, or a parameter (`command -parameter`), does not exist; in lower case. Sources: the pages of the commands
 * and classes that are named, and for -AllowNetLbfoTeams those of `refuseSwitchOnTeam` in `models/host`.
 */
export const substitutes: ReadonlyMap<string, string> = new Map([
  [
    'new-vmswitch -enableembeddedteaming',
    'Switch Embedded Teaming came with Windows Server 2016: make a team with New-NetLbfoTeam, and give its name to -NetAdapterName.',
  ],
  [
    'new-vmswitch -allownetlbfoteams',
    'Leave it out: before Windows Server 2022 a virtual switch takes an LBFO team without it.',
  ],
  ...named(
    'add-vmswitchteammember get-vmswitchteam remove-vmswitchteammember set-vmswitchteam',
    'Switch Embedded Teaming came with Windows Server 2016: before it, make and change teams with the NetLbfo commands.',
  ),
  ...named(
    'compress-archive expand-archive',
    'Use [System.IO.Compression.ZipFile] of .NET 4.5, after Add-Type -AssemblyName System.IO.Compression.FileSystem.',
  ),
  ...named('get-wmiobject', 'Use Get-CimInstance.'),
  ...named('invoke-wmimethod', 'Use Invoke-CimMethod.'),
  ...named('register-wmievent', 'Use Register-CimIndicationEvent.'),
  ...named('remove-wmiobject', 'Use Remove-CimInstance.'),
  ...named('set-wmiinstance', 'Use Set-CimInstance.'),
  ...named('get-eventlog', 'Use Get-WinEvent.'),
  ...named('get-computerinfo', 'Ask Get-CimInstance for Win32_OperatingSystem and Win32_ComputerSystem.'),
  ...named(
    'disable-localuser enable-localuser get-localuser new-localuser remove-localuser rename-localuser set-localuser',
    'Use `net user`.',
  ),
  ...named(
    'add-localgroupmember get-localgroup get-localgroupmember new-localgroup remove-localgroup remove-localgroupmember',
    'Use `net localgroup`.',
  ),
  ...named('get-timezone', 'Use `tzutil /g`.'),
  ...named('set-timezone', 'Use `tzutil /s`.'),
  ...named('set-clipboard', 'Pipe it to `clip`.'),
  ...named('new-guid', 'Write [guid]::NewGuid().'),
  ...named('new-temporaryfile', 'Write [System.IO.Path]::GetTempFileName().'),
  ...named('get-itempropertyvalue', 'Use Get-ItemProperty, and take the property of what it returns.'),
  ...named('get-filehash', 'Use `certutil -hashfile FILE SHA256`.'),
  ...named('test-netconnection', 'Use Test-Connection; for a port, New-Object System.Net.Sockets.TcpClient.'),
  ...named(
    'disable-physicaldiskindication enable-physicaldiskindication',
    'From Windows Server 2016 on it is called Enable- or Disable-PhysicalDiskIdentification.',
  ),
]);

function named(names: string, hint: string): [string, string][] {
  return names.split(' ').map((name) => [name, hint]);
}
