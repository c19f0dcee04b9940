[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'a')]
[OutputType([string])]
param($a)
$a
