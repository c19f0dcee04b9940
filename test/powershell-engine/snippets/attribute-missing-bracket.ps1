param([Parameter(Mandatory) $a)
