"`0`a`b`e`f`n`r`t`v`u{1F600}``"
