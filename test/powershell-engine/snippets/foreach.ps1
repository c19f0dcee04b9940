foreach ($a in $b) { $a }
foreach ($a in Get-Item .) { }
foreach ($a in 1..3)
{
}
