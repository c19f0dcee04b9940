/**
 * Names that the scripts of a bundle use around the author's commands, which run in the same scope: what a guide defines in one step is
 * there in the next. The author's commands keep clear of them (`powershell/reserved-name`).
 */
export const frameNames = {
  /** Without their dollar signs. `-Step` is an alias of the first, so that `$Step` is the author's own. */
  variables: [
    'LabworkStep',
    'LabworkStepOpen',
    'LabworkEnded',
    'LabworkRecord',
    'LabworkKnown',
    'LabworkAgain',
  ],
  functions: ['Write-LabworkStep'],
  /** Commands of PowerShell's own that must be those. */
  commands: [
    'Set-StrictMode',
    'Push-Location',
    'Pop-Location',
    'Join-Path',
    'Split-Path',
    'Test-Path',
    'New-Item',
    'Add-Content',
    'Get-Content',
    'Get-Date',
    'Where-Object',
    'Write-Host',
    'Write-Warning',
    'Out-Host',
  ],
} as const;
