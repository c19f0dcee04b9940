'C:\a.exe' -x
