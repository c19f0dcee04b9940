switch ($a) { 1 { 'one' } 'b' { 2 } { $_ -gt 3 } { 3 } default { 4 } }
switch -Regex ($a) { '^b' { } }
switch -Wildcard -CaseSensitive ($a)
{
  'c*' { }
}
switch -File a.txt { d { } }
switch ($a) { }
