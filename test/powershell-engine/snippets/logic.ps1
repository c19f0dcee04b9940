$a -and $b -or -not $c -xor !$d
