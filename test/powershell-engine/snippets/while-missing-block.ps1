while ($a)
1
