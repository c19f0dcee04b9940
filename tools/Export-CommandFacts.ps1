<#
.SYNOPSIS
    Writes down what the commands of a module take, for `npx labworks check --facts`.
.DESCRIPTION
    Runs on a Windows machine that has the module, in Windows PowerShell 4.0 or later. It imports the module and asks PowerShell
    for its commands, parameters, parameter sets, types and accepted values. Nothing is changed, and nothing but names and
    numbers is written.
.PARAMETER Module
    Names of modules, or paths of their manifests.
.PARAMETER Path
    The file to write.
.PARAMETER Platform
    What the facts are true for. Left out, it is the version of Windows Server that this machine is of.
.EXAMPLE
    .\Export-CommandFacts.ps1 -Module VMware.VimAutomation.Core -Path .\vmware.json
#>
#Requires -Version 4.0
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string[]]$Module,

    [string]$Path = 'command-facts.json',

    [ValidateSet('windows-server-2012', 'windows-server-2012-r2', 'windows-server-2016', 'windows-server-2019',
        'windows-server-2022', 'windows-server-2025', 'powershell-7')]
    [string]$Platform
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# Every command has these; they are known already.
$commonParameters = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable',
    'WarningVariable', 'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable'

$buildOfServer = @{
    9200  = 'windows-server-2012'
    9600  = 'windows-server-2012-r2'
    14393 = 'windows-server-2016'
    17763 = 'windows-server-2019'
    20348 = 'windows-server-2022'
    26100 = 'windows-server-2025'
}

function Get-PlatformHere {
    if ($PSVersionTable.PSVersion.Major -ge 7) { return 'powershell-7' }
    $build = [Environment]::OSVersion.Version.Build
    if (-not $buildOfServer.ContainsKey($build)) {
        throw "Build $build is of no Windows Server that labworks knows. Say with -Platform which one the facts are true for."
    }
    $buildOfServer[$build]
}

# Names that would break the form are left out; PowerShell hardly has any.
function Test-PlainName {
    param([string]$Name)
    $Name -match '^[^\s;:?|{}\[\]@=~*,/]+$'
}

# The name without namespace: `String[]`, `Int32` for a nullable one, `CimInstance#Class` where only that class will do.
function Get-TypeName {
    param([Type]$Type, [object[]]$Attributes)
    $inner = $Type
    $suffix = ''
    while ($inner.IsArray) {
        $suffix += '[]'
        $inner = $inner.GetElementType()
    }
    $nullable = [Nullable]::GetUnderlyingType($inner)
    if ($nullable) { $inner = $nullable }
    $name = $inner.Name -replace '`\d+$', ''
    if ($name -eq 'CimInstance') {
        foreach ($attribute in $Attributes) {
            if ($attribute -is [System.Management.Automation.PSTypeNameAttribute]) {
                $name = 'CimInstance#' + (($attribute.PSTypeName -replace '\[\]$', '') -replace '^.*#', '')
            }
        }
    }
    $name + $suffix
}

function Get-ElementType {
    param([Type]$Type)
    $inner = $Type
    while ($inner.IsArray) { $inner = $inner.GetElementType() }
    $nullable = [Nullable]::GetUnderlyingType($inner)
    if ($nullable) { $nullable } else { $inner }
}

function Get-ParameterFacts {
    param($Parameter, $Enums)
    $facts = [ordered]@{ t = Get-TypeName -Type $Parameter.ParameterType -Attributes $Parameter.Attributes }
    $aliases = @($Parameter.Aliases | Where-Object { Test-PlainName -Name $_ })
    if ($aliases.Count -gt 0) { $facts['a'] = [object[]]$aliases }
    foreach ($attribute in $Parameter.Attributes) {
        if ($attribute -is [System.Management.Automation.ValidateSetAttribute]) {
            $facts['v'] = [object[]]@($attribute.ValidValues)
        }
        if ($attribute -is [System.Management.Automation.ValidateRangeAttribute]) {
            $low = $attribute.MinRange
            $high = $attribute.MaxRange
            if ($low -is [ValueType] -and $high -is [ValueType] -and $low -isnot [datetime] -and $low -isnot [timespan]) {
                $facts['r'] = [object[]]@($low, $high)
            }
        }
    }
    $element = Get-ElementType -Type $Parameter.ParameterType
    if ($element.IsEnum -and -not $facts.Contains('v')) {
        $names = [object[]][Enum]::GetNames($element)
        if (-not $Enums.Contains($element.Name)) { $Enums[$element.Name] = $names }
        # Another type of the same short name.
        elseif (($Enums[$element.Name] -join ',') -cne ($names -join ',')) { $facts['v'] = $names }
    }
    $facts
}

