<#
.SYNOPSIS
Does it.
.PARAMETER Name
The name.
#>
function Get-It {
  param($Name)
  $Name
}
