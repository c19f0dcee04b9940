do Get-Item . while ($a)
