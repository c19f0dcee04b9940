function f {
  [CmdletBinding()]
  Get-Item .
}
