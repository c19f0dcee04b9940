$a = "say ""it"" `"now`" $b ${c} $(1 + 2) $d.e `$f"
$e = ""
