$a = @' text
'@
