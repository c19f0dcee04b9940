Get-Item a&b
