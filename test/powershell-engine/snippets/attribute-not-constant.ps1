param([Parameter(Mandatory = $x)]$a)
