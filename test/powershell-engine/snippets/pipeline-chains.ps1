Get-Item a && Get-Item b || Get-Item c
Get-Item a &&
  Get-Item b
