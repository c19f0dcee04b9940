$a = @'
$not "a" 'variable'
  '@
'@
