/**
 * Commands whose parameters depend on the provider or an argument, so that an unknown one proves nothing; in lower case. Sources:
 * about_Providers, and the pages of the others.
 */
export const dynamicCommands: ReadonlySet<string> = new Set(
  [
    // The provider cmdlets (“dynamic parameters”): a FileSystem, Registry, Certificate or WSMan path each adds its own.
    'Add-Content Clear-Content Clear-Item Clear-ItemProperty Copy-Item Copy-ItemProperty Get-ChildItem Get-Content Get-Item',
    'Get-ItemProperty Get-ItemPropertyValue Invoke-Item Join-Path Move-Item Move-ItemProperty New-Item New-ItemProperty New-PSDrive',
    'Remove-Item Remove-ItemProperty Rename-Item Rename-ItemProperty Resolve-Path Set-Content Set-Item Set-ItemProperty',
    'Set-Location Split-Path Test-Path Push-Location mkdir',
    // Get-Command takes the parameters of the command it is asked about.
    'Get-Command',
    // The parameters of a DSC resource are its own.
    'Start-DscConfiguration Invoke-DscResource',
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
);
