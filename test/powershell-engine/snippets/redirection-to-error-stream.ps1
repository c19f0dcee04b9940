Get-Item . 1>&2
