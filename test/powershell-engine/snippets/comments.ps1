# a line comment
<# a block
 comment #>
Get-Item . # at the end
Get-Item <# inside #> .
