while ($a) { 1 }
while (1 -lt $b)
{
}
