data -Command Get-Item { 1 }
