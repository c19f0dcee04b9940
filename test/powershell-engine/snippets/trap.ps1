trap { 1 }
trap [System.IO.IOException] { continue }
Get-Item .
