Get-Item -Path: ;
