do { 1 } while ($a)
do { 1 } until ($a)
do
{
} while ($a)
