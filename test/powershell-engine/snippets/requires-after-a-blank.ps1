# requires nothing
Get-Item . #requires later
