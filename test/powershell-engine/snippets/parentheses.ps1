(1 + 2) * 3; (Get-Item .).Name; ((1))
