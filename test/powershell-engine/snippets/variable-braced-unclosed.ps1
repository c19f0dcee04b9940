${abc
Get-Item .
