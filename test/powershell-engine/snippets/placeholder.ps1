Get-Item -Name <name>