# `Name !0pn`: mandatory, first by position, from the pipeline both ways.
function Get-SetToken {
    param($Parameter)
    $flags = ''
    if ($Parameter.IsMandatory) { $flags += '!' }
    if ($Parameter.Position -ge 0) { $flags += $Parameter.Position }
    if ($Parameter.ValueFromPipeline) { $flags += 'p' }
    if ($Parameter.ValueFromPipelineByPropertyName) { $flags += 'n' }
    if ($Parameter.ValueFromRemainingArguments) { $flags += 'r' }
    ($Parameter.Name + ' ' + $flags).Trim()
}

function Test-Dynamic {
    param($Command)
    if ($Command -is [System.Management.Automation.CmdletInfo]) {
        return [System.Management.Automation.IDynamicParameters].IsAssignableFrom($Command.ImplementingType)
    }
    $ast = $Command.ScriptBlock.Ast
    if ($ast -is [System.Management.Automation.Language.FunctionDefinitionAst]) { $ast = $ast.Body }
    $null -ne $ast.DynamicParamBlock
}

function Get-CommandFacts {
    param($Command, $Enums)
    $parameters = [ordered]@{}
    $sets = @()
    foreach ($set in $Command.ParameterSets) {
        $tokens = @()
        foreach ($parameter in $set.Parameters) {
            if ($commonParameters -contains $parameter.Name -or -not (Test-PlainName -Name $parameter.Name)) { continue }
            $tokens += Get-SetToken -Parameter $parameter
            if (-not $parameters.Contains($parameter.Name)) {
                $parameters[$parameter.Name] = Get-ParameterFacts -Parameter $parameter -Enums $Enums
            }
        }
        $one = [ordered]@{ name = $set.Name -replace '[;@*]', '_' }
        if ($set.IsDefault) { $one['default'] = 1 }
        $one['params'] = [object[]]$tokens
        $sets += , $one
    }
    $facts = [ordered]@{}
    if (-not $Command.Parameters.ContainsKey('Verbose')) { $facts['noCommon'] = 1 }
    if (Test-Dynamic -Command $Command) { $facts['dynamic'] = 1 }
    $facts['params'] = $parameters
    $facts['sets'] = [object[]]$sets
    $facts
}

# The module that is PowerShell itself cannot be imported, and need not be.
function Get-OwnModule {
    $own = 'Microsoft.PowerShell.Core'
    $exported = @{}
    foreach ($command in Get-Command -Module $own) { $exported[$command.Name] = $command }
    [pscustomobject]@{
        Name = $own; Version = $PSVersionTable.PSVersion; ExportedAliases = @{}; ExportedCommands = $exported
    }
}

function Get-ModuleFacts {
    param([string]$Name)
    $imported = if ($Name -eq 'Microsoft.PowerShell.Core') { Get-OwnModule }
    else { Import-Module -Name $Name -PassThru -DisableNameChecking }
    $commands = [ordered]@{}
    $enums = [ordered]@{}
    $aliases = [ordered]@{}
    foreach ($alias in $imported.ExportedAliases.Values) {
        if ((Test-PlainName -Name $alias.Name) -and (Test-PlainName -Name $alias.Definition)) {
            $aliases[$alias.Name] = $alias.Definition
        }
    }
    foreach ($command in $imported.ExportedCommands.Values | Sort-Object -Property Name) {
        if ($command -is [System.Management.Automation.AliasInfo] -or -not (Test-PlainName -Name $command.Name)) { continue }
        try {
            $commands[$command.Name] = Get-CommandFacts -Command $command -Enums $enums
        } catch {
            Write-Warning -Message "$($command.Name) is left out: $($_.Exception.Message)"
        }
    }
    [ordered]@{
        module   = $imported.Name
        version  = [string]$imported.Version
        aliases  = $aliases
        enums    = $enums
        commands = $commands
    }
}

if (-not $Platform) { $Platform = Get-PlatformHere }
$modules = @(foreach ($name in $Module) { Get-ModuleFacts -Name $name })
$facts = [ordered]@{ commandFacts = 1; platform = $Platform; modules = [object[]]$modules }
$file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
[IO.File]::WriteAllText($file, (ConvertTo-Json -InputObject $facts -Depth 12 -Compress))
Write-Output -InputObject "$file tells of $($modules.Count) module(s) on $Platform."
