param([Parameter(Mandatory]$a)
