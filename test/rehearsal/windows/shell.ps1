# What a script meets of the shell itself: the clock, the registry, and programs of Windows.

function Start-Sleep {
  [CmdletBinding(DefaultParameterSetName = 'Seconds')]
  param(
    [Parameter(Position = 0, Mandatory, ParameterSetName = 'Seconds', ValueFromPipeline)] [double] $Seconds,
    [Parameter(Mandatory, ParameterSetName = 'Milliseconds')] [Alias('ms')] [int] $Milliseconds
  )
  Step-Clock ($PSCmdlet.ParameterSetName -eq 'Seconds' ? $Seconds : $Milliseconds / 1000)
}

function Get-Date {
  if ($args -match '^-Date$' -or ($args.Count -gt 0 -and "$($args[0])" -notlike '-*')) { return Microsoft.PowerShell.Utility\Get-Date @args }
  Microsoft.PowerShell.Utility\Get-Date -Date (Get-Clock).ToLocalTime() @args
}

function Get-RegistryKey([string] $Path) {
  $key = $Path -replace '^(Microsoft\.PowerShell\.Core\\)?Registry::', '' -replace '^HKEY_LOCAL_MACHINE', 'HKLM:' -replace '^HKLM:?[\\/]+', 'HKLM:\' -replace '/', '\'
  $key = $key.TrimEnd('\')
  if ($key -eq 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion') { return @{ CurrentBuildNumber = $World.computer.version.Split('.')[2]; CurrentBuild = $World.computer.version.Split('.')[2]; ProductName = $World.computer.title; InstallationType = 'Server' } }
  if ($World.computer.restartPending -and $key -eq 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending') { return @{} }
  if ($World.registry.ContainsKey($key)) { return $World.registry[$key] }
  # A key above others is there too.
  foreach ($other in @($World.registry.Keys) + 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion') { if ($other -like "$key\*") { return @{} } }
}
function Test-RegistryPath($Given) { @($Given | Where-Object { "$_" -match '^(Microsoft\.PowerShell\.Core\\)?(Registry::|HKLM:|HKEY_LOCAL_MACHINE)' }).Count -gt 0 }
function Stop-NoKey([string] $Path, $Cmdlet) {
  $Cmdlet.WriteError([Management.Automation.ErrorRecord]::new([Management.Automation.ItemNotFoundException]::new("Cannot find path '$Path' because it does not exist."), 'PathNotFound', 'ObjectNotFound', $Path))
}

function Test-Path {
  [CmdletBinding(DefaultParameterSetName = 'Path')]
  param([Parameter(Position = 0, Mandatory, ParameterSetName = 'Path', ValueFromPipeline)] [string[]] $Path, [Parameter(Mandatory, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string[]] $LiteralPath, [string] $PathType, [string] $Filter)
  process {
    if (Test-RegistryPath ($Path ?? $LiteralPath)) { foreach ($one in @($Path ?? $LiteralPath)) { $null -ne (Get-RegistryKey $one) } }
    else { Microsoft.PowerShell.Management\Test-Path @PSBoundParameters }
  }
}
function Get-Item {
  [CmdletBinding(DefaultParameterSetName = 'Path')]
  param([Parameter(Position = 0, Mandatory, ParameterSetName = 'Path', ValueFromPipeline)] [string[]] $Path, [Parameter(Mandatory, ParameterSetName = 'LiteralPath')] [string[]] $LiteralPath, [switch] $Force, [string] $Filter)
  process {
    if (Test-RegistryPath ($Path ?? $LiteralPath)) {
      foreach ($one in @($Path ?? $LiteralPath)) { $key = Get-RegistryKey $one; if ($null -eq $key) { Stop-NoKey $one $PSCmdlet } else { New-Shown 'Microsoft.Win32.RegistryKey' @{ Name = $one; Property = @($key.Keys) } } }
    } else { Microsoft.PowerShell.Management\Get-Item @PSBoundParameters }
  }
}
function Get-ItemProperty {
  [CmdletBinding(DefaultParameterSetName = 'Path')]
  param([Parameter(Position = 0, Mandatory, ParameterSetName = 'Path', ValueFromPipeline)] [string[]] $Path, [Parameter(Mandatory, ParameterSetName = 'LiteralPath')] [string[]] $LiteralPath, [Parameter(Position = 1)] [string[]] $Name)
  process {
    if (-not (Test-RegistryPath ($Path ?? $LiteralPath))) { return Microsoft.PowerShell.Management\Get-ItemProperty @PSBoundParameters }
    foreach ($one in @($Path ?? $LiteralPath)) {
      $key = Get-RegistryKey $one
      if ($null -eq $key) { Stop-NoKey $one $PSCmdlet; continue }
      foreach ($wanted in @($Name)) {
        if (-not $key.ContainsKey($wanted)) { $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new([Management.Automation.PSArgumentException]::new("Property $wanted does not exist at path $one."), 'System.Management.Automation.PSArgumentException', 'InvalidArgument', $one)); return }
      }
      New-Shown 'System.Management.Automation.PSCustomObject' $key
    }
  }
}
function Get-ItemPropertyValue {
  [CmdletBinding()]
  param([Parameter(Position = 0)] [string] $Path, [string] $LiteralPath, [Parameter(Position = 1, Mandatory)] [string] $Name)
  (Get-ItemProperty -Path "$Path$LiteralPath" -Name $Name).$Name
}

# Programs. What they were told is kept; what they say is what a script reads of them.
function Use-Program([string] $Name, $Given, [string[]] $Says, [int] $Code = 0) {
  $World.programs = @($World.programs) + @("$Name $($Given -join ' ')")
  Save-World
  $global:LASTEXITCODE = $Code
  $Says
}
function whoami.exe {
  $level = if ($World.computer.elevated) { 'Mandatory Label\High Mandatory Level   Label            S-1-16-12288' } else { 'Mandatory Label\Medium Mandatory Level Label            S-1-16-8192' }
  Use-Program whoami $args @('GROUP INFORMATION', $level)
}
function icacls.exe { Use-Program icacls $args 'Successfully processed 1 files; Failed processing 0 files' }
# Whoever made a folder owns it: the administrators here, unless `owners` says of its name that somebody else did.
function Get-Acl {
  param([string] $LiteralPath)
  [pscustomobject]@{ Path = $LiteralPath; Sddl = 'O:{0}G:SYD:' -f ($World.owners[[IO.Path]::GetFileName($LiteralPath)] ?? 'BA') }
}
# Who answers on the wire: the addresses of `wire`, and of hosts behind a link that is up.
function ping.exe {
  $target = @($args | Where-Object { "$_" -match '^\d+\.\d+\.\d+\.\d+$' })[-1]
  $answers = $World.wire -contains $target -or $World.answers -contains $target
  Step-Clock ($answers ? 0.1 : 4)
  if ($answers) { Use-Program ping $args "Reply from ${target}: bytes=32 time<1ms TTL=128" } else { Use-Program ping $args 'Request timed out.' 1 }
}
function arp.exe {
  $lines = @($World.wire | ForEach-Object { "  $_           00-aa-bb-cc-dd-ee     dynamic" })
  Use-Program arp $args $lines
}
function schtasks.exe {
  $at = [array]::IndexOf(@($args | ForEach-Object { "$_".ToLowerInvariant() }), '/tn')
  $name = if ($at -ge 0) { "$($args[$at + 1])".TrimStart('\') } else { '' }
  $verb = "$($args[0])".ToLowerInvariant()
  if ($verb -ne '/create' -and -not $World.tasks.ContainsKey($name)) { return Use-Program schtasks $args 'ERROR: The system cannot find the file specified.' 1 }
  switch ($verb) { '/create' { $World.tasks[$name] = @{ name = $name } } '/delete' { [void]$World.tasks.Remove($name) } }
  Use-Program schtasks $args 'SUCCESS'
}
function shutdown.exe { Use-Program shutdown $args; if ($args -contains '/r') { Restart-Rehearsed } }
function netsh.exe { Use-Program netsh $args }
function net.exe { Use-Program net $args -Code ($World.computer.elevated ? 0 : 2) }
function whoami { whoami.exe @args }
function icacls { icacls.exe @args }
function ping { ping.exe @args }
function arp { arp.exe @args }
function schtasks { schtasks.exe @args }
function shutdown { shutdown.exe @args }
function netsh { netsh.exe @args }
function net { net.exe @args }
function quser.exe { Use-Program quser $args ' USERNAME              SESSIONNAME        ID  STATE   IDLE TIME  LOGON TIME' }
function Get-RehearsedNames { @($script:Behaviours.Keys | Sort-Object) }
