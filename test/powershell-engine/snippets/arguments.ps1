Get-Item a, b; Get-Item a,b,'c',$d,(1); Get-Item -Path a , b; Get-Item a=b x:y c:\d\e.txt *.txt [a-z] ~ -- -Path; Get-Item $a.b $a[0] "$a" a$b.c @(1) @{ a = 1 } { 1 }; echo -1 +1 /x
