Get-Item a && && Get-Item b
