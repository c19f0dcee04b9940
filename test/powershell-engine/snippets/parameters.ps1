param(
  [Parameter(Mandatory, Position = 0, HelpMessage = 'x')]
  [ValidateSet('a', 'b')]
  [Alias('n', 'm')]
  [string[]]
  $Name,

  [ValidateRange(1, 5)][int]$Count = 3,
  [ValidateScript({ $_ -gt 1 })]$c,
  [switch]$Force
)
$Name
