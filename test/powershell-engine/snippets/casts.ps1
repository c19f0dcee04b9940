[int]'5'; [string]$a; [void](Get-Item .); [int][string]'5'; [ValidateRange(1, 5)]$b = 3
