1 -in 1, 2; 1 -notin $a; $a -contains 1; $a -notcontains 1
