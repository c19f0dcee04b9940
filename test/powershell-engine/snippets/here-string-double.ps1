$a = @"
$b "quoted" $(1 + 1)
"@
