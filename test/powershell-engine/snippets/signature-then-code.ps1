Get-Process
# SIG # Begin signature block
# SIG # End signature block

Get-Service
