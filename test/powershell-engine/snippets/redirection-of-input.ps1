Get-Item < a.txt
