data { 'a' }
data text { ConvertFrom-StringData 'a = b' }
data -SupportedCommand Get-Item { Get-Item . }
