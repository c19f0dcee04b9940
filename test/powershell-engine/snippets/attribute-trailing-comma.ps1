param([Parameter(Mandatory, )]$a)
