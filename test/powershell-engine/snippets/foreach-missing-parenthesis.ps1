foreach ($a in $b { }
