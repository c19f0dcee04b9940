$a = 'it''s'
$b = ''
$c = 'over
two lines'
