$a -is [int]; $a -isnot [string]; $a -as [int]; '{0:N2}' -f 1.5
