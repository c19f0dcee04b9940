foreach ($a in $b)
1
