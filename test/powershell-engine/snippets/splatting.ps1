$a = @{ Path = 1 }
Get-Item @a -Verbose
Get-Item @args @PSBoundParameters
