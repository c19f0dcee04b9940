$a.b; $a.b.c; $a.'b c'; $a.$b; $a.(1 + 1); $a.b(); $a.b(1, 2); [Math]::PI; [Math]::Max(1, 2); $a::b; $a.Where{ $_ }; 'x'.Length
