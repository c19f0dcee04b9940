Get-Item .
# SIG # Begin signature block
# MIIF
# SIG # End signature block
