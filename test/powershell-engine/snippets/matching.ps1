$a -like 'b*'; $a -notlike 'b'; $a -match 'c'; $a -cnotmatch 'c'; $a -replace 'd', 'e'; $a -split ','; -split $a; -join $b; $b -join ','
