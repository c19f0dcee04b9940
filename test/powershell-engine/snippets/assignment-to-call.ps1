Get-Item . = 1
(Get-Item .) = 1
