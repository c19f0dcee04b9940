param([Parameter(Mandatory, Mandatory)]$a)
