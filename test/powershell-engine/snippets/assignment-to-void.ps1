[void]$a = 1
