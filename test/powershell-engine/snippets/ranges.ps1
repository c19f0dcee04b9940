1..10; $a..$b; 1..10 | ForEach-Object { $_ }
