param([Parameter(Mandatory = )]$a)
