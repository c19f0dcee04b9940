$a -eq 1; $a -ne 1; $a -ge 1; $a -gt 1; $a -le 1; $a -lt 1; $a -ceq 1; $a -ieq 1
