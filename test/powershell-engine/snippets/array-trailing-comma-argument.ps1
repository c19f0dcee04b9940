Get-Item a,
