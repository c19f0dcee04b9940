$a = "one $(Get-Item ""a"" 1 + , ) two"
