function f { begin { 1 } Get-Item . }
