Get-Item . > a.txt; Get-Item . >> a.txt; Get-Item . 2> b.txt; Get-Item . 2>&1; Get-Item . *> c.txt; Get-Item . 3>&1 4>$null; 1 > d.txt
