Get-Item . | ? Name -eq 1 | % { $_ }
