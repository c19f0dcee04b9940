if ($a) { 1 }
if ($a) { 1 } elseif ($b) { 2 } else { 3 }
if ($a)
{
  1
}
else
{
  2
}
if (Get-Item . | Where-Object { $_ }) { }
